import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import pg from 'pg'
import { z } from 'zod'
import { openPool } from '#server/database/pool.ts'
import { prepareRoles } from '#server/database/roles.ts'
import { StartRefusal } from '#server/start-refusal.ts'

const ourMigrations = fileURLToPath(new URL('./migrations', import.meta.url))

type MigrationFile = { readonly name: string; readonly sha256: string; readonly migration: Migration }

/**
 * Brings the database to this version's shape, forward only, as its owner; returns the names applied, in order.
 *
 * An applied migration is history: one that was edited or is missing refuses the start (`migration-changed`,
 * `migration-missing`), for nobody could tell what the database holds. Two servers may migrate at once: one waits.
 * `upTo` stops after the migration of that name: the shape that an older backup wants.
 */
export async function migrate(
  owner: pg.PoolConfig,
  { folder = ourMigrations, upTo }: { readonly folder?: string; readonly upTo?: string } = {},
): Promise<readonly string[]> {
  const turn = await waitForTurn(owner)
  const { db, close } = openPool<unknown>({ ...owner, max: 2 })
  try {
    const files = (await readMigrations(folder)).filter(({ name }) => upTo === undefined || name <= upTo)
    await prepareRoles(db)
    await checkHistory(db, files)
    const { error, results } = await migratorOf(db, files).migrateToLatest()
    if (error !== undefined) throw new Error('a migration failed; the database is as it was before', { cause: error })
    await recordHashes(db, files)

    return (results ?? []).map((result) => result.migrationName)
  } finally {
    await close()
    await turn.end()
  }
}

/** The names of the migrations that this version knows, in order. */
export async function migrationNames(): Promise<readonly string[]> {
  return (await namesIn(ourMigrations)).map((file) => file.slice(0, -'.ts'.length))
}

/** Any number, always the same, and not that of a lock which a server holds for life. */
const turnKey = 727_003

/** A connection that holds the turn for as long as it is open: roles and grants, too, bear no company. */
async function waitForTurn(owner: pg.PoolConfig): Promise<pg.Client> {
  const client = new pg.Client(owner)
  await client.connect()
  await client.query('select pg_advisory_lock($1)', [turnKey])

  return client
}

const migrationModule = z.object({ up: z.custom<Migration['up']>((value) => typeof value === 'function') })

async function readMigrations(folder: string): Promise<readonly MigrationFile[]> {
  return Promise.all(
    (await namesIn(folder)).map(async (file) => {
      const location = path.join(folder, file)
      const { up } = migrationModule.parse(await import(pathToFileURL(location).href))
      // A checkout on Windows may have turned the ends of lines.
      const text = (await readFile(location, 'utf8')).replaceAll('\r\n', '\n')

      return {
        name: file.slice(0, -'.ts'.length),
        sha256: createHash('sha256').update(text).digest('hex'),
        migration: { up },
      }
    }),
  )
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.ts')).toSorted()
}

function migratorOf(db: Kysely<unknown>, files: readonly MigrationFile[]): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(files.map(({ name, migration }) => [name, migration])) },
  })
}

async function checkHistory(db: Kysely<unknown>, files: readonly MigrationFile[]): Promise<void> {
  await sql`create table if not exists migration_hashes (name text primary key, sha256 text not null)`.execute(db)
  const { rows } = await sql<{
    name: string
    sha256: string
  }>`select name, sha256 from migration_hashes order by name`.execute(db)
  for (const { name, sha256 } of rows) {
    const file = files.find((each) => each.name === name)
    if (file === undefined) throw new StartRefusal({ code: 'migration-missing', name })
    if (file.sha256 !== sha256) throw new StartRefusal({ code: 'migration-changed', name })
  }
}

async function recordHashes(db: Kysely<unknown>, files: readonly MigrationFile[]): Promise<void> {
  for (const { name, sha256 } of files) {
    await sql`insert into migration_hashes (name, sha256) values (${name}, ${sha256}) on conflict do nothing`.execute(
      db,
    )
  }
}
