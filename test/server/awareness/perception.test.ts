import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeOverdueWindows } from '#server/awareness/perception/close-perception.ts'
import { anAudit } from '#test/support/an-audit.ts'
import { aQuestionnaireToRaiseAwareness } from '#test/support/awareness/a-questionnaire-to-raise-awareness.ts'
import { answer, aSurvey, openWindow, someAnswers, type Survey } from '#test/support/awareness/a-survey.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

const opening = new Date('2026-03-02T09:00:00.000Z')

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ questionnaire: aQuestionnaireToRaiseAwareness() })
})
afterAll(() => app.close())

const perceptionOf = ({ advisor, id }: Pick<Survey, 'advisor' | 'id'>) =>
  advisor.get(`/accompaniments/${id}/perception`)
const close = ({ advisor, id }: Survey) =>
  advisor.post(`/accompaniments/${id}/perception/close`, { operationId: randomUUID() })
const answerAll = (survey: Survey, count: number) =>
  Promise.all(survey.tickets.slice(0, count).map((ticket, index) => answer(app, ticket, someAnswers(index))))

describe('opening', () => {
  test('gives one ticket a person, of eight signs none of which is taken for another, and moves the journey on', async () => {
    const survey = await aSurvey(app, 40)
    expect(new Set(survey.tickets).size).toBe(40)
    expect(survey.tickets.filter((ticket) => !/^[2-9BCDFGHJKMNPQRSTVWXZ]{8}$/.test(ticket))).toEqual([])
    const { body } = await perceptionOf(survey)
    const printed = await survey.advisor.get(`/accompaniments/${survey.id}/perception/tickets`)
    expect(new Set(printed.body.tickets)).toEqual(new Set(survey.tickets))
    expect(body).toEqual({
      status: 'open',
      invited: 40,
      answered: 0,
      openedOn: expect.any(String),
      until: '2026-04-20',
    })
  })

  test('is in the journal, and not among the changes of the dossier', async () => {
    const survey = await aSurvey(app)
    const { rows } = await sql`
      select action, subject from audit_log where accompaniment_id = ${survey.id} and action like 'awareness%'`.execute(
      app.owner,
    )
    expect(rows).toEqual([{ action: 'awareness-opened', subject: 'perception' }])
    const { body } = await survey.advisor.get(`/accompaniments/${survey.id}`)
    expect(body.recent.map(({ key }: { key: string }) => key)).not.toContain('perception')
  })

  test('keeps no ticket in what is remembered of the operation, and a repeat still gives them', async () => {
    const audit = await anAudit(app, aQuestionnaireToRaiseAwareness(), 'awareness')
    const body = { operationId: randomUUID(), invited: 10, until: '2026-04-20', informationDisplayed: true }
    const first = await audit.advisor.post(`/accompaniments/${audit.id}/perception`, body)
    const again = await audit.advisor.post(`/accompaniments/${audit.id}/perception`, body)
    expect(again.status).toBe(201)
    expect(again.body.tickets.toSorted()).toEqual(first.body.tickets.toSorted())

    const { rows } = await sql<{ kept: string }>`
      select string_agg(reply::text, ' ') as kept from operations where network_id = ${audit.networkId}`.execute(
      app.owner,
    )
    for (const ticket of first.body.tickets) expect(rows[0]?.kept).not.toContain(ticket)
  })

  test.each([
    ['fewer people than would hide anybody', { invited: 9 }, 'invalid'],
    ['a last day that is over', { until: '2026-03-01' }, 'invalid'],
    ['without the information displayed', { informationDisplayed: false }, 'invalid'],
  ])('is refused to %s', async (_, change, code) => {
    const audit = await anAudit(app, aQuestionnaireToRaiseAwareness(), 'awareness')
    const body = { operationId: randomUUID(), invited: 12, until: '2026-04-20', informationDisplayed: true }
    const refused = await audit.advisor.post(`/accompaniments/${audit.id}/perception`, { ...body, ...change })
    expect(refused.code).toBe(code)
  })

  test('waits for its step, and happens once', async () => {
    const audit = await anAudit(app, aQuestionnaireToRaiseAwareness(), 'framing')
    const body = () => ({ operationId: randomUUID(), invited: 12, until: '2026-04-20', informationDisplayed: true })
    expect((await audit.advisor.post(`/accompaniments/${audit.id}/perception`, body())).code).toBe('event-impossible')

    const survey = await aSurvey(app)
    expect((await survey.advisor.post(`/accompaniments/${survey.id}/perception`, body())).code).toBe('event-impossible')
  })

  test('happens again where too few answered: other tickets, and nothing of what was answered', async () => {
    const survey = await aSurvey(app)
    await answerAll(survey, 6)
    expect((await close(survey)).body).toMatchObject({ status: 'closed', answered: 6, results: { shown: false } })

    const { tickets } = await openWindow(survey, 15)
    expect(tickets.some((ticket) => survey.tickets.includes(ticket))).toBe(false)
    expect((await perceptionOf(survey)).body).toMatchObject({ status: 'open', answered: 0 })
    const again = { ...survey, tickets }
    await answerAll(again, 7)
    expect((await close(again)).body).toMatchObject({ answered: 7, results: { shown: true, answers: 7 } })
    const body = { operationId: randomUUID(), invited: 12, until: '2026-04-20', informationDisplayed: true }
    expect((await survey.advisor.post(`/accompaniments/${survey.id}/perception`, body)).code).toBe('event-impossible')
  })
})

describe('answering', () => {
  test('a ticket counts once: sent again it gets the same reply, and what was sent first stands', async () => {
    const survey = await aSurvey(app)
    await answerAll(survey, 8)
    const [ticket = ''] = survey.tickets
    for (const typed of [ticket, ticket.toLowerCase(), `${ticket.slice(0, 4)} ${ticket.slice(4)}`]) {
      const again = await answer(app, typed, { respect: 'pas-du-tout' })
      expect({ status: again.status, body: again.body }).toEqual({ status: 204, body: '' })
    }
    expect((await perceptionOf(survey)).body).toMatchObject({ answered: 8 })
    expect((await close(survey)).body.results.answers).toBe(8)
  })

  test('fifty phones that send at the same moment are all kept, and none twice', async () => {
    const survey = await aSurvey(app, 60)
    const twice = survey.tickets.slice(0, 50).flatMap((ticket, index) => [
      { ticket, index },
      { ticket, index },
    ])
    const replies = await Promise.all(twice.map(({ ticket, index }) => answer(app, ticket, someAnswers(index))))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([204]))
    expect((await perceptionOf(survey)).body).toMatchObject({ answered: 50 })
    expect((await close(survey)).body).toMatchObject({ answered: 50, results: { shown: true, answers: 50 } })
  })

  test('an unknown ticket, an unknown item and an unknown choice are refused, and use nothing', async () => {
    const survey = await aSurvey(app)
    const [ticket = ''] = survey.tickets
    expect((await answer(app, 'ZZZZZZZZ', {})).code).toBe('code-unknown')
    expect((await answer(app, ticket, { ailleurs: 'oui' })).code).toBe('invalid')
    expect((await answer(app, ticket, { respect: 'autre' })).code).toBe('invalid')
    expect((await perceptionOf(survey)).body.answered).toBe(0)
  })

  test('nothing is answered any more after the close, whether the ticket was used or not', async () => {
    const survey = await aSurvey(app)
    await answerAll(survey, 7)
    await close(survey)
    const used = await answer(app, survey.tickets[0] ?? '', someAnswers(1))
    const unused = await answer(app, survey.tickets[11] ?? '', someAnswers(1))
    expect([used.code, unused.code]).toEqual(['code-unknown', 'code-unknown'])
    const { rows } = await sql`
      select from perception_tickets where network_id = ${survey.networkId}`.execute(app.owner)
    expect(rows).toHaveLength(0)
  })
})

describe('closing', () => {
  test('shows no result while the window is open, to nobody', async () => {
    const survey = await aSurvey(app)
    await answerAll(survey, 10)
    for (const who of [survey.advisor, survey.referent]) {
      const { body } = await who.get(`/accompaniments/${survey.id}/perception`)
      expect(body).toMatchObject({ status: 'open', answered: 10 })
      expect(body).not.toHaveProperty('results')
    }
  })

  test('comes with the day after the last, for whoever looks and for the night’s job', async () => {
    app.clock.now = opening
    const looked = await aSurvey(app)
    const left = await aSurvey(app)
    await answerAll(looked, 7)
    await answerAll(left, 7)
    app.clock.now = new Date('2026-04-20T21:59:00.000Z')
    expect((await perceptionOf(looked)).body.status).toBe('open')
    expect((await answer(app, looked.tickets[8] ?? '', someAnswers(8))).status).toBe(204)

    app.clock.now = new Date('2026-04-20T22:01:00.000Z')
    expect((await answer(app, looked.tickets[9] ?? '', someAnswers(9))).code).toBe('code-unknown')
    expect((await perceptionOf(looked)).body).toMatchObject({ status: 'closed', closedOn: '2026-04-20', answered: 8 })
    await closeOverdueWindows(app.services)
    await closeOverdueWindows(app.services)
    const { rows } = await sql`
      select closed_on::text as on, answered from perception_campaigns where accompaniment_id = ${left.id}`.execute(
      app.owner,
    )
    expect(rows).toEqual([{ on: '2026-04-20', answered: 7 }])
    app.clock.now = opening
  })

  test('shows the same object to everybody of the accompaniment', async () => {
    const survey = await aSurvey(app)
    await answerAll(survey, 12)
    const closed = await close(survey)
    const { body } = await survey.referent.get(`/accompaniments/${survey.id}/perception`)
    expect(body).toEqual(closed.body)
  })
})
