import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Piece } from '#server/database/backup/read-rows.ts'
import { asJson, format, headerSchema, parseLine, type Header, type Line } from './format.ts'

/** Why a file is not read as a backup. */
export type BackupFault = 'not-a-backup' | 'backup-newer' | 'backup-damaged'

/** Thrown while reading, so that the transaction which writes what was read is undone. */
export class UnusableBackup extends Error {
  readonly fault: BackupFault

  constructor(fault: BackupFault, options?: ErrorOptions) {
    super(fault, options)
    this.fault = fault
  }
}

/** Longer than any row: ten megabytes of a proof take twenty as text. Beyond, it is no file of ours. */
const longestLineBytes = 256 * 1024 * 1024

/** What a batch of rows sent to the database may weigh, unless one row alone weighs more, and how many it may hold. */
const batchCharacters = 2_000_000
const batchRows = 500

/**
 * Reads a file from its first line to its last, and makes sure of its sum: its header, once all of it has been read.
 * Throws {@link UnusableBackup}, or the error of the file system where it cannot be opened.
 */
export async function verifyBackup(file: string): Promise<Header> {
  let header: Header | undefined
  for await (const line of checkedLines(file)) if (line.kind === 'header') header = line.value
  if (header === undefined) throw new UnusableBackup('not-a-backup')

  return header
}

/** The same reading, for what is in it: a file that changed since it was verified throws at its end. */
export async function* backupPieces(file: string): AsyncGenerator<Piece, void, undefined> {
  let kind: 'row' | 'job' = 'row'
  let batch: string[] = []
  let weight = 0
  const taken = (): readonly Piece[] => {
    const full = batch
    batch = []
    weight = 0
    if (full.length === 0) return []

    return [kind === 'row' ? { kind: 'rows', rows: full } : { kind: 'jobs', jobs: full }]
  }
  for await (const line of checkedLines(file)) {
    const isItem = line.kind === 'row' || line.kind === 'job'
    if (!isItem || line.kind !== kind || batch.length >= batchRows || weight + line.json.length > batchCharacters)
      yield* taken()
    if (isItem) {
      kind = line.kind
      batch.push(line.json)
      weight += line.json.length
    } else if (line.kind === 'table') yield { kind: 'table', ...line.value }
  }
  yield* taken()
}

type Checked = Exclude<Line, { kind: 'end' }> | { readonly kind: 'header'; readonly value: Header }

async function* checkedLines(file: string): AsyncGenerator<Checked, void, undefined> {
  const sum = createHash('sha256')
  let rows = 0
  let place: 'start' | 'inside' | 'ended' = 'start'
  for await (const bytes of linesOf(file)) {
    if (place === 'ended') throw new UnusableBackup('backup-damaged')
    const text = bytes.toString('utf8')
    if (place === 'start') {
      yield { kind: 'header', value: headerOf(text) }
      place = 'inside'
    } else {
      const line = parseLine(text)
      if (line === undefined) throw new UnusableBackup('backup-damaged')
      if (line.kind === 'end') {
        const { end } = line.value
        if (end.rows !== rows || end.sha256 !== sum.digest('hex')) throw new UnusableBackup('backup-damaged')
        place = 'ended'
        continue
      }
      if (line.kind !== 'table') rows += 1
      yield line
    }
    sum.update(bytes).update('\n')
  }
  if (place !== 'ended') throw new UnusableBackup(place === 'start' ? 'not-a-backup' : 'backup-damaged')
}

function headerOf(text: string): Header {
  const value = asJson(text)
  const parsed = headerSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const announced = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  const [family = ''] = format.split('@')
  const isLater = typeof announced === 'string' && announced.startsWith(`${family}@`) && announced !== format
  throw new UnusableBackup(isLater ? 'backup-newer' : 'not-a-backup')
}

/** Cut at line feeds alone: other signs that end a line are characters like any other inside a text. */
async function* linesOf(file: string): AsyncGenerator<Buffer, void, undefined> {
  let rest: Buffer[] = []
  let weight = 0
  for await (const chunk of unzipped(file)) {
    let from = 0
    for (let to = chunk.indexOf(10, from); to !== -1; to = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, to)])
      rest = []
      weight = 0
      from = to + 1
    }
    rest.push(chunk.subarray(from))
    weight += chunk.length - from
    if (weight > longestLineBytes) throw new UnusableBackup('backup-damaged')
  }
  if (weight > 0) throw new UnusableBackup('backup-damaged')
}

async function* unzipped(file: string): AsyncGenerator<Buffer, void, undefined> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  // The error reaches whoever reads the last stream.
  pipeline(createReadStream(file), gunzip, () => undefined)
  let isGzip = false
  try {
    for await (const chunk of gunzip) {
      isGzip = true
      yield chunk as Buffer
    }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (!code.startsWith('Z_')) throw cause
    const isCut = code === 'Z_BUF_ERROR'
    throw new UnusableBackup(isGzip || isCut ? 'backup-damaged' : 'not-a-backup', { cause })
  }
}
