import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSmallQuestionnaire } from '#test/support/a-dossier.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

let app: TestApp

beforeAll(async () => {
  app = await openTestApp({
    questionnaire: { ...aSmallQuestionnaire(), id: 'audit-de-pratiques', journey: 'practices-audit' },
  })
})
afterAll(() => app.close())

test('where the journey keeps positions anonymous, no meeting asks for names', async () => {
  const networkId = await app.newNetwork()
  const advisor = await app.signIn(networkId, { email: 'conseil@example.org', standing: 'advisor' })
  const created = await advisor.post('/accompaniments', {
    operationId: randomUUID(),
    structure: { name: 'Les Ateliers', siret: '00000193300019', kinds: ['ACI'], city: 'Pantin' },
    method: 'audit-de-pratiques',
    motive: 'recognition',
    referent: { name: 'Nadia Belkacem', email: 'referente@example.org' },
  })
  const prepare = (named: boolean) =>
    advisor.post(`/accompaniments/${created.body.id}/rooms`, { operationId: randomUUID(), meeting: 'audit-1', named })

  expect(await prepare(true)).toMatchObject({ status: 409, code: 'positions-anonymous' })
  expect(await prepare(false)).toMatchObject({ status: 201, body: { named: false } })
})
