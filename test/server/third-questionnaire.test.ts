import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LoadedQuestionnaire } from '#server/questionnaires/catalogue.ts'
import { loadVerifiedQuestionnaires } from '#server/questionnaires/verified.ts'
import { writeThirdQuestionnaire } from '#test/support/a-third-questionnaire.ts'
import { anAudit } from '#test/support/an-audit.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

let folder: string
let loaded: LoadedQuestionnaire
let app: TestApp
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jalon-third-'))
  await writeThirdQuestionnaire(folder)
  const found = (await loadVerifiedQuestionnaires(folder)).get('sobriete-numerique@2.1.0')
  if (found === undefined) throw new Error('the third questionnaire was not read')
  loaded = found
  app = await openTestApp({ questionnaire: loaded.questionnaire })
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

describe('a third questionnaire, from a folder nobody knew', () => {
  test('has its own shape: three dimensions, nine criteria, one quiz', () => {
    expect(loaded.questionnaire.dimensions.map(({ criteria }) => criteria.length)).toEqual([3, 3, 3])
    expect(Object.keys(loaded.questionnaire.sections ?? {})).toEqual(['quiz'])
  })

  test('is offered among the methods under its own title', async () => {
    const advisor = await app.signIn(await app.newNetwork(), { email: 'm@example.org', standing: 'advisor' })
    expect((await advisor.get('/methods')).body).toEqual([
      { id: 'sobriete-numerique', version: '2.1.0', title: 'Sobriété numérique', journey: 'practices-audit' },
    ])
  })

  test('goes through the whole journey, with an overall score, to both documents', async () => {
    const audit = await anAudit(app, loaded.questionnaire, 'closed')
    await app.runJobs()
    const view = await audit.advisor.get(`/accompaniments/${audit.id}`)
    const progress = await audit.advisor.get(`/accompaniments/${audit.id}/progress`)

    expect(view.body).toMatchObject({ state: 'closed', methodTitle: 'Sobriété numérique' })
    expect(progress.body.score.warnings).toEqual(['materiel-1'])
    expect(progress.body.score.overall.computable).toBe(true)
    expect(
      view.body.syntheses
        .filter(({ revision }: { revision: number }) => revision === 1)
        .map(({ audience, state }: { audience: string; state: string }) => [audience, state])
        .toSorted(),
    ).toEqual([
      ['lcd-internal', 'ready'],
      ['lcd-public', 'ready'],
    ])
  })

  test('runs its quiz before and after, on phones without an account', async () => {
    const audit = await anAudit(app, loaded.questionnaire, 'awareness')
    const quiz = `/accompaniments/${audit.id}/quiz`
    for (const round of ['before', 'after'] as const) {
      const opened = await audit.advisor.post(`${quiz}/rounds`, { operationId: randomUUID(), round })
      const code = opened.body.rounds.find((each: { round: string }) => each.round === round).code
      const phone = app.visitor()
      const joined = await phone.post('/join', { code })
      expect(joined.body).toMatchObject({ kind: 'quiz', sheet: { round } })
      expect(joined.body.sheet.cases).toHaveLength(4)
      for (let person = 0; person < 8; person++)
        await phone.post('/quiz/answers', {
          code,
          submissionId: randomUUID(),
          answers: { 'cas-1': round === 'before' ? 'a' : 'b' },
        })
      await audit.advisor.post(`${quiz}/rounds/${round}/close`, { operationId: randomUUID() })
    }
    const { body } = await audit.advisor.get(quiz)
    expect(body.results.rounds.before).toMatchObject({
      shown: true,
      answers: 8,
      cases: [{ id: 'cas-1', right: 0 }, {}, {}, {}],
    })
    expect(body.results.rounds.after).toMatchObject({
      shown: true,
      answers: 8,
      cases: [{ id: 'cas-1', right: 8 }, {}, {}, {}],
    })
  })
})
