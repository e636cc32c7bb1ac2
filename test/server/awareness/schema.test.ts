import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#test/support/test-database.ts'

const answerTables = ['perception_answers', 'quiz_answers'] as const

let database: TestDatabase<unknown>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

type Column = { readonly name: string; readonly type: string; readonly generated: boolean }

async function columnsOf(table: string): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    select column_name as name, data_type as type,
      is_identity = 'YES' or is_generated <> 'NEVER' or column_default is not null as generated
    from information_schema.columns where table_schema = 'public' and table_name = ${table}
    order by ordinal_position`.execute(database.owner.db)
  return rows
}

test('what was answered is three columns: a network, a box, a sealed content', async () => {
  expect(await columnsOf('perception_answers')).toEqual([
    { name: 'network_id', type: 'uuid', generated: false },
    { name: 'box', type: 'uuid', generated: false },
    { name: 'sealed', type: 'bytea', generated: false },
  ])
})

test('tickets and answers share no column but the network, which row-level security needs and all structures share', async () => {
  const tickets = (await columnsOf('perception_tickets')).map(({ name }) => name)
  const answers = (await columnsOf('perception_answers')).map(({ name }) => name)
  // Both are sealed, each row with a nonce of its own; the relinking test compares the contents.
  expect(tickets.filter((name) => answers.includes(name) && name !== 'sealed')).toEqual(['network_id'])
})

test('no foreign key leaves or reaches an answer: no join leads to a structure, an accompaniment, a campaign or a ticket', async () => {
  for (const table of answerTables) {
    const { rows } = await sql<{ name: string }>`
      select conname as name from pg_constraint
      where contype = 'f' and (conrelid = ${table}::regclass or confrelid = ${table}::regclass)`.execute(
      database.owner.db,
    )
    expect(rows).toEqual([])
  }
})

test('no table of the survey holds an instant, a sequence, an account, an address or a device', async () => {
  for (const table of ['perception_campaigns', 'perception_tickets', ...answerTables, 'quiz_rounds']) {
    const columns = await columnsOf(table)
    expect(columns.length).toBeGreaterThan(2)
    expect(columns.filter(({ type }) => /time|int8|bigint|serial|inet/.test(type))).toEqual([])
    expect(columns.filter(({ name }) => /user|actor|_by|_at|address|agent|device|seat/.test(name))).toEqual([])
  }
  for (const table of ['perception_tickets', ...answerTables])
    expect((await columnsOf(table)).filter(({ type, generated }) => type === 'date' || generated)).toEqual([])
})

test('no trigger writes anything elsewhere when an answer comes', async () => {
  for (const table of [...answerTables, 'perception_tickets']) {
    const { rows } = await sql<{ name: string }>`
      select tgname as name from pg_trigger where tgrelid = ${table}::regclass and not tgisinternal`.execute(
      database.owner.db,
    )
    expect(rows).toEqual([])
  }
})
