import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainProblemCodes } from '#src/contract/problems.ts'
import { statuses } from '#server/http/statuses.ts'
import { problemTitles } from '#server/http/texts-fr.ts'
import { firstAdvisorLink, prepareNetworks } from '#server/prepare-networks.ts'
import { anAccompaniment, type Driven } from '#test/support/an-accompaniment.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

let app: TestApp
let driven: Driven
beforeAll(async () => {
  app = await openTestApp()
  driven = await anAccompaniment(app)
})
afterAll(() => app.close())

describe('structures', () => {
  const create = (body: object) => driven.advisor.post('/structures', { name: 'Le Relais', kinds: ['EI'], ...body })

  test('are made, found without accents, and changed field by field', async () => {
    const made = await create({ name: 'L’Établi', siret: '00000193300019', department: '2A', city: 'Ajaccio' })
    expect([made.status, made.body.accompaniments, made.body.isExample]).toEqual([201, 0, false])
    const changed = await driven.advisor.patch(`/structures/${made.body.id}`, { city: 'Bastia', kinds: ['EI', 'ACI'] })
    expect(changed.body).toEqual({ ...made.body, city: 'Bastia', kinds: ['EI', 'ACI'] })
    expect((await driven.advisor.get('/structures?search=etabli')).body).toEqual([changed.body])
  })

  test('a field that may be empty is emptied by null, and no other is', async () => {
    const { body } = await create({ siret: '00000193300019', city: 'Ajaccio', legalForm: 'public', member: true })
    const none = { siret: null, city: null, legalForm: null, member: null }
    const emptied = await driven.advisor.patch(`/structures/${body.id}`, none)
    expect(Object.keys(emptied.body).toSorted()).toEqual(['accompaniments', 'id', 'isExample', 'kinds', 'name'])
    const refusal = await driven.advisor.patch(`/structures/${body.id}`, { name: null, kinds: null })
    expect(refusal.body.faults.map(({ path }: { path: string }) => path)).toEqual(['/name', '/kinds'])
  })

  test.each([
    [{ siret: '12345678901234' }, 'invalid-siret', '/siret'],
    [{ department: '99' }, 'invalid-department', '/department'],
    [{ kinds: ['EI', 'EI'] }, 'duplicate', '/kinds'],
    [{ kinds: ['SIAE'] }, 'unknown-value', '/kinds/0'],
    [{ name: ' ' }, 'empty-text', '/name'],
    [{ name: 'a'.repeat(121) }, 'text-too-long', '/name'],
    [{ owner: 'moi' }, 'unknown-key', '/owner'],
    [{ kinds: undefined }, 'missing-key', '/kinds'],
  ])('with %j are refused', async (body, code, path) => {
    const refusal = await create(body)
    expect(refusal.status).toBe(400)
    expect(refusal.body.faults).toEqual([{ code, path, message: expect.stringMatching(/\S/) }])
  })

  test('all faults are told together', async () => {
    const refusal = await create({ name: '', kinds: 'EI', more: 1 })
    expect(refusal.body.faults.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      '/kinds',
      '/more',
      '/name',
    ])
  })
})

describe('a request', () => {
  const ask = (body: object) =>
    driven.advisor.post('/accompaniments', {
      operationId: randomUUID(),
      structure: { name: 'Le Relais', kinds: ['EI'] },
      method: 'utilite-sociale',
      motive: 'esus',
      ...body,
    })

  test('for a structure already known adds none', async () => {
    const known = await driven.advisor.post('/structures', { name: 'Déjà là', kinds: ['EI'] })
    const made = await ask({ structure: { id: known.body.id } })
    const view = await driven.advisor.get(`/accompaniments/${made.body.id}`)
    expect(view.body.structure).toMatchObject({ id: known.body.id, accompaniments: 1 })
  })

  test('for a structure of another network finds none', async () => {
    const elsewhere = await anAccompaniment(app)
    const theirs = await elsewhere.advisor.get(`/accompaniments/${elsewhere.id}`)
    expect((await ask({ structure: { id: theirs.body.structure.id } })).status).toBe(404)
  })

  test('repeated makes one accompaniment, one structure and one invitation', async () => {
    const body = { operationId: randomUUID(), structure: { name: 'Une seule', kinds: ['EI'] } }
    const replies = await Promise.all(Array.from({ length: 6 }, () => ask(body)))
    expect(new Set(replies.map(({ body: { id } }) => id)).size).toBe(1)
    expect((await driven.advisor.get('/structures?search=une seule')).body).toHaveLength(1)
  })

  test('pins the questionnaire by its hash, which its text has', async () => {
    const made = await ask({})
    const view = await driven.advisor.get(`/accompaniments/${made.body.id}`)
    const { id, version, sha256 } = view.body.questionnaire
    const served = await driven.advisor.send(`/api/questionnaires/${id}/${version}`, {})
    expect(served.headers.get('cache-control')).toContain('immutable')
    expect(Buffer.from(await crypto.subtle.digest('SHA-256', await served.arrayBuffer())).toString('hex')).toBe(sha256)
  })

  test('keeps why the structure asks', async () => {
    const made = await ask({ details: 'Un marché à gagner', neededBy: '2026-06-30' })
    const view = await driven.advisor.get(`/accompaniments/${made.body.id}`)
    expect(view.body.entries['framing/request'].value).toEqual({
      motive: 'esus',
      details: 'Un marché à gagner',
      neededBy: '2026-06-30',
    })
  })
})

describe('people', () => {
  const invite = (who: Driven['advisor'], body: object) =>
    who.post(`/accompaniments/${driven.id}/people`, {
      operationId: randomUUID(),
      name: 'Samuel Ortiz',
      email: 'samuel@example.org',
      role: 'team',
      ...body,
    })

  test('are invited, seen when they come, given another role, and leave', async () => {
    const invited = await invite(driven.referent, { jobTitle: 'Conseiller' })
    expect([invited.status, invited.body.seenAt]).toEqual([201, undefined])
    expect((await invite(driven.referent, {})).code).toBe('already-invited')
    const samuel = await app.signIn(driven.networkId, { email: 'samuel@example.org' })
    await samuel.get(`/accompaniments/${driven.id}`)
    const view = await driven.advisor.get(`/accompaniments/${driven.id}`)
    expect(view.body.people.find(({ userId }: { userId: string }) => userId === samuel.userId)).toMatchObject({
      jobTitle: 'Conseiller',
      seenAt: app.clock.now.toISOString(),
    })
    expect((await invite(driven.advisor, { role: 'referent' })).body.role).toBe('referent')
    expect((await driven.advisor.delete(`/accompaniments/${driven.id}/people/${samuel.userId}`)).status).toBe(204)
    expect((await samuel.get(`/accompaniments/${driven.id}`)).status).toBe(404)
  })

  test('who read have a last day, which must come', async () => {
    const reader = { role: 'reader', email: 'lecteur@example.org' }
    expect((await invite(driven.advisor, reader)).body.faults[0].path).toBe('/expiresOn')
    expect((await invite(driven.advisor, { ...reader, expiresOn: '2026-03-01' })).body.faults[0].code).toBe(
      'invalid-date',
    )
    expect((await invite(driven.advisor, { ...reader, expiresOn: '2026-03-02' })).status).toBe(201)
  })

  test('are made advisors by advisors alone', async () => {
    expect((await invite(driven.referent, { role: 'advisor', email: 'x@example.org' })).code).toBe('not-allowed')
    expect((await invite(driven.advisor, { role: 'advisor', email: 'collegue@example.org' })).status).toBe(201)
    const colleague = await app.signIn(driven.networkId, { email: 'collegue@example.org' })
    expect((await colleague.get('/me')).body.standing).toBe('advisor')
  })

  test('of another network cannot be taken', async () => {
    await app.signIn(await app.newNetwork(), { email: 'ailleurs@example.org' })
    expect((await invite(driven.advisor, { email: 'Ailleurs@Example.org' })).code).toBe('address-taken')
  })
})

describe('practices', () => {
  const practice = {
    title: 'Une permanence des droits à l’atelier',
    context: 'Peu de temps',
    how: 'Un jeudi sur deux',
    criteria: ['critere-1'],
    kinds: ['ACI'],
    consentOn: '2026-03-01',
  }
  test('are shared in the network, found by criterion, once agreed', async () => {
    const made = await driven.advisor.post('/practices', { operationId: randomUUID(), ...practice })
    expect(made.status).toBe(201)
    expect((await driven.referent.get('/practices?criterion=critere-1')).body).toEqual([made.body])
    expect((await driven.referent.get('/practices?criterion=critere-2')).body).toEqual([])
    const refusal = await driven.advisor.post('/practices', {
      operationId: randomUUID(),
      ...practice,
      consentOn: '2026-03-09',
    })
    expect(refusal.body.faults[0].path).toBe('/consentOn')
  })
})

describe('a fresh Jalon', () => {
  test('has one network and one advisor, however often it starts, and gives a new link each time', async () => {
    const fresh = await openTestApp()
    const network = await prepareNetworks(fresh.services)
    const again = await prepareNetworks(fresh.services)
    const links = [await firstAdvisorLink(fresh.services, network), await firstAdvisorLink(fresh.services, again)]

    expect(again).toEqual(network)
    expect(new Set(links).size).toBe(2)
    for (const link of links) {
      const token = link?.split('/').at(-1)
      expect((await fresh.visitor().post('/sign-in/confirm', { token })).status).toBe(204)
    }
    await fresh.close()
  })
})

describe('every refusal', () => {
  test.each([...plainProblemCodes, 'invalid', 'stale-revision', 'stale-state', 'steps-missing'] as const)(
    '%s has a status and a French sentence',
    (code) => {
      expect(statuses[code]).toBeGreaterThanOrEqual(400)
      expect(problemTitles[code]).toMatch(/^[A-ZÀ-Ý].*\.$/)
      expect(problemTitles[code]).not.toContain("'")
    },
  )

  test('is problem+json with the id of its request, also where nothing is', async () => {
    const refusal = await driven.advisor.get('/rien')
    expect(refusal.headers.get('content-type')).toBe('application/problem+json')
    expect(refusal.body).toEqual({
      type: 'urn:jalon:problem:not-found',
      title: problemTitles['not-found'],
      status: 404,
      code: 'not-found',
      requestId: refusal.headers.get('x-request-id'),
    })
  })

  test('says nothing of a fault but its id', async () => {
    const broken = await openTestApp()
    const someone = await anAccompaniment(broken)
    const { services } = broken
    Object.assign(services, { questionnaires: new Map() })
    const fault = await someone.advisor.get(`/accompaniments/${someone.id}`)
    expect([fault.status, Object.keys(fault.body).toSorted()]).toEqual([
      500,
      ['code', 'requestId', 'status', 'title', 'type'],
    ])
    await broken.close()
  })

  test.each(['/api/me', '/api/sign-in/x', '/healthz', '/nulle-part'])(
    'and every answer carries its guards: %s',
    async (path) => {
      const { headers } = await app.visitor().send(path, {})
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    },
  )
})
