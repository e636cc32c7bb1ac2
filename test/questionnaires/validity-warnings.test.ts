import { expect, test } from 'vitest'
import { checkCommand } from '#server/cli/questionnaire.ts'
import { someSections } from '#test/core/questionnaire/sections/some-sections.ts'
import { aQuestionnaireJson } from '#test/support/a-questionnaire.ts'
import { authored } from '#test/support/authored-questionnaire.ts'
import { problemsOf, runJalon } from '#test/support/run-jalon.ts'
import { aFolder } from '#test/support/temporary-folder.ts'

function landmark(reviewBy: string): Readonly<Record<string, unknown>> {
  return { ...someSections.landmarks[0], validity: { readOn: '2019-06-01', reviewBy } }
}

const passed = { ...aQuestionnaireJson(), landmarks: [landmark('2020-01-01')] }

test('a date passed is one line of warning on standard error, and no fault', async () => {
  const run = await runJalon('questionnaire', 'check', await aFolder({ 'essai@1.1.0.json': passed }))

  expect(run).toMatchObject({ exit: 0, stdout: 'Une version contrôlée, aucun défaut.\n' })
  expect(problemsOf(run)).toEqual([
    {
      code: 'validity-passed',
      severity: 'warning',
      path: '/landmarks/0/validity/reviewBy',
      message: expect.stringContaining('2020-01-01') as unknown,
      file: expect.stringMatching(/essai@1\.1\.0\.json$/) as unknown,
    },
  ])
})

test('a date to come is silent', async () => {
  const sound = { ...passed, landmarks: [landmark('2999-01-01')] }

  expect(await runJalon('questionnaire', 'check', await aFolder({ 'essai@1.1.0.json': sound }))).toEqual({
    exit: 0,
    stdout: 'Une version contrôlée, aucun défaut.\n',
    stderr: '',
  })
})

test('warnings do not hide faults, nor faults warnings', async () => {
  const broken = { ...passed, title: '' }
  const run = await runJalon('questionnaire', 'check', await aFolder({ 'essai@1.1.0.json': broken }))

  expect(run).toMatchObject({ exit: 2, stdout: '' })
  expect(problemsOf(run).map(({ code, severity }) => [code, severity])).toEqual([
    ['validity-passed', 'warning'],
    ['empty-text', undefined],
  ])
})

test.each([
  ['2026-12-21', []],
  ['2026-12-22', ['validity-passed']],
])('the day is given by whoever calls: on %s, %j', async (today, codes) => {
  const files = {
    ...authored('essai', '1.1.0'),
    'essai/1.1.0/landmarks.yaml': [
      '- id: repere',
      '  text: Un actif sur trois.',
      '  source: Enquête',
      "  validity: { readOn: '2026-01-01', reviewBy: '2026-12-22' }",
      '',
    ].join('\n'),
  }
  const outcome = await checkCommand([await aFolder(files)], today)

  expect(outcome.ok).toBe(true)
  expect(outcome.warnings?.map(({ code }) => code)).toEqual(codes)
  expect(outcome.warnings?.every(({ line }) => line === 4)).toBe(true)
})
