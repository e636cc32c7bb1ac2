import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { driveNew } from '#test/support/an-accompaniment.ts'
import { aQuestionnaireToRaiseAwareness } from '#test/support/awareness/a-questionnaire-to-raise-awareness.ts'
import { answer, openWindow, someAnswers } from '#test/support/awareness/a-survey.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

const questionnaire = { ...aQuestionnaireToRaiseAwareness(), journey: 'key-arguments' as const }
const lines: string[] = []

let app: TestApp
beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) })
  app = await openTestApp({ questionnaire, log })
})
afterAll(() => app.close())

test('nothing typed in the survey or the quiz stands in any log, refusals and faults included', async () => {
  const driven = await driveNew(app, questionnaire.id)
  const { tickets } = await openWindow(driven, 12)
  const { body } = await driven.advisor.post(`/accompaniments/${driven.id}/quiz/rounds`, {
    operationId: randomUUID(),
    round: 'before',
  })
  const code: string = body.rounds[0].code
  const words = ['Tournesol', 'Réglisse', 'Boomerang']
  const submissions = words.map(() => randomUUID())
  const quiz = (own: object) => app.visitor().post('/quiz/answers', { code, answers: { 'cas-1': 'option-a' }, ...own })
  const statuses: number[] = []
  const note = ({ status }: { readonly status: number }) => statuses.push(status)

  for (const [index, ticket] of tickets.entries()) note(await answer(app, ticket, someAnswers(index * 31)))
  note(await answer(app, tickets[0] ?? '', someAnswers(3)))
  note(await answer(app, 'BCDFGHJK', someAnswers(4)))
  note(await answer(app, tickets[1] ?? '', { 'nom-invente': 'mot-invente' }))
  for (const [index, word] of words.entries()) note(await quiz({ word, submissionId: submissions[index] }))
  note(await quiz({ word: 'Tournesol', submissionId: submissions[0] }))
  note(await quiz({ word: 'Tournesol', submissionId: 'pas-un-uuid' }))
  note(await app.visitor().post('/join', { code: tickets[2] }))
  note(await app.visitor().post('/join', { code }))

  // A fault in the middle of writing: the driver's own error may hold what was being written.
  await sql`alter table perception_answers add constraint broken check (sealed is null) not valid`.execute(app.owner)
  await sql`alter table quiz_answers add constraint broken check (sealed is null) not valid`.execute(app.owner)
  note(await answer(app, tickets[3] ?? '', someAnswers(5)))
  note(await quiz({ word: 'Boomerang', submissionId: randomUUID() }))
  expect(new Set(statuses)).toEqual(new Set([200, 204, 400, 404, 500]))

  const logged = lines.join('\n').toLowerCase()
  expect(logged).toContain('/api/perception/answers')
  expect(logged).toContain('"msg":"fault"')
  const choices = ['permanent', 'parcours', 'tout-a-fait', 'plutot', 'pas-du-tout', 'sans-reponse', 'option-a']
  const typed = [...tickets, code, 'BCDFGHJK', ...words, 'Reglisse', ...submissions, 'nom-invente', 'mot-invente']
  for (const each of [...choices, ...typed]) expect(logged).not.toContain(each.toLowerCase())
})
