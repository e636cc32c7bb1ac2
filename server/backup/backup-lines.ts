import { createHash } from 'node:crypto'
import { format, jobLine, rowLine } from './format.ts'
import type { Piece } from '#server/database/backup/read-rows.ts'

/** The lines of a backup, as texts to be written one after the other, the last line included. */
export async function* backupLines(pieces: AsyncIterable<Piece>): AsyncGenerator<string, void, undefined> {
  const sum = createHash('sha256')
  let rows = 0
  for await (const piece of pieces) {
    const text = textOf(piece)
    if (piece.kind === 'rows') rows += piece.rows.length
    if (piece.kind === 'jobs') rows += piece.jobs.length
    sum.update(text)
    yield text
  }
  yield `${JSON.stringify({ end: { rows, sha256: sum.digest('hex') } })}\n`
}

function textOf(piece: Piece): string {
  switch (piece.kind) {
    case 'schema':
      return `${JSON.stringify({ format, migration: piece.migration, takenAt: piece.takenAt })}\n`
    case 'table':
      return `${JSON.stringify({ table: piece.table, columns: piece.columns, next: piece.next })}\n`
    case 'rows':
      return piece.rows.map(rowLine).join('')
    case 'jobs':
      return piece.jobs.map(jobLine).join('')
  }
}
