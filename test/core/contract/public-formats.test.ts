import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAnswerSheet } from '#src/answers/parse-answer-sheet.ts'
import { answerSheetSchema } from '#src/contract/public-formats/answer-sheet-schema.ts'
import { scoreSchema } from '#src/contract/public-formats/score-schema.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { anyDrawn } from '#test/support/any-sheet.ts'
import { questionnaires, validSheet } from '#test/core/answers/hostile/hostile-case.ts'

test('every score keeps to its published schema, key for key', () => {
  fc.assert(
    fc.property(anyDrawn, ({ questionnaire, sheet }) => {
      const score: unknown = JSON.parse(JSON.stringify(scoreAnswerSheet(questionnaire, 'a'.repeat(64), sheet)))

      expect(scoreSchema.parse(score)).toEqual(score)
    }),
  )
})

test('a sheet that uses every part is accepted by the published schema as by the reader', () => {
  const sheet: unknown = JSON.parse(JSON.stringify(validSheet()))

  expect(parseAnswerSheet(sheet, questionnaires).ok).toBe(true)
  expect(answerSheetSchema.parse(sheet)).toEqual(sheet)
})

test('random sheets are accepted by the published schema as by the reader', () => {
  fc.assert(
    fc.property(anyDrawn, ({ sheet }) => {
      const json: unknown = JSON.parse(JSON.stringify(sheet))

      expect(answerSheetSchema.parse(json)).toEqual(json)
    }),
  )
})

test.each<readonly [name: string, change: Readonly<Record<string, unknown>>]>([
  ['another format', { format: 'jalon/answer-sheet@2' }],
  ['an unknown key', { surprise: 1 }],
  ['a level of 5', { answers: { accueil: { level: 5 } } }],
  ['two answers at once', { answers: { accueil: { level: 2, unknown: true } } }],
  ['a reason missing', { answers: { accueil: { notApplicable: true } } }],
  ['no kind', { structure: { name: 'X', kinds: [] } }],
  ['a number as a text', { indicators: { taux: { numerator: '1', denominator: 2 } } }],
  ['a period that is no year', { period: '25' }],
])('%s is refused by the published schema as by the reader', (_name, change) => {
  const sheet = { ...validSheet(), ...change }

  expect(parseAnswerSheet(sheet, questionnaires).ok).toBe(false)
  expect(answerSheetSchema.safeParse(sheet).success).toBe(false)
})
