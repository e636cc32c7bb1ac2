import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { spreadSize } from '#src/room/spread.ts'
import { anAccompaniment } from '#test/support/an-accompaniment.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'
import { answer, aRoom } from './a-room.ts'

let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const criterionId = 'critere-1'

test('two who prepare a room at once make one', async () => {
  const { id, advisor } = await anAccompaniment(app, 'arguments')
  const made = await Promise.all(
    Array.from({ length: 5 }, () =>
      advisor.post(`/accompaniments/${id}/rooms`, { operationId: randomUUID(), meeting: '1', named: false }),
    ),
  )
  expect(made.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(made.filter(({ code }) => code === 'room-already-open')).toHaveLength(4)
})

test('two who agree at once: the first is saved, the other sees it', async () => {
  const room = await aRoom(app)
  const agree = (level: number) => room.command({ type: 'agree', criterionId, answer: { level }, baseRevision: 0 })
  const replies = await Promise.all([agree(2), agree(3)])
  const [saved] = replies.filter(({ status }) => status === 200)
  const [refused] = replies.filter(({ status }) => status === 409)
  const kept = saved?.body[0].answer
  expect(refused).toMatchObject({ code: 'stale-revision', body: { current: { value: kept, revision: 1 } } })
  expect((await room.view()).events.filter(({ type }) => type === 'agreed')).toEqual([
    expect.objectContaining({ answer: kept }),
  ])
})

test('positions that arrive while the room agrees, closes and opens again are counted whole or not at all', async () => {
  const room = await aRoom(app)
  const phones = await Promise.all(Array.from({ length: 12 }, () => room.join()))
  for (const phone of phones.slice(0, 4)) await answer(phone, criterionId, { level: 1 })
  const [agreed, ...late] = await Promise.all([
    room.command({ type: 'agree', criterionId, answer: { level: 1 }, baseRevision: 0 }),
    ...phones.slice(4).map((phone) => phone.put(criterionId, { level: 4 })),
  ])
  expect([agreed, ...late].map(({ status }) => status)).toEqual(Array.from({ length: 9 }, () => 200))

  const { events } = await room.view()
  const before = events.slice(
    0,
    events.findIndex(({ type }) => type === 'agreed'),
  )
  const counted = before.flatMap((event) => (event.type === 'positioned' ? [event.answered] : [])).at(-1) ?? 0
  const { entries } = (await room.driven.advisor.get(`/accompaniments/${room.driven.id}`)).body
  expect(spreadSize(entries[`spread/${criterionId}`].value)).toBe(counted)
  expect(events.findLast(({ type }) => type === 'positioned')).toMatchObject({ answered: 12 })

  const [closed, ...after] = await Promise.all([
    room.command({ type: 'close' }),
    ...phones.map((phone) => phone.put('critere-2', { level: 2 })),
  ])
  expect(closed.status).toBe(200)
  const taken = after.filter(({ status }) => status === 200).length
  expect(after.filter(({ code }) => code === 'seat-lost')).toHaveLength(12 - taken)
  expect((await room.view()).events.at(-1)).toMatchObject({ type: 'closed' })
})

test('one phone that floods a meeting waits; the others do not', async () => {
  const room = await aRoom(app)
  const [flood, other] = [await room.join(), await room.join()]
  const replies = await Promise.all(
    Array.from({ length: 1200 }, (_, index) => flood.put(criterionId, { level: (index % 4) + 1 })),
  )
  const taken = replies.filter(({ status }) => status === 200).length
  expect(taken).toBeGreaterThanOrEqual(500)
  expect(taken).toBeLessThan(700)
  const waits = replies.filter(({ status }) => status === 429)
  expect(waits).toHaveLength(1200 - taken)
  expect(Number(waits[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await other.put(criterionId, { level: 2 })).status).toBe(200)
})
