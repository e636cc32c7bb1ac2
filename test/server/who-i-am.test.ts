import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstAdvisorLink, prepareNetworks } from '#server/prepare-networks.ts'
import { listNetworks } from '#server/database/queries/accounts.ts'
import { anAccompaniment } from '#test/support/an-accompaniment.ts'
import { openTestApp, type TestApp, type Visitor } from '#test/support/test-app.ts'

let app: TestApp
let networkId: string
let claire: Visitor
beforeAll(async () => {
  app = await openTestApp()
  networkId = await app.newNetwork()
  claire = await app.signIn(networkId, { email: 'claire@example.org', standing: 'advisor', name: 'Claire Vasseur' })
  await app.signIn(await app.newNetwork(), { email: 'ailleurs@example.org' })
})
afterAll(() => app.close())

async function tokenTo(email: string): Promise<string> {
  await app.runJobs()
  return (
    app.letters
      .findLast(({ to }) => to.address === email)
      ?.link?.split('/')
      .at(-1) ?? 'none'
  )
}

async function auditOf(userId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ action: string }>`
    select action from audit_log where actor_id = ${userId} order by id`.execute(app.owner)
  return rows.map(({ action }) => action)
}

const invitation = (change: object = {}) => ({
  operationId: randomUUID(),
  name: 'Inès Moreau',
  email: `ines-${randomUUID().slice(0, 8)}@example.org`,
  ...change,
})

describe('who I am', () => {
  test('one’s name changes at once, composed, and is noted', async () => {
    const awa = await app.signIn(networkId, { email: 'awa@example.org', name: 'Awa' })
    await awa.get('/me')
    expect((await awa.patch('/me', { name: '  Ine\u0300s Diallo ' })).status).toBe(204)
    expect((await awa.get('/me')).body.user).toEqual({
      id: awa.userId,
      name: 'In\u00e8s Diallo',
      email: 'awa@example.org',
    })
    expect(await auditOf(awa.userId)).toEqual(['person-renamed'])
  })

  test('a new address waits for the link mailed to it', async () => {
    const remi = await app.signIn(networkId, { email: 'remi@example.org' })
    expect((await remi.patch('/me', { name: 'remi', email: ' Remi.Roux@Example.org' })).status).toBe(204)
    expect((await remi.get('/me')).body.user).toMatchObject({
      email: 'remi@example.org',
      pendingEmail: 'remi.roux@example.org',
    })

    const token = await tokenTo('remi.roux@example.org')
    expect((await remi.post('/me/address', { token })).status).toBe(204)
    expect((await remi.get('/me')).body.user).toEqual({
      id: remi.userId,
      name: 'remi',
      email: 'remi.roux@example.org',
    })
    expect((await remi.post('/me/address', { token })).code).toBe('sign-in-link-spent')
    expect(await auditOf(remi.userId)).toEqual(['address-change-asked', 'address-changed'])
  })

  test('the link of an address is worth nothing to somebody else, once another was asked for, or after a day', async () => {
    const nora = await app.signIn(networkId, { email: 'nora@example.org' })
    await nora.patch('/me', { name: 'nora', email: 'nora.1@example.org' })
    const first = await tokenTo('nora.1@example.org')
    expect((await claire.post('/me/address', { token: first })).code).toBe('sign-in-link-spent')
    await nora.patch('/me', { name: 'nora', email: 'nora.2@example.org' })
    const second = await tokenTo('nora.2@example.org')
    expect((await nora.post('/me/address', { token: first })).code).toBe('sign-in-link-spent')

    const asked = app.clock.now
    app.clock.now = new Date(asked.getTime() + 24 * 3_600_000)
    expect((await nora.post('/me/address', { token: second })).code).toBe('sign-in-link-spent')
    expect((await nora.get('/me')).body.user.pendingEmail).toBeUndefined()
    app.clock.now = asked
  })

  test('the link of an address is stored as a hash alone and opens no session', async () => {
    const omar = await app.signIn(networkId, { email: 'omar@example.org' })
    await omar.patch('/me', { name: 'omar', email: 'omar.2@example.org' })
    const token = await tokenTo('omar.2@example.org')
    const { rows } = await sql<{ text: string }>`select v::text as text from verifications v`.execute(app.owner)
    expect(rows.filter(({ text }) => text.includes(token))).toEqual([])
    expect((await app.visitor().post('/sign-in/confirm', { token })).code).toBe('sign-in-link-spent')
  })

  test.each(['claire@example.org', 'ailleurs@example.org'])(
    'an address in use is refused alike in any network: %s',
    async (email) => {
      const zoe = await app.signIn(networkId, { email: 'zoe@example.org' })
      const refusal = await zoe.patch('/me', { name: 'Zoé', email })
      expect([refusal.status, refusal.code]).toEqual([409, 'address-taken'])
      expect((await zoe.get('/me')).body.user).toMatchObject({ name: 'zoe', email: 'zoe@example.org' })
    },
  )

  test('an address taken while its link was on its way stays with who has it', async () => {
    const lea = await app.signIn(networkId, { email: 'lea@example.org' })
    await lea.patch('/me', { name: 'lea', email: 'lea.2@example.org' })
    await app.signIn(await app.newNetwork(), { email: 'lea.2@example.org' })
    const refusal = await lea.post('/me/address', { token: await tokenTo('lea.2@example.org') })
    expect([refusal.status, refusal.code]).toEqual([409, 'address-taken'])
  })

  test('nobody’s mailbox is filled: five messages an hour', async () => {
    const max = await app.signIn(networkId, { email: 'max@example.org' })
    const statuses: number[] = []
    for (let tries = 0; tries < 6; tries++)
      statuses.push((await max.patch('/me', { name: 'max', email: 'cible@example.org' })).status)
    expect(statuses).toEqual([204, 204, 204, 204, 204, 429])
  })

  test.each([
    [{ name: ' ' }, 'empty-text', '/name'],
    [{ name: 'a'.repeat(81) }, 'text-too-long', '/name'],
    [{ name: 'a\u0007b' }, 'invalid-text', '/name'],
    [{ name: 'A', email: 'a@jalon.invalid' }, 'wrong-type', '/email'],
    [{ name: 'A', email: 'pas une adresse' }, 'wrong-type', '/email'],
    [{ name: 'A', standing: 'advisor' }, 'unknown-key', '/standing'],
  ])('%j is refused', async (body, code, path) => {
    const refusal = await claire.patch('/me', body)
    expect([refusal.status, refusal.body.faults]).toEqual([400, [{ code, path, message: expect.stringMatching(/\S/) }]])
  })
})

describe('a fresh Jalon', () => {
  test('lets its first advisor say who they are at once, and keeps printing a link for them', async () => {
    const fresh = await openTestApp()
    const network = await prepareNetworks(fresh.services)
    const first = await fresh.signIn(network.id, { email: 'accompagnement@jalon.invalid' })
    expect((await first.patch('/me', { name: 'Claire', email: 'Claire@Example.org' })).status).toBe(204)
    expect((await first.get('/me')).body.user).toEqual({
      id: first.userId,
      name: 'Claire',
      email: 'claire@example.org',
    })
    expect((await first.patch('/network', { name: ' Coorace Île-de-France ' })).status).toBe(204)
    expect((await first.get('/me')).body.network.name).toBe('Coorace Île-de-France')

    const link = await firstAdvisorLink(fresh.services, await prepareNetworks(fresh.services))
    const token = link?.split('/').at(-1) ?? ''
    expect((await fresh.visitor().get(`/sign-in/${token}`)).body).toMatchObject({ email: 'claire@example.org' })
    await fresh.close()
  })
})

describe('colleagues', () => {
  test('are invited by mail, come in, and see the network', async () => {
    const body = invitation()
    const invited = await claire.post('/advisors', body)
    expect([invited.status, invited.body]).toEqual([
      201,
      { id: expect.any(String), name: 'Inès Moreau', email: body.email },
    ])
    const token = await tokenTo(body.email)
    const letter = app.letters.at(-1)
    expect(letter?.subject).toBe('Claire Vasseur vous invite à accompagner avec Jalon')
    expect(letter?.text).toMatch(/«\u00a0Réseau des tests\u00a0»/)
    expect((await app.visitor().get(`/sign-in/${token}`)).body).toEqual({
      email: body.email,
      name: 'Inès Moreau',
      next: '/',
    })
    const ines = await app.signIn(networkId, { email: body.email })
    expect((await ines.get('/me')).body.standing).toBe('advisor')
    expect((await ines.get('/advisors')).body).toContainEqual(invited.body)
  })

  test('repeating an invitation sends one; inviting again is refused', async () => {
    const body = invitation()
    const replies = await Promise.all([claire.post('/advisors', body), claire.post('/advisors', body)])
    expect(replies[0]?.body).toEqual(replies[1]?.body)
    await app.runJobs()
    expect(app.letters.filter(({ to }) => to.address === body.email)).toHaveLength(1)
    expect((await claire.post('/advisors', { ...body, operationId: randomUUID() })).code).toBe('already-advisor')
    expect((await claire.post('/advisors', invitation({ email: 'ailleurs@example.org' }))).code).toBe('address-taken')
  })

  test('lose the network when removed, whatever they had open, and keep what they were invited to', async () => {
    const driven = await anAccompaniment(app)
    const mail = invitation()
    const { body: colleague } = await driven.advisor.post('/advisors', mail)
    const ines = await app.signIn(driven.networkId, { email: mail.email })
    const save = () =>
      ines.put(`/accompaniments/${driven.id}/entries/framing%2Fscope`, {
        operationId: randomUUID(),
        baseRevision: 0,
        value: 'entity',
      })
    expect((await save()).status).toBe(200)
    expect((await driven.advisor.delete(`/advisors/${colleague.id}`)).status).toBe(204)
    expect((await ines.get('/me')).body.standing).toBe('member')
    expect((await ines.get(`/accompaniments/${driven.id}`)).status).toBe(404)
    expect((await save()).status).toBe(404)
    expect((await driven.advisor.delete(`/advisors/${colleague.id}`)).status).toBe(404)
    expect(await auditOf(driven.advisor.userId)).toEqual(expect.arrayContaining(['advisor-invited', 'advisor-removed']))
  })

  test('a referent made advisor, then removed, is a referent again', async () => {
    const driven = await anAccompaniment(app)
    const { email, name } = (await driven.referent.get('/me')).body.user
    expect((await driven.advisor.post('/advisors', invitation({ name, email }))).status).toBe(201)
    expect((await driven.referent.get(`/accompaniments/${driven.id}`)).body.role).toBe('advisor')
    await driven.advisor.delete(`/advisors/${driven.referent.userId}`)
    expect((await driven.referent.get(`/accompaniments/${driven.id}`)).body.role).toBe('referent')
  })

  test('never remove themselves, so one is always left, even when two remove each other', async () => {
    const own = await app.newNetwork()
    const [one, two] = await Promise.all(
      ['un', 'deux'].map((name) => app.signIn(own, { email: `${name}@example.org`, standing: 'advisor' })),
    )
    if (one === undefined || two === undefined) throw new Error('two are needed')
    expect((await one.delete(`/advisors/${one.userId}`)).code).toBe('own-access')
    const replies = await Promise.all([one.delete(`/advisors/${two.userId}`), two.delete(`/advisors/${one.userId}`)])
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([204, 403]))
  })

  test('of another network are neither seen nor removed', async () => {
    const stranger = await app.signIn(await app.newNetwork(), { email: 'loin@example.org', standing: 'advisor' })
    expect((await claire.get('/advisors')).body.map(({ id }: { id: string }) => id)).not.toContain(stranger.userId)
    expect((await claire.delete(`/advisors/${stranger.userId}`)).status).toBe(404)
  })

  test('the link that a start prints passes to who removed the first advisor', async () => {
    const fresh = await openTestApp()
    const network = await prepareNetworks(fresh.services)
    const colleague = await fresh.signIn(network.id, { email: 'suite@example.org', standing: 'advisor' })
    await colleague.delete(`/advisors/${network.firstAdvisorId ?? ''}`)
    expect((await listNetworks(fresh.services.accountsDb))[0]?.firstAdvisorId).toBe(colleague.userId)
    await fresh.close()
  })
})
