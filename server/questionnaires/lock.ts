import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseLock, type PublishedVersion } from '#src/questionnaire/published.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import type { FileFault } from './content-error.ts'
import { readJsonFile } from './files/json-file.ts'
import { lockName } from './lock-name.ts'

/** The lock of a folder of questionnaires; a file that is not a lock is refused with all its faults. */
export async function readLock(directory: string): Promise<Result<readonly PublishedVersion[], readonly FileFault[]>> {
  const file = join(directory, lockName)
  const json = await readJsonFile(file)
  const lock = json.ok ? parseLock(json.value) : json

  return lock.ok ? ok(lock.value) : refused(lock.problem.map((problem) => ({ ...problem, file })))
}

/** Writes the lock aside then renames it, so that a cut never leaves half of one. */
export async function writeLock(directory: string, lock: readonly PublishedVersion[]): Promise<void> {
  const file = join(directory, lockName)
  const aside = `${file}.${process.pid}`
  const lines = lock.map(({ id, version, sha256 }) => `  ${JSON.stringify({ id, version, sha256 })}`)

  await writeFile(aside, lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`)
  await rename(aside, file)
}
