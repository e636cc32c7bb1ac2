import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccompanimentState } from '#src/accompaniment/states.ts'
import { destroyRawAnswers } from '#server/awareness/raw-answers.ts'
import { loadAwareness } from '#server/awareness/read-awareness.ts'
import { findForSystem } from '#server/database/queries/accompaniments.ts'
import { eraseTraces } from '#server/database/queries/awareness/erase-traces.ts'
import { within } from '#server/database/unit-of-work.ts'
import { aQuestionnaireToRaiseAwareness } from '#test/support/awareness/a-questionnaire-to-raise-awareness.ts'
import { answer, aSurvey, someAnswers, type Survey } from '#test/support/awareness/a-survey.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ questionnaire: aQuestionnaireToRaiseAwareness() })
})
afterAll(() => app.close())

/** Eight answers to the survey and eight to the first round, both still open. */
async function answered(): Promise<Survey> {
  const survey = await aSurvey(app)
  const opened = await survey.advisor.post(`/accompaniments/${survey.id}/quiz/rounds`, {
    operationId: randomUUID(),
    round: 'before',
  })
  for (const [index, ticket] of survey.tickets.slice(0, 8).entries()) {
    await answer(app, ticket, someAnswers(index))
    const sent = { code: opened.body.rounds[0].code, submissionId: randomUUID(), answers: { 'cas-1': 'option-b' } }
    await app.visitor().post('/quiz/answers', sent)
  }
  return survey
}

const enter = ({ networkId, id }: Survey, state: AccompanimentState) =>
  within(app.services.db, networkId, (tx) => destroyRawAnswers(app.services, tx, id, { state, today: '2026-03-02' }))

async function raw({ networkId }: Survey) {
  const { rows } = await sql<{ survey: number; quiz: number; tickets: number }>`
    select (select count(*)::int from perception_answers where network_id = ${networkId}) as survey,
      (select count(*)::int from quiz_answers where network_id = ${networkId}) as quiz,
      (select count(*)::int from perception_tickets where network_id = ${networkId}) as tickets`.execute(app.owner)
  return rows[0]
}

const load = ({ networkId, id }: Survey) =>
  within(app.services.db, networkId, async (tx) => {
    const access = await findForSystem(tx, id)
    return access === undefined ? undefined : loadAwareness(app.services, tx, access)
  })

test('what was answered to the survey is destroyed at the delivery, once counted; to the quiz, at the closing', async () => {
  const survey = await answered()
  expect(await raw(survey)).toEqual({ survey: 8, quiz: 8, tickets: 12 })
  await enter(survey, 'planning')
  expect(await raw(survey)).toEqual({ survey: 8, quiz: 8, tickets: 12 })

  await enter(survey, 'delivered')
  expect(await raw(survey)).toEqual({ survey: 0, quiz: 8, tickets: 0 })
  const delivered = await load(survey)
  expect(delivered?.perception).toMatchObject({ status: 'closed', answered: 8, results: { shown: true, answers: 8 } })

  await enter(survey, 'closed')
  expect(await raw(survey)).toEqual({ survey: 0, quiz: 0, tickets: 0 })
  const closed = await load(survey)
  expect(closed?.perception).toEqual(delivered?.perception)
  expect(closed?.quiz.rounds.before).toMatchObject({ shown: true, answers: 8 })
})

test('a cancelled accompaniment keeps none of them', async () => {
  const survey = await answered()
  await enter(survey, 'cancelled')
  expect(await raw(survey)).toEqual({ survey: 0, quiz: 0, tickets: 0 })
})

test('an example that is removed takes its answers and its codes along', async () => {
  const survey = await answered()
  await sql`update accompaniments set is_example = true where id = ${survey.id}`.execute(app.owner)
  expect((await survey.advisor.delete('/example')).status).toBe(204)
  expect(await raw(survey)).toEqual({ survey: 0, quiz: 0, tickets: 0 })
  const { rows } = await sql`select from join_codes where network_id = ${survey.networkId}`.execute(app.owner)
  expect(rows).toHaveLength(0)
})

test('the night leaves the living rows on the disk, and no other', async () => {
  const survey = await answered()
  const size = async () => {
    const { rows } = await sql<{ bytes: number }>`
      select pg_relation_size('perception_tickets')::int as bytes`.execute(app.owner)
    return rows[0]?.bytes ?? 0
  }
  const before = { size: await size(), raw: await raw(survey) }
  await eraseTraces((statement) => sql.raw(statement).execute(app.owner))
  expect(await size()).toBeLessThan(before.size)
  expect(await raw(survey)).toEqual(before.raw)
  expect((await load(survey))?.perception).toMatchObject({ status: 'open', answered: 8 })
})
