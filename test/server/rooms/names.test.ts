import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'
import { answer, aRoom, type DrivenRoom } from './a-room.ts'

let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const criterionId = 'critere-1'
const names = (room: DrivenRoom, who = room.driven.advisor) => who.get(`${room.path}/criteria/${criterionId}/names`)

async function answered(named: boolean): Promise<DrivenRoom> {
  const room = await aRoom(app, { named })
  for (const [index, name] of ['Samira', 'Paul', 'Inès'].entries()) {
    const phone = await room.join(name)
    await answer(phone, criterionId, index === 0 ? { passed: true } : { level: 2 })
    if (index === 2) await phone.leave()
  }
  return room
}

test('who leads sees who took which position, once the room was shown how many and until it closes', async () => {
  const room = await answered(true)
  expect((await names(room)).body).toEqual([])

  await room.lead({ type: 'reveal', criterionId })
  expect((await names(room)).body).toEqual([
    { name: 'Paul', position: { level: 2 } },
    { name: 'Samira', position: { passed: true } },
    { position: { level: 2 } },
  ])
  await room.lead({ type: 'reopen', criterionId })
  expect((await names(room)).body).toEqual([])

  await room.lead({ type: 'reveal', criterionId }, { type: 'close' })
  expect((await names(room)).body).toEqual([])
})

test('nobody sees names where the team gave none', async () => {
  const room = await answered(false)
  await room.lead({ type: 'reveal', criterionId })
  expect((await names(room)).body).toEqual([])
})

test('a name is in no fact, no page of a phone and no other answer', async () => {
  const room = await answered(true)
  await room.lead(
    { type: 'reveal', criterionId },
    { type: 'agree', criterionId, answer: { level: 2 }, baseRevision: 0 },
  )
  const phone = await room.join('Awa')
  const { rows } = await sql`select fact from room_events where room_id = ${room.id}`.execute(app.owner)
  const told = [rows, await room.view(), (await phone.get()).body, (await phone.put(criterionId, { level: 1 })).body]
  expect(JSON.stringify(told)).not.toMatch(/Samira|Paul|Inès|Awa/)
})

test('the team and the readers of a meeting are not told names', async () => {
  const room = await answered(true)
  await room.lead({ type: 'reveal', criterionId })
  expect((await names(room, room.driven.referent)).status).toBe(403)
})
