import { constants } from 'node:fs'
import { access, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** There is a file of that name already, and it may be the last good one. */
export class AlreadyThere extends Error {}

/**
 * Writes texts, compressed, to a file that exists only once it is whole: beside it first, readable by this account alone,
 * brought to the disk, then given its name. Whatever fails, or `signal`, leaves neither.
 */
export async function writeNewFile(file: string, texts: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
  const beside = `${file}.partial`
  // What a killed backup left.
  await rm(beside, { force: true })
  const handle = await open(beside, 'wx', 0o600)
  const { ino } = await handle.stat({ bigint: true })
  try {
    // The stream closes the handle, once what it wrote is on the disk.
    await pipeline(texts, createGzip(), handle.createWriteStream({ flush: true }), { signal })
    await checkFree(file)
    await checkStillOurs(beside, ino)
    await rename(beside, file)
    await flushFolder(path.dirname(file))
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** Refuses with {@link AlreadyThere}. */
export async function checkFree(file: string): Promise<void> {
  const isTaken = await access(file, constants.F_OK).then(
    () => true,
    () => false,
  )
  if (isTaken) throw new AlreadyThere(file)
}

/** Another backup to the same name swept this one away: its own unfinished file must not take the name. */
async function checkStillOurs(beside: string, ino: bigint): Promise<void> {
  const found = await stat(beside, { bigint: true })
  if (found.ino !== ino) throw new AlreadyThere(beside)
}

/** A name survives a power cut only once its folder is on the disk. Windows cannot open folders, nor needs to. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
