import { expect, test } from 'vitest'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { Kind, Weight } from '#src/questionnaire/questionnaire.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import type { DimensionResult } from '#src/scoring/score.ts'
import { aSketchedQuestionnaire, aSheet } from '#test/support/a-sheet.ts'

type Given = { readonly weight: Weight; readonly answer?: CriterionAnswer; readonly excludedFor?: readonly Kind[] }

function scored(given: readonly Given[], kinds: readonly Kind[] = ['ACI']): DimensionResult {
  const criteria = given.map(({ weight, excludedFor = [] }, at) => ({ id: `c${at}`, weight, excludedFor }))
  const answers = Object.fromEntries(
    given.flatMap(({ answer }, at): [string, CriterionAnswer][] => (answer ? [[`c${at}`, answer]] : [])),
  )
  const questionnaire = aSketchedQuestionnaire({ dimensions: [{ id: 'd', criteria }] })
  const [result] = scoreAnswerSheet(questionnaire, '', aSheet({ answers, structure: { name: 'S', kinds } })).dimensions

  if (result === undefined) throw new Error('no dimension')

  return result
}

const na: CriterionAnswer = { notApplicable: true, reason: 'sans objet' }

test('a criterion is worth its level minus one, out of three', () => {
  const { criteria } = scored([1, 2, 3, 4].map((level) => ({ weight: 1, answer: { level: level as 1 } })))

  expect(criteria.map(({ points }) => points)).toEqual([0, 1, 2, 3])
})

test('a dimension is the weighted mean of its levelled criteria, with the two integers that gave it', () => {
  const { score } = scored([
    { weight: 3, answer: { level: 3 } },
    { weight: 3, answer: { level: 4 } },
    { weight: 2, answer: { level: 2 } },
  ])

  expect(score).toEqual({
    computable: true,
    value: 1700 / 24,
    numerator: 1700,
    denominator: 24,
    coverage: { levelled: 8, applicable: 8 },
  })
})

test('a criterion that does not apply leaves both the score and the coverage untouched', () => {
  expect(
    scored([
      { weight: 1, answer: { level: 3 } },
      { weight: 3, answer: na },
    ]).score,
  ).toMatchObject({
    computable: true,
    coverage: { levelled: 1, applicable: 1 },
  })
})

test('59 % of the weight is too little, 60 % is enough, 61 % too', () => {
  const of = (levelled: number) =>
    scored([
      ...Array.from({ length: levelled }, (): Given => ({ weight: 1, answer: { level: 2 } })),
      ...Array.from({ length: 100 - levelled }, (): Given => ({ weight: 1 })),
    ]).score.computable

  expect([of(59), of(60), of(61)]).toEqual([false, true, true])
})

test('a dimension where nothing applies has no score, whatever else is missing', () => {
  expect(scored([{ weight: 2, answer: na }]).score).toEqual({
    computable: false,
    reason: 'nothing-applicable',
    coverage: { levelled: 0, applicable: 0 },
  })
})

test('a dimension where nothing is levelled says so before it says that coverage is low', () => {
  expect(scored([{ weight: 2 }, { weight: 1, answer: { unknown: true } }]).score).toEqual({
    computable: false,
    reason: 'nothing-answered',
    coverage: { levelled: 0, applicable: 3 },
  })
})

test('a dimension answered for less than 60 % of its weight says that coverage is too low', () => {
  expect(scored([{ weight: 2 }, { weight: 1, answer: { level: 4 } }]).score).toEqual({
    computable: false,
    reason: 'coverage-too-low',
    coverage: { levelled: 1, applicable: 3 },
  })
})

test('unanswered, unknown and not applicable are three different things', () => {
  const { criteria, vector } = scored([
    { weight: 1 },
    { weight: 2, answer: { unknown: true } },
    { weight: 3, answer: na },
  ])

  expect(criteria.map(({ answer }) => answer)).toEqual(['unanswered', 'unknown', 'notApplicable'])
  expect(vector).toEqual({
    level1: 0,
    level2: 0,
    level3: 0,
    level4: 0,
    unknown: 2,
    unanswered: 1,
    notApplicable: 3,
  })
})

test('the vector gives the weight of each kind of answer and sums to the weight of the criteria', () => {
  const { vector } = scored([
    { weight: 1, answer: { level: 1 } },
    { weight: 2, answer: { level: 2 } },
    { weight: 3, answer: { level: 3 } },
    { weight: 3, answer: { level: 4 } },
    { weight: 2, excludedFor: ['ACI'] },
    { weight: 1, answer: { unknown: true } },
    { weight: 2 },
  ])

  expect(Object.entries(vector)).toEqual([
    ['level1', 1],
    ['level2', 2],
    ['level3', 3],
    ['level4', 3],
    ['unknown', 1],
    ['unanswered', 2],
    ['notApplicable', 2],
  ])
})

test('a criterion excluded for every kind of the structure is not applicable without an answer', () => {
  expect(scored([{ weight: 2, excludedFor: ['EI', 'ACI'] }], ['ACI', 'EI']).criteria[0]?.answer).toBe('notApplicable')
})

test('a criterion excluded for some of the kinds only still applies', () => {
  expect(scored([{ weight: 2, excludedFor: ['EI'] }], ['ACI', 'EI']).criteria[0]?.answer).toBe('unanswered')
})

test('an answer left on a criterion that has become excluded counts for nothing', () => {
  const { criteria, vector } = scored([{ weight: 2, excludedFor: ['ACI'], answer: { level: 4 } }])

  expect(criteria[0]).toEqual({ id: 'c0', weight: 2, answer: 'notApplicable', grade: 'C' })
  expect(vector.notApplicable).toBe(2)
})

test('the gain of one more level is 100 times the weight over three times the levelled weight', () => {
  const { criteria } = scored([
    { weight: 3, answer: { level: 3 } },
    { weight: 2, answer: { level: 1 } },
    { weight: 3, answer: { level: 4 } },
    { weight: 2, answer: { unknown: true } },
  ])

  expect(criteria.map(({ gainToNext }) => gainToNext)).toEqual([300 / 24, 200 / 24, 0, undefined])
})

test('raising a criterion by one level adds exactly its gain to the numerator of the score', () => {
  const before = scored([
    { weight: 3, answer: { level: 2 } },
    { weight: 2, answer: { level: 4 } },
  ])
  const after = scored([
    { weight: 3, answer: { level: 3 } },
    { weight: 2, answer: { level: 4 } },
  ])

  expect(before.score.computable && after.score.computable && after.score.numerator - before.score.numerator).toBe(300)
  expect(before.criteria[0]?.gainToNext).toBe(300 / 15)
})

test('a level has its gain even where the dimension has no score yet; what has no level has no such key', () => {
  const { criteria } = scored([{ weight: 1, answer: { level: 2 } }, { weight: 3 }])

  expect(criteria).toEqual([
    { id: 'c0', weight: 1, answer: 'level', level: 2, points: 1, grade: 'C', gainToNext: 100 / 3 },
    { id: 'c1', weight: 3, answer: 'unanswered', grade: 'C' },
  ])
  expect(criteria[1] && Object.keys(criteria[1])).toEqual(['id', 'weight', 'answer', 'grade'])
})

test('a dimension of weight 15 with 13 levelled scores 2600 over 39', () => {
  const { score, vector, criteria } = scored([
    { weight: 3, answer: { level: 3 } },
    { weight: 3, answer: { level: 2 } },
    { weight: 3, answer: { level: 4 } },
    { weight: 3, answer: { level: 3 } },
    { weight: 1, answer: { level: 3 } },
    { weight: 2, answer: { unknown: true } },
  ])

  expect(score).toEqual({
    computable: true,
    value: 66.66666666666667,
    numerator: 2600,
    denominator: 39,
    coverage: { levelled: 13, applicable: 15 },
  })
  expect(vector).toEqual({ level1: 0, level2: 3, level3: 7, level4: 3, unknown: 2, unanswered: 0, notApplicable: 0 })
  expect(criteria[0]?.gainToNext).toBe(300 / 39)
})
