import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkDatabase } from '#server/database/check.ts'
import { isAnswering } from '#server/database/is-answering.ts'
import { migrate } from '#server/database/migrate.ts'
import { openPool } from '#server/database/pool.ts'
import { becomeOnlyWorker } from '#server/database/queries/worker-locks.ts'
import { prepareJobs } from '#server/jobs/start-jobs.ts'
import { createTestDatabase, type TestDatabase } from '#test/support/test-database.ts'

let database: TestDatabase<unknown>

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.drop())

describe('the application', () => {
  test('works as a role that owns nothing and that row-level security binds', async () => {
    await expect(checkDatabase(database.application.db)).resolves.toBeUndefined()
    const { rows } = await sql`select current_user as role`.execute(database.application.db)
    expect(rows).toEqual([{ role: 'jalon_app' }])
  })

  test('refuses to work as the owner', async () => {
    await expect(checkDatabase(database.owner.db)).rejects.toMatchObject({
      problem: { code: 'database-role-too-strong' },
    })
  })

  test('may change no table', async () => {
    await expect(sql`create table mine (id int)`.execute(database.application.db)).rejects.toMatchObject({
      code: '42501',
    })
  })

  test('refuses a database that answers before its writes are durable', async () => {
    const { database: name } = (
      await sql<{ database: string }>`select current_database() as database`.execute(database.owner.db)
    ).rows[0] ?? { database: '' }
    await sql`alter database ${sql.id(name)} set synchronous_commit = off`.execute(database.owner.db)
    const careless = openPool<unknown>(database.connections.application)
    await expect(checkDatabase(careless.db)).rejects.toMatchObject({
      problem: { code: 'database-unsafe', setting: 'synchronous_commit' },
    })
    await careless.close()
    await sql`alter database ${sql.id(name)} reset synchronous_commit`.execute(database.owner.db)
  })

  test('knows that its database answers, and that a closed one does not', async () => {
    expect(await isAnswering(database.application.db)).toBe(true)
    const closed = openPool<unknown>({
      ...database.connections.application,
      host: '/nowhere',
      connectionString: undefined,
    })
    expect(await isAnswering(closed.db)).toBe(false)
    await closed.close()
  })
})

test('a server that starts beside one at work does not wait for it to end', async () => {
  await prepareJobs(database.connections)
  const atWork = await becomeOnlyWorker(database.owner.pool)
  await expect(migrate(database.connections.owner)).resolves.toEqual([])
  atWork?.release()
})

describe('migrations', () => {
  let folder: string
  let empty: TestDatabase<unknown>
  const first =
    'export async function up(db) { await db.schema.createTable("one").addColumn("id", "integer").execute() }\n'

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'jalon-migrations-'))
    await writeFile(path.join(folder, '0001-one.ts'), first)
    empty = await createTestDatabase()
    // As if this database had never seen ours.
    await sql`drop schema public cascade; create schema public`.execute(empty.owner.db)
  })

  afterEach(async () => {
    await empty.drop()
    await rm(folder, { recursive: true, force: true })
  })

  const run = () => migrate(empty.connections.owner, { folder })

  test('are applied in order, once', async () => {
    await writeFile(path.join(folder, '0002-two.ts'), first.replace('one', 'two'))
    expect(await run()).toEqual(['0001-one', '0002-two'])
    expect(await run()).toEqual([])
  })

  test('leave the database as it was when one fails', async () => {
    await writeFile(path.join(folder, '0002-two.ts'), 'export async function up() { throw new Error("broken") }\n')
    await expect(run()).rejects.toThrow('a migration failed')
    const { rows } = await sql`select to_regclass('one') as found`.execute(empty.owner.db)
    expect(rows).toEqual([{ found: null }])
  })

  test('that were edited once applied refuse the start', async () => {
    await run()
    await writeFile(path.join(folder, '0001-one.ts'), `${first}// edited\n`)
    await expect(run()).rejects.toMatchObject({ problem: { code: 'migration-changed', name: '0001-one' } })
  })

  test('whose lines only end otherwise are the same', async () => {
    await run()
    await writeFile(path.join(folder, '0001-one.ts'), first.replaceAll('\n', '\r\n'))
    expect(await run()).toEqual([])
  })

  test('of a more recent version refuse the start', async () => {
    await run()
    await rm(path.join(folder, '0001-one.ts'))
    await writeFile(path.join(folder, '0002-two.ts'), first.replace('one', 'two'))
    await expect(run()).rejects.toMatchObject({ problem: { code: 'migration-missing', name: '0001-one' } })
  })

  test('of two servers that start at once are applied once', async () => {
    const [one, two] = await Promise.all([run(), run()])
    expect([...one, ...two]).toEqual(['0001-one'])
  })
})
