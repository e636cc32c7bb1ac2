import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { within } from '#server/database/unit-of-work.ts'
import { origin, openTestApp, type TestApp } from '#test/support/test-app.ts'

let app: TestApp
let networkId: string
beforeAll(async () => {
  app = await openTestApp()
  networkId = await app.newNetwork()
  await app.signIn(networkId, { email: 'claire@example.org', standing: 'advisor' })
})
afterAll(() => app.close())

/** So that what was asked before does not count in the limits. */
function laterOn() {
  app.clock.now = new Date(app.clock.now.getTime() + 2 * 3_600_000)
}

/** The token of the newest link in the outbox. */
async function linkFor(email: string, address?: string): Promise<string> {
  app.letters.length = 0
  laterOn()
  const asked = await app.visitor(address).post('/sign-in', { email })
  expect(asked.status).toBe(204)
  await app.runJobs()
  return app.letters.at(-1)?.link?.split('/').at(-1) ?? ''
}

describe('a sign-in link', () => {
  test('opens one session, once', async () => {
    const token = await linkFor('claire@example.org')
    const opened = await app.visitor().post('/sign-in/confirm', { token })
    const again = await app.visitor().post('/sign-in/confirm', { token })

    expect(opened.status).toBe(204)
    expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
    expect([again.status, again.code]).toEqual([410, 'sign-in-link-spent'])
  })

  test('opens one session when it is spent sixteen times at once', async () => {
    const token = await linkFor('claire@example.org')
    const replies = await Promise.all(
      Array.from({ length: 16 }, () => app.visitor().post('/sign-in/confirm', { token })),
    )
    expect(replies.filter(({ status }) => status === 204)).toHaveLength(1)
  })

  test('is looked at by mail scanners without being spent', async () => {
    const token = await linkFor('claire@example.org')
    for (let scan = 0; scan < 3; scan++)
      expect((await app.visitor().get(`/sign-in/${token}`)).body).toEqual({
        email: 'claire@example.org',
        name: 'claire',
        next: '/',
      })
    expect((await app.visitor().post('/sign-in/confirm', { token })).status).toBe(204)
    expect((await app.visitor().get(`/sign-in/${token}`)).code).toBe('sign-in-link-spent')
  })

  test('is stored as a hash alone', async () => {
    const token = await linkFor('claire@example.org')
    const { rows } = await sql<{ text: string }>`select v::text as text from verifications v`.execute(app.owner)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ text }) => text.includes(token))).toEqual([])
  })

  test('that is too old opens nothing', async () => {
    const token = await linkFor('claire@example.org')
    await sql`update verifications set expires_at = now() - interval '1 second'`.execute(app.owner)
    expect((await app.visitor().get(`/sign-in/${token}`)).code).toBe('sign-in-link-spent')
    expect((await app.visitor().post('/sign-in/confirm', { token })).code).toBe('sign-in-link-spent')
  })

  test.each(['', 'x', 'a'.repeat(600), `${'a'.repeat(40)}' or 1=1 --`])(
    'made up as %j opens nothing',
    async (token) => {
      expect((await app.visitor().post('/sign-in/confirm', { token })).status).toBeGreaterThanOrEqual(400)
    },
  )
})

describe('asking for a link', () => {
  test('gets the same answer for an unknown address, which receives nothing and makes no account', async () => {
    app.letters.length = 0
    laterOn()
    const known = await app.visitor().post('/sign-in', { email: 'claire@example.org' })
    const unknown = await app.visitor().post('/sign-in', { email: 'inconnue@example.org' })
    await app.runJobs()

    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
    expect(app.letters.map(({ to }) => to.address)).toEqual(['claire@example.org'])
    const { rows } = await sql`select from users where email = 'inconnue@example.org'`.execute(app.owner)
    expect(rows).toEqual([])
  })

  test('ignores the case of the address', async () => {
    expect(await linkFor('Claire@Example.ORG')).not.toBe('')
  })

  test('is limited by address of the socket, whatever the headers say', async () => {
    const ask = (spoofed: string, address: string) =>
      app.visitor(address).send('/api/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': spoofed, 'x-jalon-address': spoofed },
        body: JSON.stringify({ email: 'inconnue@example.org' }),
      })
    const statuses: number[] = []
    for (let tries = 0; tries < 22; tries++) statuses.push((await ask(`192.0.2.${tries}`, '198.51.100.7')).status)

    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 204))
    expect(statuses.slice(20)).toEqual([429, 429])
    expect((await ask('198.51.100.7', '198.51.100.8')).status).toBe(204)
  })

  test('fills nobody’s mailbox: five mails an hour for one address', async () => {
    await app.signIn(networkId, { email: 'cible@example.org' })
    app.letters.length = 0
    for (let tries = 0; tries < 8; tries++) await app.visitor().post('/sign-in', { email: 'cible@example.org' })
    await app.runJobs()
    expect(app.letters).toHaveLength(5)
  })
})

describe('a session', () => {
  test('says who is signed in, where, and as what', async () => {
    const claire = await app.signIn(networkId, { email: 'claire@example.org', standing: 'advisor' })
    expect((await claire.get('/me')).body).toEqual({
      user: { id: claire.userId, name: 'claire', email: 'claire@example.org' },
      standing: 'advisor',
      network: { id: networkId, name: 'Réseau des tests', hasExample: false },
      outbox: true,
    })
  })

  test('ends at once when one signs out', async () => {
    const claire = await app.signIn(networkId, { email: 'claire@example.org', standing: 'advisor' })
    await claire.get('/me')
    expect((await claire.post('/sign-out', {})).status).toBe(204)
    expect((await claire.get('/me')).code).toBe('not-signed-in')
  })

  test('is not believed when its signature is another', async () => {
    const claire = await app.signIn(networkId, { email: 'claire@example.org', standing: 'advisor' })
    const forged = claire.cookie.replace(/\.[^.]*$/, '.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D')
    const response = await app.visitor().send('/api/me', { headers: { cookie: forged } })
    expect(response.status).toBe(401)
  })

  test('keeps neither the address nor the browser', async () => {
    const { rows } = await sql`
      select from sessions where ip_address is not null or user_agent is not null`.execute(app.owner)
    expect(rows).toEqual([])
  })

  test('takes the network of its person', async () => {
    const { rows } = await sql<{ network_id: string }>`select distinct network_id from sessions`.execute(app.owner)
    expect(rows).toEqual([{ network_id: networkId }])
  })
})

describe('what changes something', () => {
  test.each([
    ['from another site', 'https://ailleurs.example'],
    ['from nowhere', ''],
    ['from an opaque page', 'null'],
  ])('%s is refused', async (_, from) => {
    const claire = await app.signIn(networkId, { email: 'claire@example.org', standing: 'advisor' })
    const response = await claire.send('/api/sign-out', { method: 'POST', body: '{}', headers: { origin: from } })
    expect([response.status, (await response.json()).code]).toEqual([403, 'wrong-origin'])
  })

  test('from our own pages is heard', async () => {
    const response = await app.visitor().send('/api/sign-out', { method: 'POST', body: '{}', headers: { origin } })
    expect(response.status).toBe(204)
  })
})

test('an invitation’s link opens the accompaniment’s page, once', async () => {
  const link = await within(app.services.db, networkId, (tx) =>
    app.services.accounts.createLink(tx, 'claire@example.org', 14),
  )
  const token = link.split('/').at(-1)
  expect((await app.visitor().get(`/sign-in/${token}`)).status).toBe(200)
  expect((await app.visitor().post('/sign-in/confirm', { token })).status).toBe(204)
  expect((await app.visitor().post('/sign-in/confirm', { token })).status).toBe(410)
})
