import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, test } from 'vitest'
import { openTestApp, type TestApp, type Visitor } from '#test/support/test-app.ts'
import { report } from './figure.ts'
import { medianMsAsync } from './timing.ts'

let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
}, 120_000)
afterAll(() => app.close())

test('a portfolio of 10,000 accompaniments, against one of 100', async () => {
  const few = await aNetworkWith(100)
  const many = await aNetworkWith(10_000)
  const read = (visitor: Visitor) => async () => {
    const answer = await visitor.get('/portfolio')
    if (answer.status !== 200) throw new Error(`not read: ${answer.status}`)
  }
  await read(many)()
  const small = await medianMsAsync(read(few), 40)
  const large = await medianMsAsync(read(many), 40)
  report(
    'portfolio of 10,000 accompaniments, of one of 100',
    large / small,
    { atMost: 2 },
    `${large.toFixed(1)} ms against ${small.toFixed(1)} ms`,
  )
})

/** One made through the API, the others copied from it by the database. */
async function aNetworkWith(count: number): Promise<Visitor> {
  const networkId = await app.newNetwork()
  const advisor = await app.signIn(networkId, { email: `bench-${randomUUID()}@example.org`, standing: 'advisor' })
  const created = await advisor.post('/accompaniments', {
    operationId: randomUUID(),
    structure: { name: 'Les Ateliers', kinds: ['ACI'], city: 'Pantin' },
    method: 'utilite-sociale',
    motive: 'recognition',
  })
  await advisor.get('/portfolio')
  const columns = await sql<{ readonly name: string }>`
    select column_name as name from information_schema.columns
    where table_name = 'accompaniments' and is_generated = 'NEVER' and column_name not in ('id', 'state_since')`.execute(
    app.owner,
  )
  const names = sql.raw(columns.rows.map(({ name }) => `"${name}"`).join(', '))
  await sql`
    insert into accompaniments (id, state_since, ${names})
    select gen_random_uuid(), a.state_since + n * interval '1 second', ${sql.raw(columns.rows.map(({ name }) => `a."${name}"`).join(', '))}
    from accompaniments a, generate_series(1, ${count - 1}) n where a.id = ${created.body.id}`.execute(app.owner)
  await sql`analyze accompaniments`.execute(app.owner)
  return advisor
}
