import { expect, test } from 'vitest'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { Level, Weight } from '#src/questionnaire/questionnaire.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { aSketchedQuestionnaire, aSheet } from '#test/support/a-sheet.ts'

type Given = { readonly weight: Weight; readonly answer: Level | 'blank' | 'unknown' | 'not applicable' }

function overall(given: readonly Given[], asked = true) {
  const questionnaire = aSketchedQuestionnaire({
    overall: asked,
    dimensions: given.map(({ weight }, at) => ({ id: `d${at}`, weight, criteria: [{ id: `c${at}` }] })),
  })
  const answers = Object.fromEntries(
    given.flatMap(({ answer }, at): [string, CriterionAnswer][] => {
      if (answer === 'blank') return []
      if (answer === 'unknown') return [[`c${at}`, { unknown: true }]]
      if (answer === 'not applicable') return [[`c${at}`, { notApplicable: true, reason: 'sans objet' }]]
      return [[`c${at}`, { level: answer }]]
    }),
  )

  return scoreAnswerSheet(questionnaire, '', aSheet({ answers })).overall
}

test('there is no overall score unless the questionnaire asks for one', () => {
  expect(overall([{ weight: 1, answer: 3 }], false)).toBeUndefined()
})

test('the overall score is the mean of the computable dimensions weighted by their own weights', () => {
  expect(
    overall([
      { weight: 3, answer: 4 },
      { weight: 1, answer: 1 },
    ]),
  ).toEqual({ computable: true, value: 75 })
})

test('dimensions where nothing applies count neither in the mean nor in its coverage', () => {
  expect(
    overall([
      { weight: 3, answer: 3 },
      { weight: 3, answer: 'not applicable' },
    ]),
  ).toEqual({
    computable: true,
    value: 200 / 3,
  })
})

test.each([
  [
    'under 60 %',
    [
      { weight: 2, answer: 3 },
      { weight: 2, answer: 'blank' },
    ],
    false,
  ],
  [
    'at 60 %',
    [
      { weight: 3, answer: 3 },
      { weight: 2, answer: 'blank' },
    ],
    true,
  ],
  [
    'over 60 %',
    [
      { weight: 2, answer: 3 },
      { weight: 1, answer: 'blank' },
    ],
    true,
  ],
] as const)('the computable dimensions must hold 60 %% of the applicable weight: %s', (_, given, computable) => {
  expect(overall(given)?.computable).toBe(computable)
})

test('an overall score that cannot be computed says why, in the same order as a dimension', () => {
  expect(overall([{ weight: 2, answer: 'not applicable' }])).toEqual({
    computable: false,
    reason: 'nothing-applicable',
    coverage: { levelled: 0, applicable: 0 },
  })
  expect(overall([{ weight: 2, answer: 'unknown' }])).toMatchObject({ computable: false, reason: 'nothing-answered' })
  expect(
    overall([
      { weight: 1, answer: 3 },
      { weight: 3, answer: 'blank' },
    ]),
  ).toEqual({
    computable: false,
    reason: 'coverage-too-low',
    coverage: { levelled: 1, applicable: 4 },
  })
})

test('a levelled criterion in a dimension that has no score makes the overall coverage low, not nothing answered', () => {
  const questionnaire = aSketchedQuestionnaire({
    overall: true,
    dimensions: [
      {
        id: 'd',
        criteria: [
          { id: 'c', weight: 1 },
          { id: 'e', weight: 3 },
        ],
      },
    ],
  })
  const score = scoreAnswerSheet(questionnaire, '', aSheet({ answers: { c: { level: 4 } } }))

  expect(score.overall).toMatchObject({ computable: false, reason: 'coverage-too-low' })
})
