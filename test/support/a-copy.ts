import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { onTestFinished } from 'vitest'
import { backUpFrom } from '#server/backup/back-up.ts'
import { restoreInto, usableMigration } from '#server/backup/restore.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/test-database.ts'

type Owner = TestDatabase<unknown>['owner']['db']

/** What a backup leaves out, and why a copy differs there: see `server/database/backup/tables.ts`. */
const passing = ['sessions', 'rate_limits', 'join_attempts', 'kysely_migration', 'kysely_migration_lock']

/** A backup of a database, in a folder of its own that ends with the test. */
export async function aBackupOf(connections: TestDatabase<unknown>['connections']): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jalon-backup-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'all.jalon')
  const done = await backUpFrom(connections, file, new AbortController().signal)
  if (!done.ok) throw new Error(done.problem)

  return file
}

/** A database of its own that a backup was restored into, once `shape` has made there what migrations do not. */
export async function aRestored(file: string, shape = 'select 1'): Promise<TestDatabase<unknown>> {
  const database = await createTestDatabase<unknown>()
  await sql.raw(shape).execute(database.owner.db)
  const migration = await usableMigration(file)
  const done = await restoreInto(database.connections, file, migration, new AbortController().signal)
  if (!done.ok) throw new Error(done.problem)

  return database
}

/** Of each table, how many rows and one sum over all of them, whatever their order. */
export async function sumsOf(owner: Owner): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(relname) as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all (${passing}) order by relname`.execute(
    owner,
  )
  const sums: Record<string, string> = {}
  for (const { name } of rows) {
    const { rows: found } = await sql<{ sum: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(line, E'\n' order by line collate "C")), '') as sum
      from (select t::text || row_to_json(t)::text as line from ${sql.table(name)} t) lines`.execute(owner)
    sums[name] = found[0]?.sum ?? ''
  }

  return sums
}
