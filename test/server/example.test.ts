import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAccount } from '#server/database/queries/accounts.ts'
import { createExample } from '#server/example/create-example.ts'
import { sampleFile } from '#server/example/sample-file.ts'
import { acceptedMediaType } from '#server/files/file-type.ts'
import { projectQuestionnaires } from '#server/questionnaires/project-questionnaires.ts'
import { loadVerifiedQuestionnaires } from '#server/questionnaires/verified.ts'
import { openTestApp, type TestApp, type Visitor } from '#test/support/test-app.ts'

let app: TestApp
let advisor: Visitor
let networkId: string
beforeAll(async () => {
  app = await openTestApp({ questionnaires: await loadVerifiedQuestionnaires(projectQuestionnaires) })
  networkId = await app.newNetwork()
  advisor = await app.signIn(networkId, { email: 'moi@example.org', standing: 'advisor' })
  await createExample(app.services, networkId)
  await app.runJobs()
})
afterAll(() => app.close())

type Item = { id: string; state: string; isExample: boolean; structure: { name: string } }
const items = async (): Promise<readonly Item[]> => (await advisor.get('/portfolio')).body.items

test('shows one delivered, two in the middle, one just requested, each marked as an example', async () => {
  const shown = await items()
  expect(shown.map(({ state }) => state).toSorted()).toEqual(['delivered', 'evidence', 'planning', 'requested'])
  expect(shown.every(({ isExample }) => isExample)).toBe(true)
  expect((await advisor.get('/me')).body.network.hasExample).toBe(true)
})

test('has a delivered synthesis that opens at once, and a journey dated in the past', async () => {
  const delivered = (await items()).find(({ state }) => state === 'delivered')
  const view = await advisor.get(`/accompaniments/${delivered?.id}`)
  expect(view.body.syntheses[0]).toMatchObject({ revision: 1, state: 'ready', current: true })
  const instants: string[] = view.body.transitions.map(({ at }: { at: string }) => at)
  expect(instants).toEqual(instants.toSorted())
  expect(instants.every((at) => at < app.clock.now.toISOString())).toBe(true)
})

test('comes once: not twice, and not again after it was removed', async () => {
  await createExample(app.services, networkId)
  expect(await items()).toHaveLength(4)
})

test('writes to nobody', () => {
  expect(app.letters).toEqual([])
})

test('leaves nothing but what is not the example’s when it is removed', async () => {
  await advisor.post('/structures', { name: 'La nôtre', kinds: ['ACI'] })
  expect((await advisor.delete('/example')).status).toBe(204)
  expect((await advisor.delete('/example')).status).toBe(204)
  await createExample(app.services, networkId)

  expect((await advisor.get('/portfolio')).body).toMatchObject({
    items: [],
    counts: { advisor: 0, structure: 0, later: 0, done: 0 },
    meetings: [],
  })
  expect((await advisor.get('/structures')).body.map(({ name }: { name: string }) => name)).toEqual(['La nôtre'])
  expect((await advisor.get('/me')).body.network.hasExample).toBe(false)
  for (const table of ['accompaniments', 'entries', 'entry_history', 'proofs', 'syntheses', 'people', 'transitions'])
    expect(
      (await sql`select from ${sql.table(table)} where network_id = ${networkId}`.execute(app.owner)).rows,
    ).toEqual([])
  const { rows } = await sql`select email from users where network_id = ${networkId}`.execute(app.owner)
  expect(rows).toEqual([{ email: 'moi@example.org' }])
  expect(await findAccount(app.services.accountsDb, advisor.userId)).toMatchObject({ standing: 'advisor' })
})

test.each([
  ['bilan.pdf', 'application/pdf'],
  ['heures.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
])('its sample %s is of the type its name says', async (name, mediaType) => {
  expect(await acceptedMediaType(sampleFile(name))).toBe(mediaType)
})
