import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#src/accompaniment/states.ts'
import { mostWrongCodes } from '#server/rooms/door/door.ts'
import { within } from '#server/database/unit-of-work.ts'
import { aQuestionnaireToRaiseAwareness } from '#test/support/awareness/a-questionnaire-to-raise-awareness.ts'
import { answer, aSurvey, someAnswers, type Survey } from '#test/support/awareness/a-survey.ts'
import { openTestApp, type TestApp, type Visitor } from '#test/support/test-app.ts'

type Who = 'nobody' | 'stranger' | 'neighbour' | Role
const insiders: readonly Who[] = ['advisor', 'referent', 'team', 'reader']

let app: TestApp
let survey: Survey
let elsewhere: Survey
let who: Record<Who, Visitor>
beforeAll(async () => {
  app = await openTestApp({ questionnaire: aQuestionnaireToRaiseAwareness() })
  survey = await aSurvey(app)
  elsewhere = await aSurvey(app)
  const join = async (role: Role, email: string) => {
    await survey.advisor.post(`/accompaniments/${survey.id}/people`, {
      operationId: randomUUID(),
      name: role,
      email,
      role,
      ...(role === 'reader' ? { expiresOn: '2027-12-31' } : {}),
    })
    return app.signIn(survey.networkId, { email })
  }
  who = {
    nobody: app.visitor(),
    stranger: elsewhere.advisor,
    neighbour: await app.signIn(survey.networkId, { email: 'voisine@example.org' }),
    advisor: survey.advisor,
    referent: survey.referent,
    team: await join('team', 'equipe@example.org'),
    reader: await join('reader', 'lecture@example.org'),
  }
})
afterAll(() => app.close())

const operation = () => ({ operationId: randomUUID() })

describe.each<{ method: 'GET' | 'POST'; path: string; body?: () => object; may: readonly Who[] }>([
  { method: 'GET', path: '/quiz', may: insiders },
  { method: 'GET', path: '/perception', may: insiders },
  { method: 'GET', path: '/perception/tickets', may: ['advisor'] },
  { method: 'POST', path: '/quiz/rounds', body: () => ({ ...operation(), round: 'before' }), may: ['advisor'] },
  { method: 'POST', path: '/quiz/rounds/before/close', body: operation, may: ['advisor'] },
  { method: 'POST', path: '/perception', body: () => ({}), may: ['advisor'] },
  { method: 'POST', path: '/perception/close', body: () => ({}), may: ['advisor'] },
])('$method $path', ({ method, path, body, may }) => {
  test.each<Who>(['nobody', 'stranger', 'neighbour', 'reader', 'team', 'referent', 'advisor'])('%s', async (each) => {
    const url = `/accompaniments/${survey.id}${path}`
    const { status } = method === 'GET' ? await who[each].get(url) : await who[each].post(url, body?.())
    const refusal = each === 'nobody' ? 401 : insiders.includes(each) ? 403 : 404
    if (may.includes(each)) expect([200, 201, 400]).toContain(status)
    else expect(status).toBe(refusal)
  })
})

test('a ticket opens the same sheet before and after it was used, and entering writes nothing', async () => {
  const [ticket = '', other = ''] = elsewhere.tickets
  const enter = async (code: string) => (await app.visitor().post('/join', { code })).body
  const before = await enter(ticket)
  expect(before).toMatchObject({
    kind: 'perception',
    sheet: { network: 'Réseau des tests', until: '2026-04-20', title: 'Comment ça se passe ici ?' },
  })
  expect(JSON.stringify(before)).not.toContain('criteria')
  await answer(app, ticket, someAnswers(1))
  expect(await enter(ticket)).toEqual(before)
  expect(await enter(other)).toEqual(before)
})

test('a quiz code opens the cases without their right answers', async () => {
  const opened = await elsewhere.advisor.post(`/accompaniments/${elsewhere.id}/quiz/rounds`, {
    ...operation(),
    round: 'before',
  })
  const { body } = await app.visitor().post('/join', { code: opened.body.rounds[0].code })
  expect(body).toMatchObject({ kind: 'quiz', sheet: { round: 'before', cases: [{ id: 'cas-1' }, { id: 'cas-2' }] } })
  expect(JSON.stringify(body)).not.toMatch(/answer|explanation|goodPractice|legalBasis|presenterNotes/)
})

test('too many wrong codes from one place shut the door, there alone', async () => {
  const guesser = app.visitor()
  const guess = () => guesser.post('/perception/answers', { ticket: 'ZZZZZZZZ', answers: {} })
  for (let tries = 0; tries < mostWrongCodes.perAddress; tries++) expect((await guess()).code).toBe('code-unknown')
  const refused = await guess()
  expect(refused.code).toBe('too-many-requests')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await answer(app, elsewhere.tickets[3] ?? '', someAnswers(2))).status).toBe(204)
})

test('another network sees no round, no window, no ticket and no answer, and a ticket opens its own row alone', async () => {
  const tables = ['quiz_rounds', 'quiz_answers', 'perception_campaigns', 'perception_tickets', 'perception_answers']
  const count = async (networkId: string) =>
    within(app.services.db, networkId, async (tx) => {
      const rows = await Promise.all(tables.map((table) => sql`select from ${sql.table(table)}`.execute(tx)))
      return rows.map((each) => each.rows.length)
    })
  expect(await count(await app.newNetwork())).toEqual(tables.map(() => 0))
  const { rows } = await app.services.db.transaction().execute(async (tx) => {
    const hash = app.services.awareness.secrets.ticketHash(survey.tickets[0] ?? '')
    await sql`select set_config('jalon.ticket_hash', ${hash}, true)`.execute(tx)
    return sql`select from perception_tickets`.execute(tx)
  })
  expect(rows).toHaveLength(1)
})
