import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadVerifiedQuestionnaires } from '#server/questionnaires/verified.ts'
import { projectQuestionnaires } from '#server/questionnaires/project-questionnaires.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

let app: TestApp
let without: TestApp
beforeAll(async () => {
  ;[app, without] = [
    await openTestApp({ questionnaires: await loadVerifiedQuestionnaires(projectQuestionnaires) }),
    await openTestApp(),
  ]
})
afterAll(async () => {
  await app.close()
  await without.close()
})

test('what to do in a serious situation is read without an account, and nothing keeps it', async () => {
  const read = await app.visitor().get('/guidance')
  expect(read.status).toBe(200)
  expect(read.headers.get('cache-control')).toBe('no-store')
  expect(read.body.steps[0].contacts.map(({ phone }: { phone: string }) => phone)).toContain('17')
})

test('an installation whose questionnaires say nothing of it has no such page', async () => {
  expect((await without.visitor().get('/guidance')).status).toBe(404)
})
