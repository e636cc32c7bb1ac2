import { expect, test } from 'vitest'
import { explainDimension } from '#src/scoring/explanation.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { aSketchedQuestionnaire, aSheet } from '#test/support/a-sheet.ts'

const questionnaire = aSketchedQuestionnaire({
  dimensions: [
    {
      id: 'd',
      title: 'Dimension',
      criteria: [
        { id: 'a', title: 'A', weight: 3 },
        { id: 'b', title: 'B', weight: 2 },
        { id: 'c', title: 'C', weight: 1 },
        { id: 'e', title: 'E', weight: 2, excludedFor: ['ACI'] },
      ],
    },
  ],
})

function explained(answers: Parameters<typeof aSheet>[0] & object) {
  return explainDimension(questionnaire, scoreAnswerSheet(questionnaire, '', aSheet(answers)), 'd')
}

test('each criterion’s share is its part of the score over the common denominator', () => {
  const explanation = explained({ answers: { a: { level: 3 }, b: { level: 4 }, c: { unknown: true } } })

  expect(explanation?.criteria.map(({ share }) => share)).toEqual([
    { numerator: 600, denominator: 15, value: 40 },
    { numerator: 600, denominator: 15, value: 40 },
    undefined,
    undefined,
  ])
  expect(explanation?.score).toMatchObject({ computable: true, value: 80, numerator: 1200, denominator: 15 })
})

test('what did not apply, and what is missing, are told apart', () => {
  expect(explained({ answers: { a: { level: 3 }, b: { unknown: true } } })).toMatchObject({
    notApplicableWeight: 2,
    missingWeight: 3,
  })
})

test('without a score there is no share, and the weight still to be levelled is given', () => {
  const explanation = explained({ answers: { a: { level: 3 } } })

  expect(explanation?.criteria.some((criterion) => 'share' in criterion)).toBe(false)
  expect(explanation?.weightToReach).toBe(1)
})

test('a dimension the questionnaire does not have has no explanation', () => {
  expect(explainDimension(questionnaire, scoreAnswerSheet(questionnaire, '', aSheet()), 'x')).toBeUndefined()
})
