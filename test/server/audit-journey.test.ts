import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSmallQuestionnaire } from '#test/support/a-dossier.ts'
import { anAudit, leaveAudit } from '#test/support/an-audit.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

const questionnaire = { ...aSmallQuestionnaire(), id: 'pratiques-essai', journey: 'practices-audit' as const }

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ questionnaire })
})
afterAll(() => app.close())

test('an audit of practices goes from the request to its closing by the API alone, and each move is logged', async () => {
  const audit = await anAudit(app, questionnaire, 'closed')
  const view = await audit.advisor.get(`/accompaniments/${audit.id}`)

  expect(view.body.state).toBe('closed')
  expect(view.body.journey).toBe('practices-audit')
  expect(view.body.transitions.map((each: { event: string; by: string }) => each.event)).toEqual([
    'qualify',
    'schedule',
    'start-framing',
    'start-awareness',
    'skip-perception',
    'start-restitution',
    'start-planning',
    'submit-for-review',
    'approve',
    'start-follow-up',
    'close',
  ])
})

test('both documents are printed at delivery, each with its own number', async () => {
  const audit = await anAudit(app, questionnaire, 'delivered')
  await app.runJobs()
  const view = await audit.advisor.get(`/accompaniments/${audit.id}/syntheses`)
  const delivered = view.body.filter((each: { revision: number }) => each.revision === 1)
  expect(delivered.map((each: { audience: string }) => each.audience).toSorted()).toEqual([
    'lcd-internal',
    'lcd-public',
  ])
  expect(delivered.every((each: { current: boolean }) => each.current)).toBe(true)
})

test('a correction renews both documents', async () => {
  const audit = await anAudit(app, questionnaire, 'delivered')
  const path = `/accompaniments/${audit.id}`
  const opened = await audit.advisor.post(`${path}/corrections`, {
    operationId: crypto.randomUUID(),
    reason: 'Une coquille',
  })
  expect(opened.body).toEqual({ revision: 2 })
  await audit.advisor.post(`${path}/syntheses`, { operationId: crypto.randomUUID(), audience: 'lcd-internal' })
  const { body } = await audit.advisor.get(`${path}/syntheses`)
  const renewed = body.filter((each: { revision: number }) => each.revision === 2)
  expect(renewed.map((each: { audience: string }) => each.audience).toSorted()).toEqual(['lcd-internal', 'lcd-public'])
})

test('a document of another journey is refused', async () => {
  const audit = await anAudit(app, questionnaire, 'planning')
  const asked = await audit.advisor.post(`/accompaniments/${audit.id}/syntheses`, {
    operationId: crypto.randomUUID(),
    audience: 'full',
  })
  expect(asked.status).toBe(400)
  expect(asked.body.faults).toEqual([expect.objectContaining({ code: 'unknown-value', path: '/audience' })])
})

test('the survey is skipped with a reason only', async () => {
  const audit = await anAudit(app, questionnaire, 'awareness')
  const bare = await audit.trigger(audit.advisor, 'skip-perception', 'awareness')
  expect(bare.code).toBe('reason-missing')
  await leaveAudit(app, audit, questionnaire, 'awareness')
  const view = await audit.advisor.get(`/accompaniments/${audit.id}`)
  expect(view.body.state).toBe('audit')
})

test('an advisor’s notes are seen by nobody else, in the dossier, its history or its changes', async () => {
  const audit = await anAudit(app, questionnaire, 'audit')
  await audit.save(audit.advisor, 'note/critere-2', 'Y revenir doucement')
  const path = `/accompaniments/${audit.id}`
  const seen = await audit.referent.get(path)
  expect(JSON.stringify(seen.body)).not.toContain('note/critere-2')
  expect((await audit.advisor.get(path)).body.entries['note/critere-2'].value).toBe('Y revenir doucement')
  expect((await audit.referent.get(`${path}/entries/note%2Fcritere-2/history`)).status).toBe(404)
})
