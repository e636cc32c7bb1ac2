import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAudit, leaveAudit } from '#test/support/an-audit.ts'
import { aQuestionnaireToRaiseAwareness } from '#test/support/awareness/a-questionnaire-to-raise-awareness.ts'
import { answer, aSurvey, someAnswers } from '#test/support/awareness/a-survey.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

const questionnaire = aQuestionnaireToRaiseAwareness()

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ questionnaire })
})
afterAll(() => app.close())

test('the window that opens moves the journey on, and until it closes nothing leaves the step', async () => {
  const survey = await aSurvey(app)
  const stateNow = async () => (await survey.advisor.get(`/accompaniments/${survey.id}`)).body.state
  expect(await stateNow()).toBe('perception')

  const early = await survey.trigger(survey.advisor, 'start-audit', 'perception')
  expect(early.body.missing).toMatchObject([{ code: 'survey-still-open' }])
  for (const [index, ticket] of survey.tickets.slice(0, 7).entries()) await answer(app, ticket, someAnswers(index))
  await survey.advisor.post(`/accompaniments/${survey.id}/perception/close`, { operationId: randomUUID() })
  expect((await survey.trigger(survey.advisor, 'start-audit', 'perception')).status).toBe(200)
})

test('what was answered to the survey does not outlive the delivery; the results do', async () => {
  const survey = await aSurvey(app)
  for (const [index, ticket] of survey.tickets.slice(0, 7).entries()) await answer(app, ticket, someAnswers(index))
  const path = `/accompaniments/${survey.id}/perception`
  const closed = await survey.advisor.post(`${path}/close`, { operationId: randomUUID() })
  await survey.trigger(survey.advisor, 'start-audit', 'perception')
  for (const state of ['audit', 'restitution', 'planning', 'review'] as const)
    await leaveAudit(app, survey, questionnaire, state)

  const { rows } = await sql`
    select from perception_answers where network_id = ${survey.networkId}`.execute(app.owner)
  expect(rows).toHaveLength(0)
  expect((await survey.advisor.get(path)).body).toEqual(closed.body)
})

test('without a window the step is passed with its reason', async () => {
  const audit = await anAudit(app, questionnaire, 'awareness')
  const refused = await audit.trigger(audit.advisor, 'start-perception', 'awareness')
  expect(refused.body.missing).toMatchObject([{ code: 'survey-not-opened' }])
  const skipped = await audit.trigger(audit.advisor, 'skip-perception', 'awareness', 'Huit personnes seulement')
  expect(skipped.body.state).toBe('audit')
})
