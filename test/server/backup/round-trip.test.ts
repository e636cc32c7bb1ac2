import { randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createExample } from '#server/example/create-example.ts'
import { projectQuestionnaires } from '#server/questionnaires/project-questionnaires.ts'
import { loadVerifiedQuestionnaires } from '#server/questionnaires/verified.ts'
import { databaseOf, execute } from '#test/support/database-setup.ts'
import { backupPieces } from '#server/backup/read-backup.ts'
import { asOwner } from '#server/database/backup/owner-session.ts'
import { readEverything, type Piece } from '#server/database/backup/read-rows.ts'
import { restoreInto, usableMigration } from '#server/backup/restore.ts'
import { aBackupOf, aRestored, sumsOf } from '#test/support/a-copy.ts'
import { anAccompaniment } from '#test/support/an-accompaniment.ts'
import { openTestApp, type TestApp, type Visitor } from '#test/support/test-app.ts'

let app: TestApp
let advisor: Visitor
let networkId: string
const questionnaires = await loadVerifiedQuestionnaires(projectQuestionnaires)

beforeAll(async () => {
  app = await openTestApp({ questionnaires })
  // Two networks: the owner of an ordinary PostgreSQL sees one at a time.
  await anAccompaniment(app, 'preparing')
  networkId = await app.newNetwork()
  advisor = await app.signIn(networkId, { email: 'moi@example.org', standing: 'advisor' })
  await createExample(app.services, networkId)
  await app.runJobs()
})
afterAll(() => app.close())

test('what is restored is the same, table by table and row by row', async () => {
  const before = await sumsOf(app.owner)
  const restored = await aRestored(await aBackupOf(app.connections))
  const after = await sumsOf(restored.owner.db)
  await restored.drop()

  expect(after).toEqual(before)
  const filled = Object.values(before).filter((sum) => !sum.startsWith('0 '))
  expect(filled.length).toBeGreaterThan(15)
})

test('what guards the rows guards them again once they are restored', async () => {
  const guards = (owner: TestApp['owner']) =>
    sql`select relname, relrowsecurity, relforcerowsecurity,
        (select json_agg(json_build_array(tgname, tgenabled) order by tgname) from pg_trigger
          where tgrelid = c.oid and not tgisinternal) as triggers
      from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`.execute(owner)
  const restored = await aRestored(await aBackupOf(app.connections))
  const found = await guards(restored.owner.db)
  await restored.drop()

  expect(found.rows).toEqual((await guards(app.owner)).rows)
})

test('a server works on what was restored: people sign in, a synthesis opens, what is written next is numbered on', async () => {
  const before = await sql`select max(id) as last from audit_log`.execute(app.owner)
  const copy = await openTestApp({ questionnaires, database: await aRestored(await aBackupOf(app.connections)) })
  const again = await copy.signIn(networkId, { email: 'moi@example.org', standing: 'advisor' })
  const { items } = (await again.get('/portfolio')).body
  const delivered = items.find(({ state }: { state: string }) => state === 'delivered')
  const { syntheses } = (await again.get(`/accompaniments/${delivered.id}`)).body
  const pdf = await again.send(`/api/accompaniments/${delivered.id}/syntheses/${syntheses[0].id}/pdf`, {})
  const original = await advisor.send(`/api/accompaniments/${delivered.id}/syntheses/${syntheses[0].id}/pdf`, {})
  expect(Buffer.from(await pdf.arrayBuffer())).toEqual(Buffer.from(await original.arrayBuffer()))

  expect((await again.post('/structures', { name: 'Après', kinds: ['ACI'] })).status).toBe(201)
  const asked = await again.post(`/accompaniments/${delivered.id}/syntheses`, { operationId: randomUUID() })
  const after = await sql`select max(id) as last from audit_log`.execute(copy.owner)
  await copy.close()
  expect([pdf.status, asked.status]).toEqual([200, expect.any(Number)])
  expect(Number(lastOf(after.rows))).toBeGreaterThan(Number(lastOf(before.rows)))
})

test('an owner whom row-level security binds, as on an ordinary PostgreSQL, restores and backs up as much', async () => {
  const name = `ordinary_${randomUUID().replaceAll('-', '')}`
  const { owner } = app.connections
  await execute(owner, `create role ${name} login nosuperuser nobypassrls`)
  await execute(owner, `grant jalon_app to ${name}`)
  await execute(owner, `create database ${name} owner ${name}`)
  const ordinary = { owner: { ...databaseOf(owner, name), user: name }, application: databaseOf(owner, name) }
  const first = await aBackupOf(app.connections)
  const done = await restoreInto(ordinary, first, await usableMigration(first), new AbortController().signal)
  const twice = await aRestored(await aBackupOf(ordinary))
  const sums = await sumsOf(twice.owner.db)
  await twice.drop()
  await execute(owner, `drop database ${name} with (force)`)
  await execute(owner, `drop role ${name}`)

  expect(done).toMatchObject({ ok: true })
  expect(sums).toEqual(await sumsOf(app.owner))
})

test('a session does not come back, and the file opens none', async () => {
  const file = await aBackupOf(app.connections)
  const { rows } = await sql<{ token: string }>`select token from sessions`.execute(app.owner)
  const text = gunzipSync(await readFile(file)).toString()
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ token }) => text.includes(token))).toEqual([])
})

test('a mail that waited leaves once it is restored', async () => {
  app.letters.length = 0
  await anAccompaniment(app, 'preparing')
  const copy = await openTestApp({ questionnaires, database: await aRestored(await aBackupOf(app.connections)) })
  await copy.runJobs()
  const told = copy.letters.map(({ to, subject }) => [to.address, subject])
  await copy.close()
  await app.runJobs()
  expect(told).toHaveLength(1)
  expect(told).toEqual(app.letters.map(({ to, subject }) => [to.address, subject]))
})

test('only this account may read the file', async () => {
  const { mode } = await stat(await aBackupOf(app.connections))
  expect(mode & 0o777).toBe(0o600)
})

test('large files travel one by one: memory does not grow with their number', async () => {
  const largest = 2_500_000
  await sql`
    insert into proofs (network_id, accompaniment_id, target, kind, name, content, added_at, added_by)
    select a.network_id, a.id, 'x', 'file', 'large', decode(repeat('00', ${largest}::int), 'hex'), now(), a.id
    from (select * from accompaniments limit 1) a, generate_series(1, 4)`.execute(app.owner)
  const weigh = async (pieces: AsyncIterable<Piece>) => {
    let heaviest = 0
    for await (const piece of pieces)
      if (piece.kind === 'rows') heaviest = Math.max(heaviest, piece.rows.join('').length)
    return heaviest
  }
  const file = await aBackupOf(app.connections)
  const weights = [
    await asOwner(app.connections.owner, (session) => weigh(readEverything(session))),
    await weigh(backupPieces(file)),
  ]
  const restored = await aRestored(file)
  const sums = await sumsOf(restored.owner.db)
  await restored.drop()
  const before = await sumsOf(app.owner)
  await sql`delete from proofs where name = 'large'`.execute(app.owner)
  expect(sums).toEqual(before)
  // As hexadecimal, twice its size, and what else its row says.
  expect(weights.map((weight) => Math.floor(weight / largest))).toEqual([2, 2])
})

test('anonymous answers are written in the order of what is sealed, not in the order of their rows', async () => {
  const box = randomUUID()
  const came = Array.from({ length: 40 }, (_, index) => `${((index * 167) % 256).toString(16).padStart(2, '0')}ff`)
  for (const sealed of came)
    await sql`insert into perception_answers values (${networkId}, ${box}, decode(${sealed}, 'hex'))`.execute(app.owner)
  const text = gunzipSync(await readFile(await aBackupOf(app.connections))).toString()
  const kept = [...text.matchAll(new RegExp(`"box":"${box}","sealed":"\\\\\\\\x(\\w+)"`, 'g'))].map(([, hex]) => hex)
  await sql`delete from perception_answers where box = ${box}`.execute(app.owner)
  expect(kept).toEqual(came.toSorted())
  expect(kept).not.toEqual(came)
})

test('no value changes on the way, however odd', async () => {
  const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''))
  const odd = fc.record({
    text: fc.oneof(
      text,
      fc.constantFrom('\u2028\u2029\u0085\r\n\t', '\\x00', '"}\n{"end":', '\u{1F469}‍\u{1F527}', ''),
    ),
    absent: fc.option(text),
    list: fc.array(text, { maxLength: 3 }),
    large: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    real: fc.double({ noDefaultInfinity: true, noNaN: true }),
    bytes: fc.uint8Array({ maxLength: 200 }),
    micro: fc.integer({ min: 0, max: 999_999 }),
    raw: fc.constantFrom('{ "a" :\n 1,"a":2 }', 'null', '[]', '"\\u2028"', '1.10', '{"n":9007199254740993}'),
  })
  const made = await openTestApp()
  const network = await made.newNetwork()
  await fc.assert(
    fc.asyncProperty(fc.array(odd, { minLength: 60, maxLength: 120 }), async (values) => {
      await sql`drop table if exists odd`.execute(made.owner)
      await sql.raw(oddTable).execute(made.owner)
      for (const { text: words, absent, list, large, real, bytes, micro, raw } of values)
        await sql`insert into odd (network_id, words, absent, list, large, exact, real, bytes, at, day, raw, packed)
          values (${network}, ${words}, ${absent}, ${list}, ${String(large)}, ${`${large}.00100`}, ${real},
            ${Buffer.from(bytes)}, timestamptz '1999-12-31 23:59:58Z' + ${micro} * interval '1 microsecond',
            '0044-03-15 BC', ${raw}, ${raw})`.execute(made.owner)
      const before = await sumsOf(made.owner)
      const restored = await aRestored(await aBackupOf(made.connections), oddTable)
      const after = await sumsOf(restored.owner.db)
      await restored.drop()
      expect(after).toEqual(before)
    }),
    // Half a second each; a few hundred rows in all.
    { numRuns: 4, endOnFailure: true },
  )
  await made.close()
})

const oddTable = `create table odd (network_id uuid, id bigint generated by default as identity primary key, words text,
  absent text, list text[], large bigint, twice numeric generated always as (large::numeric * 2) stored, exact numeric,
  real double precision, bytes bytea, at timestamptz, day date, raw json, packed jsonb)`

const lastOf = (rows: readonly unknown[]) => (rows[0] as { readonly last: string | null }).last ?? '0'
