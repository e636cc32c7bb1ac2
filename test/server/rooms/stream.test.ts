import { hash } from 'node:crypto'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { RoomEvent } from '#src/room/room-events.ts'
import { canonicalText } from '#src/questionnaire/canonical.ts'
import { createApp } from '#server/app.ts'
import { createServices, type Services } from '#server/services.ts'
import { aSmallQuestionnaire } from '#test/support/a-dossier.ts'
import { openTestApp, origin, type TestApp } from '#test/support/test-app.ts'
import { answer, aRoom, hasSeq, readEvents, type DrivenRoom } from './a-room.ts'

let app: TestApp
/** Another server on the same database. */
let other: Services

beforeAll(async () => {
  app = await openTestApp()
  const questionnaire = { ...aSmallQuestionnaire(), id: 'utilite-sociale' }
  const { clock, baseUrl, mailer, printer } = app.services
  other = createServices({
    clock,
    baseUrl,
    mailer,
    printer,
    secret: 'a secret of the tests, long enough for anyone',
    connections: app.connections,
    questionnaires: new Map([
      [
        `${questionnaire.id}@${questionnaire.version}`,
        { questionnaire, sha256: hash('sha256', canonicalText(questionnaire), 'hex') },
      ],
    ]),
    log: pino({ level: 'silent' }),
  })
})
afterAll(async () => {
  await other.rooms.hub.endStreams()
  await app.services.rooms.hub.endStreams()
  await other.close()
  await app.close()
})

const screen = async (room: DrivenRoom, after?: number) =>
  readEvents(
    await room.driven.advisor.send(`/api${room.path}/events`, {
      headers: after === undefined ? {} : { 'last-event-id': String(after) },
    }),
  )
const typed = (type: RoomEvent['type']) => (seen: readonly RoomEvent[]) => seen.some((event) => event.type === type)

async function revealed(named = false) {
  const room = await aRoom(app, { named })
  const phones = [await room.join('A'), await room.join('B'), await room.join('C')]
  for (const phone of phones) await answer(phone, 'critere-1', { level: 2 })
  await room.lead({ type: 'present', criterionId: 'critere-1' }, { type: 'reveal', criterionId: 'critere-1' })
  return { room, phones }
}

describe('a stream', () => {
  test('gives what happened, then what happens, each once and in order', async () => {
    const room = await aRoom(app)
    const reader = await screen(room)
    await reader.until(hasSeq(2))
    await room.lead({ type: 'present', criterionId: 'critere-1' }, { type: 'present', criterionId: 'critere-2' })
    const seen = await reader.until(hasSeq(4))

    expect(seen).toEqual((await room.view()).events)
    await reader.stop()
  })

  test('goes on after the last number that a reader saw', async () => {
    const room = await aRoom(app)
    await room.lead({ type: 'present', criterionId: 'critere-1' })
    const reader = await screen(room, 2)
    expect((await reader.until(hasSeq(3))).map(({ seq }) => seq)).toEqual([3])
    await reader.stop()
  })

  test('catches up a long meeting whole', async () => {
    const room = await aRoom(app)
    await sql`select append_room_event(${room.id}, now(), '{"type":"presented","criterionId":"critere-1"}')
      from generate_series(1, 1234)`.execute(app.owner)
    const reader = await screen(room)
    const seen = await reader.until(hasSeq(1236))

    expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: 1236 }, (_, index) => index + 1))
    await reader.stop()
  })

  test('is not to be kept, gathered or read by others', async () => {
    const room = await aRoom(app)
    const response = await room.driven.advisor.send(`/api${room.path}/events`, {})
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    await response.body?.cancel()

    const stranger = await app.signIn(await app.newNetwork(), {
      email: `s-${room.id}@example.org`,
      standing: 'advisor',
    })
    const foreign = await stranger.send(`/api${room.path}/events`, {})
    expect(foreign.status).toBe(404)
    expect((await stranger.get(room.path)).status).toBe(404)
  })

  test('reaches people on another server of the same database', async () => {
    const room = await aRoom(app)
    const elsewhere = createApp(other)
    const response = await elsewhere.request(`${origin}/api${room.path}/events`, {
      headers: { cookie: room.driven.advisor.cookie },
    })
    const reader = readEvents(response)
    await reader.until(hasSeq(2))
    await answer(await room.join(), 'critere-1', { level: 3 })

    expect(await reader.until(typed('positioned'))).toContainEqual(
      expect.objectContaining({ type: 'positioned', criterionId: 'critere-1', answered: 1 }),
    )
    await reader.stop()
  })

  test('loses nothing when the connection that listens is cut', async () => {
    const room = await aRoom(app)
    const reader = await screen(room)
    await reader.until(hasSeq(2))
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where query = 'listen jalon_room' and datname = current_database()`.execute(app.owner)
    await room.lead({ type: 'present', criterionId: 'critere-1' })

    expect((await reader.until(hasSeq(3))).at(-1)).toMatchObject({ type: 'presented' })
    await reader.stop()
  })

  test('of a seat ends with the meeting, its last word told', async () => {
    const room = await aRoom(app)
    const reader = readEvents(await (await room.join()).stream())
    await reader.until(hasSeq(2))
    await room.lead({ type: 'close' })

    expect((await reader.rest()).at(-1)).toMatchObject({ type: 'closed' })
  })

  test('of someone who answered beforehand ends when the meeting starts', async () => {
    const room = await aRoom(app, { status: 'prepared' })
    const reader = readEvents(await (await room.join()).stream())
    await room.lead({ type: 'start' })

    expect((await reader.rest()).at(-1)).toMatchObject({ type: 'started' })
  })
})

describe('a spread', () => {
  test('is not revealed under three answers', async () => {
    const room = await aRoom(app)
    for (const answers of [1, 2, 3]) {
      await answer(await room.join(), 'critere-1', { passed: true })
      const shown = await room.command({ type: 'reveal', criterionId: 'critere-1' })
      expect(shown.status).toBe(answers < 3 ? 409 : 200)
      if (answers < 3) expect(shown.code).toBe('too-few-positions')
    }
  })

  test('reaches a phone once it has answered, by its stream, its reply and its page', async () => {
    const { room, phones } = await revealed()
    const late = await room.join()
    const [first] = phones
    const of = async (phone = late) => (await readEvents(await phone.stream()).until(typed('revealed'))).at(-1)

    expect(await of(first)).toHaveProperty('spread')
    expect(await of()).not.toHaveProperty('spread')
    expect((await late.get()).body.events.find(({ type }: RoomEvent) => type === 'revealed')).not.toHaveProperty(
      'spread',
    )
    const taken = await late.put('critere-1', { passed: true })
    expect(taken.body).toHaveProperty('spread')
    expect((await late.get()).body.events.find(({ type }: RoomEvent) => type === 'revealed')).toHaveProperty('spread')
  })

  test('is told to nobody before it is revealed, nor after it is reopened', async () => {
    const { room, phones } = await revealed()
    await room.lead({ type: 'reopen', criterionId: 'critere-1' })
    const [first] = phones
    expect((await first?.put('critere-1', { level: 4 }))?.body).not.toHaveProperty('spread')
    expect((await room.view()).events.at(-1)).toEqual(expect.not.objectContaining({ spread: expect.anything() }))
  })

  test('without names moves by three people at least, so that no late answer is read from it', async () => {
    const { room, phones } = await revealed()
    const shown = async () => (await room.view()).events.at(-1)
    const [one, two] = phones
    const before = { level1: 0, level2: 3, level3: 0, level4: 0, unknown: 0, notApplicable: 0, passed: 0 }

    await one?.put('critere-1', { level: 4 })
    await one?.put('critere-1', { level: 3 })
    await two?.put('critere-1', { level: 3 })
    expect(await shown()).toMatchObject({ type: 'positioned', answered: 3, spread: before })
    await room.lead({ type: 'reveal', criterionId: 'critere-1' })
    expect(await shown()).toMatchObject({ type: 'revealed', spread: before })
    await answer(await room.join(), 'critere-1', { level: 3 })
    expect(await shown()).toMatchObject({ answered: 4, spread: { ...before, level2: 1, level3: 3 } })
  })

  test('without names is kept as it was shown where one or two have moved since', async () => {
    const { room, phones } = await revealed()
    await phones[0]?.put('critere-1', { level: 4 })
    await room.lead({ type: 'agree', criterionId: 'critere-1', answer: { level: 2 }, baseRevision: 0 })
    const { entries } = (await room.driven.advisor.get(`/accompaniments/${room.driven.id}`)).body
    expect(entries['spread/critere-1'].value).toMatchObject({ level2: 3, level4: 0 })
  })

  test('with names follows each answer', async () => {
    const { room, phones } = await revealed(true)
    await phones[0]?.put('critere-1', { level: 4 })
    expect((await room.view()).events.at(-1)).toMatchObject({ spread: { level2: 2, level4: 1 } })
  })
})

describe('who is there', () => {
  test('is counted by seats whose stream is open, on all servers together', async () => {
    const room = await aRoom(app)
    const reader = await screen(room)
    const present = (count: number) => (seen: readonly RoomEvent[]) =>
      seen.some((event) => 'present' in event && event.present === count)
    const [a, b] = [await room.join(), await room.join()]
    const here = readEvents(await a.stream())
    const again = readEvents(await a.stream())
    const there = readEvents(
      await createApp(other).request(`${origin}/api/seat/events`, { headers: { cookie: b.cookie } }),
    )
    await Promise.all([here, again, there].map((each) => each.until(hasSeq(1))))
    await reader.until(present(2))
    await Promise.all([there.stop(), here.stop(), again.stop()])

    expect((await reader.until(present(0))).at(-1)).toMatchObject({ type: 'left', present: 0 })
    await reader.stop()
  })
})

test('a server that stops ends its streams and opens no more', async () => {
  const room = await aRoom(app)
  const stopping = createServices({
    ...other,
    secret: 'a secret of the tests, long enough for anyone',
    connections: app.connections,
  })
  const reader = readEvents(
    await createApp(stopping).request(`${origin}/api${room.path}/events`, {
      headers: { cookie: room.driven.advisor.cookie },
    }),
  )
  await reader.until(hasSeq(2))
  await stopping.rooms.hub.endStreams()
  await reader.rest()
  const refused = await createApp(stopping).request(`${origin}/api${room.path}/events`, {
    headers: { cookie: room.driven.advisor.cookie },
  })
  expect(refused.status).toBe(503)
  await stopping.close()
})
