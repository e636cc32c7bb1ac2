import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAccompaniment, type Driven } from '#test/support/an-accompaniment.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

let app: TestApp
let driven: Driven
beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(async () => {
  driven = await anAccompaniment(app)
})
afterAll(() => app.close())

const key = 'criterion/critere-1'
const path = (id: string, entry = key) => `/accompaniments/${id}/entries/${encodeURIComponent(entry)}`
const level = (value: number) => ({ level: value, example: 'Chaque lundi.' })
const put = (body: object, entry = key) =>
  driven.referent.put(path(driven.id, entry), { operationId: randomUUID(), baseRevision: 0, value: level(2), ...body })

describe('a save', () => {
  test('gives the revision and the instant, and leaves its history and one audit line without the answer', async () => {
    const first = await put({})
    const second = await put({ baseRevision: 1, value: level(3) })

    expect(first.body).toEqual({ key, revision: 1, savedAt: app.clock.now.toISOString() })
    expect(second.body.revision).toBe(2)
    const history = await driven.referent.get(`${path(driven.id)}/history`)
    expect(history.body).toEqual([
      { revision: 2, value: level(3), before: level(2), at: app.clock.now.toISOString(), by: 'Nadia Belkacem' },
      { revision: 1, value: level(2), before: null, at: app.clock.now.toISOString(), by: 'Nadia Belkacem' },
    ])
    const { rows } = await sql`
      select action, subject from audit_log where accompaniment_id = ${driven.id} and subject = ${key}`.execute(
      app.owner,
    )
    expect(rows).toEqual([
      { action: 'entry-saved', subject: key },
      { action: 'entry-saved', subject: key },
    ])
  })

  test('repeated with its operation id gets the very first reply and writes nothing more', async () => {
    const operationId = randomUUID()
    const first = await put({ operationId })
    app.clock.now = new Date(app.clock.now.getTime() + 5_000)
    const again = await put({ operationId })

    expect(again.body).toEqual(first.body)
    expect(await countHistory()).toBe(1)
  })

  test('with an operation id that served for another value is refused', async () => {
    const operationId = randomUUID()
    await put({ operationId })
    const other = await put({ operationId, value: level(4) })

    expect([other.status, other.code]).toEqual([409, 'operation-reused'])
  })

  test('based on a revision that is no longer the last is refused with the value that stands, twice the same', async () => {
    await put({})
    const operationId = randomUUID()
    const stale = await put({ operationId, value: level(4) })
    await put({ baseRevision: 1, value: level(1) })
    const again = await put({ operationId, value: level(4) })

    expect([stale.status, stale.code]).toEqual([409, 'stale-revision'])
    expect(stale.body.current).toEqual({
      key,
      value: level(2),
      revision: 1,
      updatedAt: expect.any(String),
      updatedBy: 'Nadia Belkacem',
    })
    expect(again.body.current).toEqual(stale.body.current)
  })

  test('of a first value over one that came meanwhile, and of a change to what never was, are both stale', async () => {
    await put({})
    expect((await put({})).code).toBe('stale-revision')
    expect((await put({ baseRevision: 3 }, 'criterion/critere-2')).code).toBe('stale-revision')
  })

  test('sent sixteen times at once with one operation id is written once, with one reply', async () => {
    const operationId = randomUUID()
    const replies = await Promise.all(Array.from({ length: 16 }, () => put({ operationId })))

    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 16 }, () => 200))
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(await countHistory()).toBe(1)
  })

  test('by sixteen people at once from the same revision succeeds for one and shows it to the others', async () => {
    const replies = await Promise.all(Array.from({ length: 16 }, (_, index) => put({ value: level((index % 4) + 1) })))

    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(replies.filter(({ code }) => code === 'stale-revision')).toHaveLength(15)
    expect(await countHistory()).toBe(1)
  })

  test('of sixteen different entries at once succeeds for all', async () => {
    const entries = Array.from({ length: 16 }, () => `element/${randomUUID()}`)
    const replies = await Promise.all(entries.map((entry) => put({ value: { title: 'Un élément' } }, entry)))

    expect(replies.map(({ status }) => status)).toEqual(entries.map(() => 200))
  })

  test('of null erases, keeps the history, and what was erased can be written again', async () => {
    await put({})
    const erased = await put({ baseRevision: 1, value: null })
    const view = await driven.referent.get(`/accompaniments/${driven.id}`)

    expect(erased.body.revision).toBe(2)
    expect(view.body.entries[key]).toMatchObject({ value: null, revision: 2 })
    expect((await put({ baseRevision: 2, value: level(1) })).body.revision).toBe(3)
  })

  test('of null where nothing ever was is refused', async () => {
    expect((await put({ value: null })).status).toBe(400)
  })

  test('is refused from one who left, at once', async () => {
    await put({})
    await driven.advisor.delete(`/accompaniments/${driven.id}/people/${driven.referent.userId}`)

    expect((await put({ baseRevision: 1 })).status).toBe(404)
  })

  test('replies only once the answer is where another connection reads it', async () => {
    await put({})
    const { rows } = await sql<{ value: unknown }>`
      select value from entries where accompaniment_id = ${driven.id} and key = ${key}`.execute(app.owner)

    expect(rows).toEqual([{ value: level(2) }])
  })
})

describe('hostile bodies change nothing', () => {
  const bodies: readonly [string, unknown, string | undefined][] = [
    ['an absent value', undefined, '/value'],
    ['a level of 5', { level: 5 }, '/value/level'],
    ['a level as text', { level: '3' }, undefined],
    ['a level and unknown', { level: 3, unknown: true }, undefined],
    ['an unknown key', { level: 3, admin: true }, undefined],
    ['a text of control characters', { level: 3, example: 'a\u0000b' }, undefined],
    ['a lone surrogate', { level: 3, example: 'a\ud800' }, undefined],
    ['too long a text', { level: 3, example: 'a'.repeat(2_001) }, undefined],
    ['a list', [], undefined],
    ['a number', 3, undefined],
  ]
  test.each(bodies)('%s', async (_, value, at) => {
    const refusal = await put({ value })

    expect([refusal.status, refusal.code]).toEqual([400, 'invalid'])
    expect(refusal.body.faults[0].message).toMatch(/\S/)
    if (at !== undefined) expect(refusal.body.faults[0].path).toBe(at)
    expect(await countHistory()).toBe(0)
  })

  test.each(['criterion/inconnu', 'criterion', 'framing/__proto__', 'nimporte', '../structures', 'constructor/x', ''])(
    'the key %j',
    async (entry) => {
      expect((await put({}, entry)).status).toBeGreaterThanOrEqual(400)
      expect(await countHistory()).toBe(0)
    },
  )

  test.each([
    ['no operation id', { operationId: undefined }],
    ['an operation id that is none', { operationId: 'x' }],
    ['a negative revision', { baseRevision: -1 }],
    ['a fractional revision', { baseRevision: 0.5 }],
    ['one key too many', { extra: 1 }],
  ])('%s', async (_, body) => {
    expect((await put(body)).code).toBe('invalid')
  })

  test('what is not JSON', async () => {
    const response = await driven.referent.send(`/api${path(driven.id)}`, { method: 'PUT', body: '{"value":' })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'not-json', status: 400 })
  })

  test('a body over a mebibyte, announced or in chunks', async () => {
    const body = JSON.stringify({ operationId: randomUUID(), baseRevision: 0, value: 'a'.repeat(1_100_000) })
    const chunked = new ReadableStream({
      start(controller) {
        for (let at = 0; at < body.length; at += 50_000)
          controller.enqueue(new TextEncoder().encode(body.slice(at, at + 50_000)))
        controller.close()
      },
    })
    const announced = await driven.referent.send(`/api${path(driven.id)}`, {
      method: 'PUT',
      body,
      headers: { 'content-length': String(body.length) },
    })
    const streamed = await driven.referent.send(`/api${path(driven.id)}`, {
      method: 'PUT',
      body: chunked,
      duplex: 'half',
    } as RequestInit)

    expect([announced.status, streamed.status]).toEqual([413, 413])
    expect(await countHistory()).toBe(0)
  })
})

async function countHistory(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from entry_history where accompaniment_id = ${driven.id} and key like 'criterion/%'`.execute(
    app.owner,
  )
  return rows[0]?.count ?? -1
}
