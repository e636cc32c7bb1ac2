import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastSeen, openEventStream } from '#server/rooms/live/event-stream.ts'
import type { Subscriber } from '#server/rooms/live/following.ts'
import type { RoomHub } from '#server/rooms/live/room-hub.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'
import { aRoom, hasSeq, readEvents } from './a-room.ts'

let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(async () => {
  await app.services.rooms.hub.endStreams()
  await app.close()
})

const reader = { networkId: '', roomId: '', reader: '', after: 0, isAllowed: async () => true }

/** A hub that only remembers who came, and whether they left. */
function aHub() {
  const came: Subscriber[] = []
  let left = 0
  const hub: RoomHub = {
    subscribe: (subscriber) => {
      came.push(subscriber)
      return () => (left += 1)
    },
    endStreams: async () => undefined,
    close: async () => undefined,
  }
  return { hub, came, left: () => left }
}

test('a reader too slow for what happens loses its stream, and nothing more is kept for it', async () => {
  const { hub, came, left } = aHub()
  const response = openEventStream(hub, reader)
  const [subscriber] = came
  const message = new Uint8Array(16 * 1024)
  for (let sent = 0; sent < 100; sent++) subscriber?.send(message)

  expect(left()).toBe(1)
  await expect(response?.arrayBuffer()).rejects.toThrow(/too slow/)
})

test('facts that are longer than what may wait reach a reader who has read all before', async () => {
  const { hub, came, left } = aHub()
  const response = openEventStream(hub, reader)
  const stream = response?.body?.getReader()
  await stream?.read()
  came[0]?.send(new Uint8Array(2 * 1024 * 1024))
  expect((await stream?.read())?.value).toHaveLength(2 * 1024 * 1024)
  expect(left()).toBe(0)
  await stream?.cancel()
})

test('a reader that reads gets all of it, and a heartbeat that is no event', async () => {
  const { hub, came, left } = aHub()
  const response = openEventStream(hub, reader)
  const [subscriber] = came
  subscriber?.beat()
  subscriber?.end()

  expect(await response?.text()).toBe('retry: 1000\n\n:\n\n')
  expect(left()).toBe(1)
})

test('one seat holds four streams at most: the oldest ends', async () => {
  const room = await aRoom(app)
  const phone = await room.join()
  const readers = []
  for (let index = 0; index < 5; index++) {
    const opened = readEvents(await phone.stream())
    await opened.until(hasSeq(1))
    readers.push(opened)
  }
  const [first, ...others] = readers
  await first?.rest()
  await room.lead({ type: 'present', criterionId: 'critere-1' })
  for (const each of others) {
    await each.until(hasSeq(3))
    await each.stop()
  }
})

test('one account holds twelve screens at most: the oldest ends', async () => {
  const room = await aRoom(app)
  const open = async () => readEvents(await room.driven.advisor.send(`/api${room.path}/events`, {}))
  const first = await open()
  await first.until(hasSeq(2))
  const others = await Promise.all(Array.from({ length: 12 }, open))
  await first.rest()
  await Promise.all(others.map((each) => each.until(hasSeq(2))))
  await Promise.all(others.map((each) => each.stop()))
})

test('someone who comes back from far does not keep the others waiting', async () => {
  const room = await aRoom(app)
  const facts = 10_000
  await sql`select append_room_event(${room.id}, now(), '{"type":"presented","criterionId":"critere-1"}')
    from generate_series(3, ${facts}::integer)`.execute(app.owner)
  const here = readEvents(await (await room.join()).stream(facts))
  const behind = readEvents(await (await room.join()).stream())
  const all = behind.until(hasSeq(facts))
  await behind.until(hasSeq(1))
  const askedAt = performance.now()
  await room.lead({ type: 'present', criterionId: 'critere-2' })
  await here.until((seen) => seen.some((event) => 'criterionId' in event && event.criterionId === 'critere-2'))
  expect(performance.now() - askedAt).toBeLessThan(4000)

  expect((await all).slice(0, facts).map(({ seq }) => seq)).toEqual(Array.from({ length: facts }, (_, i) => i + 1))
  await Promise.all([here.stop(), behind.stop()])
}, 60_000)

test.each([
  ['12', undefined, 12],
  [undefined, '7', 7],
  ['12', '7', 12],
  ['x', undefined, 0],
  ['-1', undefined, 0],
  ['1.5', undefined, 0],
  ['1e3', undefined, 0],
  ['99999999999999999999', undefined, 0],
  [undefined, undefined, 0],
])('a reader who says %s, and whose page says %s, goes on after %d', (header, query, after) => {
  expect(lastSeen(header, query)).toBe(after)
})
