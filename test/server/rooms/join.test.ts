import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mostWrongCodes } from '#server/rooms/door/door.ts'
import { closeCode, codeOf, findCode, openCode } from '#server/rooms/join-codes.ts'
import { within } from '#server/database/unit-of-work.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'
import { aRoom } from './a-room.ts'

let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  await sql`delete from join_attempts`.execute(app.owner)
})

const subject = () => crypto.randomUUID()

describe('a code', () => {
  test('has six characters that are neither vowels nor read for one another', async () => {
    const networkId = await app.newNetwork()
    const codes = await within(app.services.db, networkId, (tx) =>
      Promise.all(Array.from({ length: 200 }, () => openCode(tx, { networkId, kind: 'quiz', subjectId: subject() }))),
    )
    for (const code of codes) expect(code).toMatch(/^[BCDFGHJKMNPQRSTVWXZ2-9]{6}$/)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('is the same as long as it is open, and dies', async () => {
    const networkId = await app.newNetwork()
    const open = { networkId, kind: 'quiz', subjectId: subject() } as const
    await within(app.services.db, networkId, async (tx) => {
      const code = await openCode(tx, open)
      expect(await openCode(tx, open)).toBe(code)
      await closeCode(tx, open.kind, open.subjectId)
      expect(await codeOf(tx, open.kind, open.subjectId)).toBeUndefined()
    })
  })

  test('is found before the network is known, however it is typed', async () => {
    const networkId = await app.newNetwork()
    const open = { networkId, kind: 'quiz', subjectId: subject() } as const
    const code = await within(app.services.db, networkId, (tx) => openCode(tx, open))
    for (const typed of [
      code,
      code.toLowerCase(),
      ` ${code.slice(0, 3)} ${code.slice(3)} `,
      `${code.slice(0, 2)}-${code.slice(2)}`,
    ])
      expect(await findCode(app.services.db, typed)).toEqual(open)
    expect(await findCode(app.services.db, `${code}2`)).toBeUndefined()
  })

  test('shows no other row to whoever types it', async () => {
    const networkId = await app.newNetwork()
    const codes = await within(app.services.db, networkId, async (tx) => [
      await openCode(tx, { networkId, kind: 'quiz', subjectId: subject() }),
      await openCode(tx, { networkId, kind: 'quiz', subjectId: subject() }),
    ])
    const seen = await app.services.db.transaction().execute(async (tx) => {
      await sql`select find_code(${codes[0]})`.execute(tx)
      return (await sql<{ readonly code: string }>`select code from join_codes`.execute(tx)).rows
    })
    expect(seen).toEqual([{ code: codes[0] }])
  })
})

describe('wrong codes', () => {
  const wrong = (address?: string) => app.visitor(address).post('/join', { code: 'ZZZZZZ' })
  const count = (bucket: string, value: number) =>
    sql`insert into join_attempts (bucket, count, since) values (${bucket}, ${value}, ${app.clock.now})
      on conflict (bucket) do update set count = excluded.count`.execute(app.owner)

  test.each(['ZZZZZZ', 'AEIOUY', 'BCDF', 'ZZZZZZZZ', 'ZZZZZZZZZ'])('%s is not known', async (code) => {
    expect(await app.visitor().post('/join', { code })).toMatchObject({ status: 404, code: 'code-unknown' })
  })

  test('are refused by their shape before anything is looked at', async () => {
    expect(await app.visitor().post('/join', { code: 'AB' })).toMatchObject({ status: 400, code: 'invalid' })
    expect(await app.visitor().post('/join', { code: 12 })).toMatchObject({ status: 400, code: 'invalid' })
  })

  test('shut the door to their address alone, right codes included, for ten minutes', async () => {
    const room = await aRoom(app)
    const { code } = await room.view()
    const address = '192.0.2.7'
    await count(app.services.rooms.bucketOf(address), mostWrongCodes.perAddress - 1)
    expect((await wrong(address)).status).toBe(404)
    const shut = await app.visitor(address).post('/join', { code })
    expect(shut).toMatchObject({ status: 429, code: 'too-many-requests' })
    expect(Number(shut.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await app.visitor('192.0.2.8').post('/join', { code })).status).toBe(200)

    app.clock.now = new Date(app.clock.now.getTime() + 10 * 60_000 + 1)
    expect((await app.visitor(address).post('/join', { code })).status).toBe(200)
  })

  test('shut it to all when they come from everywhere', async () => {
    await count('everywhere', mostWrongCodes.everywhere - 1)
    expect((await wrong()).status).toBe(404)
    expect((await wrong()).status).toBe(429)
  })

  test('shut the door as soon when all of them come at once', async () => {
    const tries = await Promise.all(Array.from({ length: 300 }, () => wrong('192.0.2.11')))
    expect(tries.filter(({ status }) => status === 404)).toHaveLength(mostWrongCodes.perAddress)
  })

  test('keep no whole room waiting that enters at once by the same address', async () => {
    const { code } = await (await aRoom(app)).view()
    const address = '192.0.2.12'
    const entered = await Promise.all(Array.from({ length: 200 }, () => app.visitor(address).post('/join', { code })))
    expect(entered.every(({ status }) => status === 200)).toBe(true)
  })

  test('count as one where one machine has many addresses, or a proxy writes them its own way', () => {
    const { bucketOf } = app.services.rooms
    const same = (...addresses: readonly string[]) => new Set(addresses.map(bucketOf)).size === 1
    expect(same('2001:db8:1:2::1', '2001:db8:1:2:ffff:0:0:9', '[2001:DB8:1:2::7]:443', '2001:db8:1:2::1%eth0')).toBe(
      true,
    )
    expect(same('2001:db8:1:2::1', '2001:db8:1:3::1')).toBe(false)
    expect(same('::1', '0:0:0:0:0:0:0:1')).toBe(true)
    expect(same('192.0.2.7', '::ffff:192.0.2.7', '192.0.2.7:51234', '::ffff:c000:207')).toBe(true)
    expect(same('192.0.2.7', '192.0.2.8')).toBe(false)
    expect(same('unknown', 'something else')).toBe(false)
  })

  test('leave no address behind, and go after ten minutes', async () => {
    await wrong('192.0.2.9')
    const kept = async () =>
      (await sql<{ readonly bucket: string }>`select bucket from join_attempts order by 1`.execute(app.owner)).rows.map(
        ({ bucket }) => bucket,
      )
    expect(await kept()).toEqual([expect.stringMatching(/^[\w-]{43}$/), 'everywhere'])
    expect(JSON.stringify(await kept())).not.toContain('192.0.2.9')

    app.clock.now = new Date(app.clock.now.getTime() + 10 * 60_000 + 1)
    await wrong('192.0.2.10')
    expect(await kept()).not.toContain(app.services.rooms.bucketOf('192.0.2.9'))
  })

  test('are not counted where the code is right', async () => {
    const room = await aRoom(app)
    await room.join()
    expect((await sql`select from join_attempts`.execute(app.owner)).rows).toHaveLength(0)
  })
})

test('entering asks for a page of ours', async () => {
  const room = await aRoom(app)
  const response = await app.visitor().send('/api/join', {
    method: 'POST',
    headers: { origin: 'https://elsewhere.example' },
    body: JSON.stringify({ code: (await room.view()).code }),
  })
  expect(response.status).toBe(403)
})
