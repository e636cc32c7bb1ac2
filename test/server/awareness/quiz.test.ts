import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QuizRound } from '#src/contract/awareness.ts'
import { driveNew, type Driven } from '#test/support/an-accompaniment.ts'
import { aQuestionnaireToRaiseAwareness } from '#test/support/awareness/a-questionnaire-to-raise-awareness.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

const questionnaire = aQuestionnaireToRaiseAwareness()

let app: TestApp
beforeAll(async () => {
  app = await openTestApp({ questionnaire })
})
afterAll(() => app.close())

const open = async ({ advisor, id }: Driven, round: QuizRound) =>
  advisor.post(`/accompaniments/${id}/quiz/rounds`, { operationId: randomUUID(), round })
const close = ({ advisor, id }: Driven, round: QuizRound) =>
  advisor.post(`/accompaniments/${id}/quiz/rounds/${round}/close`, { operationId: randomUUID() })

async function codeOf(driven: Driven, round: QuizRound): Promise<string> {
  const { status, body } = await open(driven, round)
  expect(status).toBe(201)
  return body.rounds.find((each: { round: string }) => each.round === round).code
}

const send = (code: string, own: object = {}) =>
  app.visitor().post('/quiz/answers', {
    code,
    submissionId: randomUUID(),
    answers: { 'cas-1': 'option-b', 'cas-2': 'option-a' },
    ...own,
  })

async function play(driven: Driven, round: QuizRound, words: readonly (string | undefined)[]): Promise<void> {
  const code = await codeOf(driven, round)
  const replies = await Promise.all(words.map((word) => send(code, word === undefined ? {} : { word })))
  expect(replies.map(({ status }) => status)).toEqual(words.map(() => 204))
}

describe('a round', () => {
  test('opens with a code that only who leads sees, and closes with it', async () => {
    const driven = await driveNew(app, questionnaire.id)
    const code = await codeOf(driven, 'before')
    expect(code).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXZ]{6}$/)
    const seen = await driven.referent.get(`/accompaniments/${driven.id}/quiz`)
    expect(seen.body.rounds).toEqual([
      { round: 'before', status: 'open', answers: 0 },
      { round: 'after', status: 'none', answers: 0 },
    ])

    await close(driven, 'before')
    expect((await send(code)).code).toBe('code-unknown')
  })

  test('is played one at a time', async () => {
    const driven = await driveNew(app, questionnaire.id)
    await codeOf(driven, 'before')
    expect((await open(driven, 'after')).code).toBe('event-impossible')
    expect((await close(driven, 'after')).code).toBe('not-found')
  })

  test('shows nothing before its close', async () => {
    const driven = await driveNew(app, questionnaire.id)
    await play(driven, 'before', Array.from({ length: 9 }))
    const { body } = await driven.advisor.get(`/accompaniments/${driven.id}/quiz`)
    expect(body.results.rounds.before).toEqual({ shown: false, answers: 9, reason: 'still-open' })
  })

  test.each([
    [6, { shown: false, answers: 6, reason: 'too-few' }],
    [7, { shown: true, answers: 7 }],
    [8, { shown: true, answers: 8 }],
  ])('of %i answers shows %o', async (count, expected) => {
    const driven = await driveNew(app, questionnaire.id)
    await play(driven, 'before', Array.from({ length: count }))
    const { body } = await close(driven, 'before')
    expect(body.results.rounds.before).toMatchObject(expected)
    if (expected.shown) expect(body.results.rounds.before.cases[0]).toMatchObject({ id: 'cas-1', right: count })
  })

  test('whose results were seen stays closed; one that showed nothing opens again and keeps its answers', async () => {
    const few = await driveNew(app, questionnaire.id)
    await play(few, 'before', Array.from({ length: 3 }))
    await close(few, 'before')
    await play(few, 'before', Array.from({ length: 4 }))
    expect((await close(few, 'before')).body.results.rounds.before).toMatchObject({ shown: true, answers: 7 })
    expect((await open(few, 'before')).code).toBe('event-impossible')
  })
})

describe('answers', () => {
  test('sent twice count once, even at the same moment', async () => {
    const driven = await driveNew(app, questionnaire.id)
    const code = await codeOf(driven, 'before')
    const ids = Array.from({ length: 25 }, () => randomUUID())
    const replies = await Promise.all([...ids, ...ids].map((submissionId) => send(code, { submissionId })))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([204]))
    expect((await close(driven, 'before')).body.results.rounds.before).toMatchObject({ answers: 25 })
  })

  test('of an unknown case or an unknown option are refused', async () => {
    const driven = await driveNew(app, questionnaire.id)
    const code = await codeOf(driven, 'before')
    expect((await send(code, { answers: { 'cas-9': 'option-a' } })).code).toBe('invalid')
    expect((await send(code, { answers: { 'cas-1': 'option-z' } })).code).toBe('invalid')
    expect((await send('ZZZZZZ')).code).toBe('code-unknown')
  })

  test('are paired by a word, however it is typed; those without one still count in the group', async () => {
    const driven = await driveNew(app, questionnaire.id)
    const words = ['Été', 'canard', 'vélo', 'lune', 'Zoé', 'café noir', 'pomme']
    const alone = (count: number): undefined[] => Array.from({ length: count })
    await play(driven, 'before', [...words, ...alone(5)])
    await close(driven, 'before')
    const again = ['  ete', 'CANARD', 'velo ', 'Lune', 'zoe', 'Cafe  noir', 'pomme']
    await play(driven, 'after', [...again, ...alone(6)])
    const { body } = await close(driven, 'after')
    expect(body.results.paired).toMatchObject({ people: 7 })
    expect(body.results.rounds).toMatchObject({ before: { answers: 12 }, after: { answers: 13 } })
  })

  test('hold neither the word nor anything that means something in another accompaniment', async () => {
    const [one, other] = [await driveNew(app, questionnaire.id), await driveNew(app, questionnaire.id)]
    const submissionId = randomUUID()
    for (const driven of [one, other])
      expect((await send(await codeOf(driven, 'before'), { submissionId, word: 'Tournesol' })).status).toBe(204)

    const { rows } = await sql<{ row: string; box: string; pair_hash: string; submission_hash: string }>`
      select to_jsonb(a)::text as row, box::text, pair_hash, submission_hash from quiz_answers a
      where network_id in (${one.networkId}, ${other.networkId})`.execute(app.owner)
    expect(rows).toHaveLength(2)
    for (const { row } of rows) expect(row.toLowerCase()).not.toMatch(new RegExp(`tournesol|${submissionId}`))
    for (const column of ['box', 'pair_hash', 'submission_hash'] as const)
      expect(new Set(rows.map((row) => row[column])).size).toBe(2)
  })
})

test('a method without a quiz has none, and without a survey none either', async () => {
  const { sections: _, ...plain } = questionnaire
  const other = await openTestApp({ questionnaire: plain })
  const { advisor, id } = await driveNew(other, plain.id)
  const operationId = randomUUID()
  const replies = await Promise.all([
    advisor.get(`/accompaniments/${id}/quiz`),
    advisor.post(`/accompaniments/${id}/quiz/rounds`, { operationId, round: 'before' }),
    advisor.get(`/accompaniments/${id}/perception`),
    advisor.get(`/accompaniments/${id}/perception/tickets`),
    advisor.post(`/accompaniments/${id}/perception`, {
      operationId: randomUUID(),
      invited: 12,
      until: '2026-04-20',
      informationDisplayed: true,
    }),
    advisor.post(`/accompaniments/${id}/perception/close`, { operationId: randomUUID() }),
  ])
  expect(replies.map(({ code }) => code)).toEqual(replies.map(() => 'not-found'))
  await other.close()
})
