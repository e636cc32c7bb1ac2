import { expect, test } from 'vitest'
import type { Level, Weight } from '#src/questionnaire/questionnaire.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import type { Grade } from '#src/scoring/score.ts'
import { legalGap } from '#src/scoring/warnings.ts'
import { aSketchedQuestionnaire, aSheet } from '#test/support/a-sheet.ts'

type Given = { readonly id: string; readonly level: Level; readonly grade: Grade; readonly weight?: Weight }

function scored(given: readonly Given[], legal = false) {
  return scoreAnswerSheet(
    aSketchedQuestionnaire({
      dimensions: [
        { id: 'd', criteria: given.map(({ id, weight = 1 }) => ({ id, weight, legal, indicators: [`i-${id}`] })) },
      ],
      indicators: given.map(({ id }) => ({ id: `i-${id}` })),
    }),
    '',
    aSheet({
      answers: Object.fromEntries(given.map(({ id, level }) => [id, { level }])),
      proofs: Object.fromEntries(given.flatMap(({ id, grade }) => (grade === 'C' ? [] : [[id, ['preuve.pdf']]]))),
      indicators: Object.fromEntries(
        given.flatMap(({ id, grade }) => (grade === 'A' ? [[`i-${id}`, { numerator: 5, denominator: 9 }]] : [])),
      ),
    }),
  )
}

test.each([
  [2, 'A', [], []],
  [3, 'A', ['c'], []],
  [3, 'B', ['c'], []],
  [3, 'C', [], ['c']],
  [4, 'B', ['c'], []],
  [4, 'C', [], ['c']],
  [1, 'C', [], []],
] as const)('level %i graded %s: strength or to be demonstrated', (level, grade, strengths, toDemonstrate) => {
  expect(scored([{ id: 'c', level, grade }])).toMatchObject({ strengths, toDemonstrate })
})

test('strengths go by weight, then level, then grade, then the questionnaire’s order', () => {
  const { strengths } = scored([
    { id: 'dernier-b', level: 3, grade: 'B' },
    { id: 'dernier-b-aussi', level: 3, grade: 'B' },
    { id: 'dernier-a', level: 3, grade: 'A' },
    { id: 'niveau', level: 4, grade: 'B' },
    { id: 'poids', level: 3, grade: 'B', weight: 3 },
  ])

  expect(strengths).toEqual(['poids', 'niveau', 'dernier-a', 'dernier-b', 'dernier-b-aussi'])
})

test('what is to be demonstrated follows the same order', () => {
  const { toDemonstrate } = scored([
    { id: 'a', level: 3, grade: 'C' },
    { id: 'b', level: 4, grade: 'C' },
    { id: 'c', level: 3, grade: 'C', weight: 2 },
  ])

  expect(toDemonstrate).toEqual(['c', 'b', 'a'])
})

test('level 1 on a legal criterion is a warning, in the questionnaire’s order; level 2 is not', () => {
  const given: readonly Given[] = [
    { id: 'b', level: 1, grade: 'A' },
    { id: 'a', level: 1, grade: 'C', weight: 3 },
    { id: 'c', level: 2, grade: 'C' },
  ]

  expect(scored(given, true).warnings).toEqual(['b', 'a'])
  expect(scored(given, false).warnings).toEqual([])
})

test('the legal gap is what is missing to level 3, and nothing where there is no duty', () => {
  const levels = [1, 2, 3, 4] as const

  expect(levels.map((level) => legalGap({ legal: true }, level))).toEqual([2, 1, 0, 0])
  expect(levels.map((level) => legalGap({ legal: false }, level))).toEqual([0, 0, 0, 0])
})
