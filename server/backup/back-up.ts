import { existsSync } from 'node:fs'
import { ok, refused, type Result } from '#src/shared/result.ts'
import type { Config } from '#server/config.ts'
import { asOwner } from '#server/database/backup/owner-session.ts'
import { reachBeside } from '#server/database/backup/reach-beside.ts'
import { hasSchema, readEverything } from '#server/database/backup/read-rows.ts'
import type { DatabaseConnections } from '#server/database/connections.ts'
import { backupLines } from './backup-lines.ts'
import { checkFree, writeNewFile } from './new-file.ts'
import { refusalOf, type BackupRefusal } from './refusal.ts'

/** Writes everything in the database to a new file, whether a Jalon works on it or not. `signal` gives it up. */
export async function backUp(
  { database, dataDirectory }: Pick<Config, 'database' | 'dataDirectory'>,
  file: string,
  signal: AbortSignal,
): Promise<Result<undefined, BackupRefusal>> {
  // Looking must not make an empty database where there was none.
  if (database.kind === 'embedded' && !existsSync(database.directory)) return refused('nothing-to-back-up')
  try {
    await checkFree(file)
    const { connections, stop } = await reachBeside(database, dataDirectory)
    try {
      return await backUpFrom(connections, file, signal)
    } finally {
      await stop()
    }
  } catch (error) {
    const refusal = refusalOf(error, signal, 'not-writable')
    if (refusal === undefined) throw error
    return refused(refusal)
  }
}

/** The same, from a database that answers. Throws what {@link refusalOf} reads. */
export async function backUpFrom(
  { owner }: Pick<DatabaseConnections, 'owner'>,
  file: string,
  signal: AbortSignal,
): Promise<Result<undefined, BackupRefusal>> {
  return asOwner(owner, async (session) => {
    if (!(await hasSchema(session))) return refused('nothing-to-back-up')
    await writeNewFile(file, backupLines(readEverything(session)), signal)

    return ok(undefined)
  })
}
