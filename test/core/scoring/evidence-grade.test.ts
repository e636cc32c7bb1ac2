import { expect, test } from 'vitest'
import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { aSketchedQuestionnaire, aSheet } from '#test/support/a-sheet.ts'

const questionnaire = aSketchedQuestionnaire({
  dimensions: [
    {
      id: 'd',
      criteria: [
        { id: 'c', indicators: ['taux', 'nombre'] },
        { id: 'autre', indicators: [] },
      ],
    },
  ],
  indicators: [{ id: 'taux' }, { id: 'nombre', calculation: 'number', unit: 'n', bounds: {} }],
})

function grade(sheet: Partial<AnswerSheet>) {
  return scoreAnswerSheet(questionnaire, '', aSheet(sheet)).dimensions[0]?.criteria[0]?.grade
}

test('A: a computable value that has its own proof', () => {
  expect(grade({ indicators: { taux: { numerator: 6, denominator: 9, proofs: ['bilan.pdf'] } } })).toBe('A')
})

test('A: a computable value, and a proof on the criterion', () => {
  expect(grade({ indicators: { nombre: { value: 0 } }, proofs: { c: ['bilan.pdf'] } })).toBe('A')
})

test('A: a masked value is computable, and so is one out of bounds', () => {
  expect(grade({ indicators: { taux: { numerator: 1, denominator: 2, proofs: ['bilan.pdf'] } } })).toBe('A')
  expect(grade({ indicators: { taux: { numerator: 9, denominator: 6, proofs: ['bilan.pdf'] } } })).toBe('A')
})

test('B: a proof on the criterion without any value', () => {
  expect(grade({ proofs: { c: ['bilan.pdf'] } })).toBe('B')
})

test('B: a proof on a value that cannot be computed', () => {
  expect(grade({ indicators: { taux: { numerator: 0, denominator: 0, proofs: ['bilan.pdf'] } } })).toBe('B')
})

test('B: one value computable without proof, another proven but not computable, do not add up to A', () => {
  expect(
    grade({ indicators: { nombre: { value: 3 }, taux: { numerator: 0, denominator: 0, proofs: ['bilan.pdf'] } } }),
  ).toBe('B')
})

test('C: a value without any proof is declared only', () => {
  expect(grade({ indicators: { nombre: { value: 3 } } })).toBe('C')
})

test('C: an empty list of proofs proves nothing', () => {
  expect(grade({ indicators: { nombre: { value: 3, proofs: [] } }, proofs: { c: [] } })).toBe('C')
})

test('C: the proof of another criterion proves nothing here', () => {
  expect(grade({ indicators: { nombre: { value: 3 } }, proofs: { autre: ['bilan.pdf'] } })).toBe('C')
})

test('C: the quotation of a key argument has no date, so it is no testimony', () => {
  const quote = { text: 'On m’a aidé.', role: 'salariée en parcours', consent: true }

  expect(grade({ keyArguments: [{ criterion: 'c', claim: 'Nous aidons.', quote }] })).toBe('C')
})

test('a grade exists whether or not the criterion has a level', () => {
  expect(grade({ proofs: { c: ['bilan.pdf'] }, answers: { c: { unknown: true } } })).toBe('B')
})
