import { ok, refused, type Result } from '#src/shared/result.ts'
import type { Config } from '#server/config.ts'
import { prepareDataFolder } from '#server/data-folder.ts'
import { asOwner } from '#server/database/backup/owner-session.ts'
import { reluctance, writeEverything } from '#server/database/backup/write-rows.ts'
import type { DatabaseConnections } from '#server/database/connections.ts'
import { migrate, migrationNames } from '#server/database/migrate.ts'
import { reachDatabase } from '#server/database/start-database.ts'
import { prepareJobs } from '#server/jobs/start-jobs.ts'
import { backupPieces, UnusableBackup, verifyBackup } from './read-backup.ts'
import { refusalOf, reluctances, type BackupRefusal } from './refusal.ts'

/**
 * Brings back everything that a file holds into an empty database. The whole file is read and its sum made sure of before
 * the database is touched. `signal` gives it up, and leaves the database empty.
 */
export async function restore(
  { database, dataDirectory }: Pick<Config, 'database' | 'dataDirectory'>,
  file: string,
  signal: AbortSignal,
): Promise<Result<undefined, BackupRefusal>> {
  try {
    const migration = await usableMigration(file)
    if (database.kind === 'embedded') await prepareDataFolder(dataDirectory)
    const { connections, stop } = await reachDatabase(database, dataDirectory)
    try {
      return await restoreInto(connections, file, migration, signal)
    } finally {
      await stop()
    }
  } catch (error) {
    const refusal = refusalOf(error, signal, 'file-unreadable')
    if (refusal === undefined) throw error
    return refused(refusal)
  }
}

/** The migration that a sound backup was taken at, which this version knows. Throws {@link UnusableBackup}. */
export async function usableMigration(file: string): Promise<string> {
  const { migration } = await verifyBackup(file)
  if (!(await migrationNames()).includes(migration)) throw new UnusableBackup('backup-newer')

  return migration
}

/**
 * The database takes the shape it had when the backup was taken, then the rows, then the shape of today: an older backup
 * goes through the same migrations as an older database.
 */
export async function restoreInto(
  connections: DatabaseConnections,
  file: string,
  migration: string,
  signal: AbortSignal,
): Promise<Result<undefined, BackupRefusal>> {
  const before = await asOwner(connections.owner, (session) => reluctance(session, migration))
  if (before !== undefined) return refused(reluctances[before])
  await migrate(connections.owner, { upTo: migration })
  await prepareJobs(connections)
  const found = await asOwner(connections.owner, (session) =>
    writeEverything(session, untilAborted(backupPieces(file), signal)),
  )
  if (found !== undefined) return refused(reluctances[found])
  await migrate(connections.owner)

  return ok(undefined)
}

async function* untilAborted<T>(pieces: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T, void, undefined> {
  for await (const piece of pieces) {
    signal.throwIfAborted()
    yield piece
  }
}
