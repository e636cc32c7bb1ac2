import { expect, test } from 'vitest'
import { compileAnswerRules } from '#src/answers/answer-rules.ts'
import { aSketchedQuestionnaire } from '#test/support/a-sheet.ts'

const questionnaire = aSketchedQuestionnaire({
  dimensions: [
    { id: 'd', criteria: [{ id: 'accueil' }, { id: 'exclu', excludedFor: ['ACI'] }, { id: 'constructor' }] },
  ],
  indicators: [{ id: 'taux' }],
})
const rules = compileAnswerRules(questionnaire, ['ACI'])

test('an answer that holds comes back rebuilt, without what was not checked', () => {
  const given = { level: 2, example: 'e\u0301' }
  const checked = rules.checkCriterionAnswer('accueil', given)

  expect(checked).toEqual({ ok: true, value: { level: 2, example: '\u00e9' } })
  expect(checked.ok && checked.value).not.toBe(given)
})

test('paths start at the value', () => {
  expect(rules.checkCriterionAnswer('accueil', { level: 9 })).toMatchObject({
    ok: false,
    problem: [{ code: 'level-out-of-range', path: '/level' }],
  })
  expect(rules.checkIndicatorValue('taux', { numerator: 1 })).toMatchObject({
    ok: false,
    problem: [{ code: 'missing-key', path: '/denominator' }],
  })
})

test('unknown and excluded ids are refused alone', () => {
  expect(rules.checkCriterionAnswer('xyz', 7)).toEqual({
    ok: false,
    problem: [{ code: 'unknown-criterion', path: '' }],
  })
  expect(rules.checkCriterionAnswer('toString', { level: 1 })).toMatchObject({
    problem: [{ code: 'unknown-criterion' }],
  })
  expect(rules.checkCriterionAnswer('exclu', 7)).toEqual({
    ok: false,
    problem: [{ code: 'criterion-excluded', path: '' }],
  })
  expect(rules.checkIndicatorValue('xyz', 7)).toEqual({ ok: false, problem: [{ code: 'unknown-indicator', path: '' }] })
})

test('an id that every object inherits is an id like another', () => {
  expect(rules.checkCriterionAnswer('constructor', { level: 1 })).toEqual({ ok: true, value: { level: 1 } })
})

test('what is excluded depends on the structure’s kinds', () => {
  expect(compileAnswerRules(questionnaire, ['ACI', 'EI']).checkCriterionAnswer('exclu', { level: 1 }).ok).toBe(true)
  expect(compileAnswerRules(questionnaire, []).checkCriterionAnswer('exclu', { level: 1 }).ok).toBe(true)
})

test('a text follows the rule of its place', () => {
  expect(rules.checkText('a\nb', { max: 10, lines: 'many' })).toEqual({ ok: true, value: 'a\nb' })
  expect(rules.checkText('a\nb', { max: 10, lines: 'one' })).toMatchObject({ problem: [{ code: 'invalid-text' }] })
  expect(rules.checkText('abc', { max: 2, lines: 'one' })).toMatchObject({ problem: [{ code: 'text-too-long' }] })
})
