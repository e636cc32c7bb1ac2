import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { purge } from '#server/jobs/purge.ts'
import { anAccompaniment } from '#test/support/an-accompaniment.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'
import { answer, aRoom } from './a-room.ts'

const hour = 3_600_000
let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const pass = (hours: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + hours * hour)
}

test.each([
  [23, 'open', 1],
  [25, 'closed', 0],
])('a meeting that nobody closed is, %d hours later, %s', async (hours, status, positions) => {
  const room = await aRoom(app)
  await answer(await room.join(), 'critere-1', { level: 1 })
  pass(hours)
  await purge(app.services)

  expect((await room.view()).status).toBe(status)
  const { rows } = await sql`select from room_positions where room_id = ${room.id}`.execute(app.owner)
  expect(rows).toHaveLength(positions)
})

test('an early link waits for its meeting for months, not for ever', async () => {
  const room = await aRoom(app, { status: 'prepared' })
  pass(90 * 24)
  await purge(app.services)
  expect((await room.view()).status).toBe('prepared')
  pass(11 * 24)
  await purge(app.services)
  expect(await room.view()).toMatchObject({ status: 'closed' })
  expect(await room.view()).not.toHaveProperty('earlyCode')
})

test('wrong codes are forgotten in the night', async () => {
  await app.visitor().post('/join', { code: 'ZZZZZZ' })
  pass(1)
  await purge(app.services)
  expect((await sql`select from join_attempts`.execute(app.owner)).rows).toHaveLength(0)
})

test('a room is of no use to people of another structure, nor under another accompaniment', async () => {
  const room = await aRoom(app)
  const other = await anAccompaniment(app, 'arguments')
  const path = room.path.replace(room.driven.id, other.id)
  const command = { operationId: randomUUID(), command: { type: 'close' } }

  for (const each of ['', '/events']) {
    expect((await other.referent.get(`${room.path}${each}`)).status).toBe(404)
    expect((await other.advisor.get(`${path}${each}`)).status).toBe(404)
  }
  expect((await other.advisor.post(`${path}/commands`, command)).status).toBe(404)
  expect((await other.advisor.post(`${room.path}/commands`, command)).status).toBe(404)
  expect((await room.driven.referent.post(`${room.path}/commands`, command)).status).toBe(403)
  expect((await room.view()).status).toBe('open')
})

test('what happened in a room is only added to', async () => {
  const room = await aRoom(app)
  const { db } = app.services
  for (const attempt of [sql`update room_events set seq = seq`, sql`delete from room_events`])
    await expect(
      db.transaction().execute(async (tx) => {
        await sql`select set_config('jalon.network_id', ${room.driven.networkId}, true)`.execute(tx)
        await attempt.execute(tx)
      }),
    ).rejects.toThrow(/permission denied/)
})

test('an example that is removed takes its meetings and their codes along', async () => {
  const room = await aRoom(app)
  await answer(await room.join(), 'critere-1', { level: 1 })
  await sql`update accompaniments set is_example = true where id = ${room.driven.id}`.execute(app.owner)
  expect((await room.driven.advisor.delete('/example')).status).toBe(204)

  for (const table of ['rooms', 'room_events', 'room_seats', 'join_codes']) {
    const { rows } = await sql`select from ${sql.table(table)} where network_id = ${room.driven.networkId}`.execute(
      app.owner,
    )
    expect([table, rows]).toEqual([table, []])
  }
})
