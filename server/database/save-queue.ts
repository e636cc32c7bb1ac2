import type { Save, SaveOutcome } from './queries/entries.ts'
import { together } from './together.ts'

/** What runs the saves: the pool of the application, not a Kysely transaction, which would add three round trips. */
export type SavePool = {
  readonly query: (statement: {
    readonly name: string
    readonly text: string
    readonly values: unknown[]
  }) => Promise<{ readonly rows: readonly { readonly replies: readonly SaveOutcome[] }[] }>
}

export type SaveQueue = { readonly save: (save: Save) => Promise<SaveOutcome> }

/** Saves leave together, always in the same order, so that two batches cannot wait for each other. */
export function createSaveQueue(pool: SavePool): SaveQueue {
  return { save: together({ most: 32, write: (saves) => saveTogether(pool, saves), order: byPlace }) }
}

async function saveTogether(pool: SavePool, saves: readonly Save[]): Promise<readonly SaveOutcome[]> {
  const { rows } = await pool.query({
    name: 'save-entries',
    text: 'select save_entries($1::json) as replies',
    values: [JSON.stringify(saves)],
  })
  return rows[0]?.replies ?? []
}

function byPlace(a: Save, b: Save): number {
  return compare(a.accompanimentId, b.accompanimentId) || compare(a.key, b.key) || compare(a.operationId, b.operationId)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
