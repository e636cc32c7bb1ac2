import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foldRoom } from '#src/room/room-state.ts'
import { spreadOf } from '#src/room/spread.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'
import { answer, aRoom, cookieOf, inOrder, joinWith, phoneWith, type DrivenRoom, type Phone } from './a-room.ts'

let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

async function threePhones(room: DrivenRoom): Promise<readonly [Phone, Phone, Phone]> {
  return [await room.join(), await room.join(), await room.join()]
}

describe('a meeting', () => {
  test('goes from its preparation to its close, each fact numbered without a hole', async () => {
    const room = await aRoom(app)
    const [a, b, c] = await threePhones(room)
    await room.lead({ type: 'present', criterionId: 'critere-1' })
    await answer(a, 'critere-1', { level: 2 })
    await answer(b, 'critere-1', { level: 3 })
    await answer(c, 'critere-1', { passed: true })
    await room.lead(
      { type: 'reveal', criterionId: 'critere-1' },
      { type: 'agree', criterionId: 'critere-1', answer: { level: 3, example: 'Un exemple.' }, baseRevision: 0 },
      { type: 'reorder', criteria: ['critere-2', 'critere-1'] },
      { type: 'close' },
    )

    const view = await room.view()
    expect(view.status).toBe('closed')
    expect(view.events.map(({ seq }) => seq)).toEqual(view.events.map((_, index) => index + 1))
    expect(view.events.map(({ type }) => type)).toEqual([
      'prepared',
      'started',
      'presented',
      'positioned',
      'positioned',
      'positioned',
      'revealed',
      'agreed',
      'reordered',
      'closed',
    ])
    expect(foldRoom(view.events)).toMatchObject({
      status: 'closed',
      order: ['critere-2', 'critere-1'],
      criteria: { 'critere-1': { stage: 'agreed', answered: 3, agreed: { level: 3 } } },
    })
  })

  test('saves what was agreed as an answer, with the spread beside it', async () => {
    const room = await aRoom(app)
    for (const [index, phone] of (await threePhones(room)).entries())
      await answer(phone, 'critere-1', index === 0 ? { unknown: true } : { level: 4 })
    await room.lead({ type: 'agree', criterionId: 'critere-1', answer: { level: 4 }, baseRevision: 0 })

    const { entries } = (await room.driven.advisor.get(`/accompaniments/${room.driven.id}`)).body
    expect(entries['criterion/critere-1']).toMatchObject({ value: { level: 4 }, revision: 1 })
    expect(entries['spread/critere-1']).toMatchObject({
      value: spreadOf([{ unknown: true }, { level: 4 }, { level: 4 }]),
    })
  })

  test('keeps no spread of two answers', async () => {
    const room = await aRoom(app)
    await answer(await room.join(), 'critere-1', { level: 1 })
    await answer(await room.join(), 'critere-1', { level: 1 })
    await room.lead({ type: 'agree', criterionId: 'critere-1', answer: { level: 1 }, baseRevision: 0 })

    const { entries } = (await room.driven.advisor.get(`/accompaniments/${room.driven.id}`)).body
    expect(entries).not.toHaveProperty('spread/critere-1')
  })

  test('agrees on nothing that someone changed meanwhile, and shows what stands', async () => {
    const room = await aRoom(app)
    await room.driven.save(room.driven.referent, 'criterion/critere-1', { level: 2, example: 'Vu ce matin.' })
    const before = (await room.view()).events.length
    const refused = await room.command({
      type: 'agree',
      criterionId: 'critere-1',
      answer: { level: 3 },
      baseRevision: 0,
    })

    expect(refused).toMatchObject({ status: 409, code: 'stale-revision' })
    expect(refused.body.current).toMatchObject({ value: { level: 2 }, revision: 1 })
    expect((await room.view()).events).toHaveLength(before)
  })

  test('agrees on nothing that is no answer', async () => {
    const room = await aRoom(app)
    const agree = (value: unknown) =>
      room.command({ type: 'agree', criterionId: 'critere-1', answer: value, baseRevision: 0 })

    expect((await agree({ level: 5 })).body.faults[0]).toMatchObject({ path: '/command/answer/level' })
    expect(await agree({ notApplicable: true })).toMatchObject({ status: 400, code: 'invalid' })
  })

  test('does each command once', async () => {
    const room = await aRoom(app)
    const operationId = randomUUID()
    const first = await room.command({ type: 'present', criterionId: 'critere-2' }, operationId)
    const again = await room.command({ type: 'present', criterionId: 'critere-2' }, operationId)

    expect(again.body).toEqual(first.body)
    expect((await room.view()).events.filter(({ type }) => type === 'presented')).toHaveLength(1)
    expect(await room.command({ type: 'close' }, operationId)).toMatchObject({ status: 409, code: 'operation-reused' })
  })

  test('is one at a time', async () => {
    const room = await aRoom(app)
    const another = () =>
      room.driven.advisor.post(`/accompaniments/${room.driven.id}/rooms`, {
        operationId: randomUUID(),
        meeting: '2',
        named: false,
      })

    expect(await another()).toMatchObject({ status: 409, code: 'room-already-open' })
    await room.lead({ type: 'close' })
    app.clock.now = new Date(app.clock.now.getTime() + 60_000)
    expect(await another()).toMatchObject({ status: 201, body: { status: 'prepared', meeting: '2' } })
    const list = await room.driven.advisor.get(`/accompaniments/${room.driven.id}/rooms`)
    expect(list.body.map(({ meeting }: { meeting: string }) => meeting)).toEqual(['2', '1'])
  })

  test('takes all the criteria that apply where none is chosen, and only those', async () => {
    const { driven } = await aRoom(app)
    const [open] = (await driven.advisor.get(`/accompaniments/${driven.id}/rooms`)).body
    await driven.advisor.post(`/accompaniments/${driven.id}/rooms/${open.id}/commands`, {
      operationId: randomUUID(),
      command: { type: 'close' },
    })
    const create = (body: object) =>
      driven.advisor.post(`/accompaniments/${driven.id}/rooms`, {
        operationId: randomUUID(),
        meeting: '2',
        named: false,
        ...body,
      })

    expect((await create({ criteria: ['critere-1', 'inconnu'] })).body.faults[0]).toMatchObject({
      code: 'unknown-criterion',
      path: '/criteria/1',
    })
    expect((await create({ criteria: ['critere-1', 'critere-1'] })).body.faults[0]).toMatchObject({ code: 'duplicate' })
    expect((await create({ meeting: 'inconnue' })).body.faults[0]).toMatchObject({ path: '/meeting' })
    const made = await create({})
    expect(foldRoom(made.body.events).order.length).toBeGreaterThanOrEqual(10)
  })

  test.each([
    [{ type: 'present', criterionId: 'critere-9' }, 400],
    [{ type: 'reveal', criterionId: 'critere-1' }, 409],
    [{ type: 'start' }, 409],
    [{ type: 'dance' }, 400],
  ])('refuses %o', async (command, status) => {
    const room = await aRoom(app)
    expect((await room.command(command as never)).status).toBe(status)
  })

  test('does nothing before its start, nor after its close', async () => {
    const room = await aRoom(app, { status: 'prepared' })
    const present = { type: 'present', criterionId: 'critere-1' } as const
    expect(await room.command(present)).toMatchObject({ status: 409, code: 'room-not-open' })
    await room.lead({ type: 'start' }, present, { type: 'close' })
    expect(await room.command(present)).toMatchObject({ status: 409, code: 'room-not-open' })
  })

  test('is not prepared where answers are read-only, but can still be ended', async () => {
    const room = await aRoom(app)
    await room.driven.trigger(room.driven.advisor, 'hold', 'arguments', 'Congés')
    expect(await room.command({ type: 'present', criterionId: 'critere-1' })).toMatchObject({ code: 'read-only' })
    await room.lead({ type: 'close' })
    expect(
      await room.driven.advisor.post(`/accompaniments/${room.driven.id}/rooms`, {
        operationId: randomUUID(),
        meeting: '1',
        named: false,
      }),
    ).toMatchObject({ status: 409, code: 'read-only' })
  })
})

describe('a seat', () => {
  test('sees the meeting in its order, with its own positions', async () => {
    const room = await aRoom(app)
    const phone = await room.join()
    await answer(phone, 'critere-2', { level: 1 })
    const { body } = await phone.get()

    expect(body).toMatchObject({ roomId: room.id, early: false, named: false, mine: { 'critere-2': { level: 1 } } })
    expect(body.criteria.map(({ id }: { id: string }) => id)).toEqual(inOrder)
    expect(body.criteria[0].levels).toHaveLength(4)
    expect(body.meetingTitle).toBe('Première réunion')
  })

  test('changes its position, and counts once', async () => {
    const room = await aRoom(app)
    const phone = await room.join()
    await answer(phone, 'critere-1', { level: 1 })
    const changed = await phone.put('critere-1', { notApplicable: true })

    expect(changed.body).toEqual({ criterionId: 'critere-1', position: { notApplicable: true }, answered: 1 })
  })

  test('gets the first reply of an operation again, and changes nothing with it', async () => {
    const room = await aRoom(app)
    const phone = await room.join()
    const operationId = randomUUID()
    const first = await phone.put('critere-1', { level: 1 }, operationId)
    await answer(phone, 'critere-1', { level: 4 })
    await answer(await room.join(), 'critere-1', { level: 4 })
    const again = await phone.put('critere-1', { level: 1 }, operationId)

    expect(again.body).toEqual(first.body)
    expect((await phone.get()).body.mine).toEqual({ 'critere-1': { level: 4 } })
    expect(await phone.put('critere-1', { level: 2 }, operationId)).toMatchObject({ code: 'operation-reused' })
  })

  test('takes one position when an operation comes many times at once', async () => {
    const room = await aRoom(app)
    const phone = await room.join()
    const operationId = randomUUID()
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => phone.put('critere-1', { level: 2 }, operationId)),
    )

    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect((await room.view()).events.filter(({ type }) => type === 'positioned')).toHaveLength(1)
  })

  test.each([{ level: 5 }, { level: 1, unknown: true }, {}, 'level', null])(
    'refuses the position %o',
    async (wrong) => {
      const room = await aRoom(app)
      expect(await (await room.join()).put('critere-1', wrong)).toMatchObject({ status: 400, code: 'invalid' })
    },
  )

  test('answers only what the meeting asks', async () => {
    const phone = await (await aRoom(app)).join()
    expect(await phone.put('critere-9', { level: 1 })).toMatchObject({ status: 404, code: 'not-found' })
  })

  test('is of no use in another room, nor without its own token', async () => {
    const [one, other] = [await aRoom(app), await aRoom(app)]
    const phone = await one.join()
    await answer(phone, 'critere-1', { level: 1 })
    expect((await phone.get()).body.roomId).toBe(one.id)
    expect((await other.view()).events.filter(({ type }) => type === 'positioned')).toHaveLength(0)

    const [, token] = phone.cookie.split('.')
    for (const cookie of [
      '',
      'jalon_seat=x',
      `jalon_seat=${other.driven.networkId}.${token}`,
      `jalon_seat=${one.driven.networkId}.${'x'.repeat(43)}`,
    ]) {
      const thief = phoneWith(app, cookie)
      expect(await thief.get()).toMatchObject({ status: 401, code: 'seat-lost' })
      expect((await thief.stream()).status).toBe(401)
    }
    expect((await phoneWith(app, '').put('critere-1', { level: 1 })).status).toBe(401)
  })

  test('given back takes no more positions, and what it answered stays counted', async () => {
    const room = await aRoom(app)
    const phone = await room.join()
    await answer(phone, 'critere-1', { level: 1 })
    const left = await phone.leave()

    expect(left.status).toBe(204)
    expect(left.headers.getSetCookie()[0]).toMatch(/^jalon_seat=;.*Max-Age=0/)
    expect(await phone.put('critere-1', { level: 2 })).toMatchObject({ status: 401, code: 'seat-lost' })
    expect((await (await room.join()).put('critere-1', { level: 2 })).body.answered).toBe(2)
  })

  test('is held by a cookie that scripts do not read and that goes nowhere else', async () => {
    const room = await aRoom(app)
    const joined = await app.visitor().post('/join', { code: (await room.view()).code })
    expect(joined.body).toEqual({ kind: 'meeting', structure: expect.any(String), asksName: false })
    expect(joined.headers.getSetCookie()[0]).toMatch(/Path=\/api\/seat; HttpOnly; SameSite=Strict$/)
    expect(cookieOf(joined)).toMatch(/^jalon_seat=/)
  })
})

describe('names', () => {
  test('are asked for where the team chose so, and the seat comes with them', async () => {
    const room = await aRoom(app, { named: true })
    const { code } = await room.view()
    const asked = await app.visitor().post('/join', { code })
    expect(asked.body.asksName).toBe(true)
    expect(cookieOf(asked)).toBe('')

    const phone = await joinWith(app, code ?? '', 'Nadia')
    expect((await phone.get()).body.named).toBe(true)
  })

  test('given where nobody asks are not kept', async () => {
    const room = await aRoom(app)
    await joinWith(app, (await room.view()).code ?? '', 'Nadia')
    const { rows } = await sql`select name from room_seats where room_id = ${room.id}`.execute(app.owner)
    expect(rows).toEqual([{ name: null }])
  })
})

describe('those who cannot come', () => {
  test('position themselves beforehand; their link closes when the meeting starts and their answers stay', async () => {
    const room = await aRoom(app, { status: 'prepared' })
    const { earlyCode = '' } = await room.view()
    const early = await room.join()
    await answer(early, 'critere-1', { level: 4 })
    expect((await early.get()).body.early).toBe(true)
    await room.lead({ type: 'start' })

    expect(await early.put('critere-1', { level: 1 })).toMatchObject({ status: 401, code: 'seat-lost' })
    expect((await app.visitor().post('/join', { code: earlyCode })).code).toBe('code-unknown')
    expect((await (await room.join()).put('critere-1', { level: 2 })).body.answered).toBe(2)
  })
})

describe('the close', () => {
  test('kills the code and the seats, and leaves neither seat nor position behind', async () => {
    const room = await aRoom(app)
    const { code } = await room.view()
    const phone = await room.join()
    await answer(phone, 'critere-1', { level: 1 })
    await room.lead({ type: 'close' })

    expect((await app.visitor().post('/join', { code })).code).toBe('code-unknown')
    expect(await phone.get()).toMatchObject({ status: 401, code: 'seat-lost' })
    expect(await phone.put('critere-1', { level: 2 })).toMatchObject({ status: 401, code: 'seat-lost' })
    for (const table of ['room_seats', 'room_positions', 'room_operations', 'room_reveals', 'room_presence']) {
      const column =
        table === 'room_operations' ? sql`network_id = ${room.driven.networkId}` : sql`room_id = ${room.id}`
      const { rows } = await sql`select from ${sql.table(table)} where ${column}`.execute(app.owner)
      expect([table, rows]).toEqual([table, []])
    }
  })
})
