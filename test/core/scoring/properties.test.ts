import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import { parseAnswerSheet } from '#src/answers/parse-answer-sheet.ts'
import { explainDimension } from '#src/scoring/explanation.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { anyDrawn } from '#test/support/any-sheet.ts'
import { naiveScore } from './oracle.ts'

const runs = { numRuns: 500 }

test('the score equals a second, naive writing of the rules, to the last digit', () => {
  fc.assert(
    fc.property(anyDrawn, ({ questionnaire, sheet }) => {
      const { format: _, questionnaire: __, ...score } = scoreAnswerSheet(questionnaire, '', sheet)

      expect(score).toEqual(naiveScore(questionnaire, sheet))
    }),
    { numRuns: 2000 },
  )
})

test('a random valid sheet is accepted, and comes back as it was', () => {
  fc.assert(
    fc.property(anyDrawn, ({ questionnaire, sheet }) => {
      const parsed = parseAnswerSheet(JSON.parse(JSON.stringify(sheet)), new Map([['essai@1.0.0', { questionnaire }]]))

      expect(parsed).toEqual({ ok: true, value: sheet })
    }),
    runs,
  )
})

test('every figure is a finite number, never -0, and every score lies in 0 to 100', () => {
  fc.assert(
    fc.property(anyDrawn, ({ questionnaire, sheet }) => {
      const score = scoreAnswerSheet(questionnaire, '', sheet)

      for (const figure of figuresIn(score)) {
        expect(Number.isFinite(figure)).toBe(true)
        expect(Object.is(figure, -0)).toBe(false)
      }
      for (const dimension of score.dimensions) {
        if (dimension.score.computable) expect(dimension.score.value).toBeGreaterThanOrEqual(0)
        if (dimension.score.computable) expect(dimension.score.value).toBeLessThanOrEqual(100)
      }
      if (score.overall?.computable) expect(score.overall.value).toBeLessThanOrEqual(100)
      expect(JSON.parse(JSON.stringify(score))).toEqual(score)
    }),
    runs,
  )
})

test('the order of answers, values and proofs in a sheet changes nothing', () => {
  fc.assert(
    fc.property(anyDrawn, ({ questionnaire, sheet }) => {
      const reversed: AnswerSheet = {
        ...sheet,
        structure: { ...sheet.structure, kinds: sheet.structure.kinds.toReversed() },
        answers: Object.fromEntries(Object.entries(sheet.answers).toReversed()),
        indicators: Object.fromEntries(Object.entries(sheet.indicators ?? {}).toReversed()),
        proofs: Object.fromEntries(Object.entries(sheet.proofs ?? {}).toReversed()),
      }

      expect(scoreAnswerSheet(questionnaire, '', reversed)).toEqual(scoreAnswerSheet(questionnaire, '', sheet))
    }),
    runs,
  )
})

test('a better level never lowers the score of its dimension, nor the overall one', () => {
  fc.assert(
    fc.property(anyDrawn, fc.nat(), ({ questionnaire, sheet }, pick) => {
      const levelled = Object.entries(sheet.answers).filter(([, answer]) => 'level' in answer && answer.level < 4)
      const [id, answer] = levelled[pick % levelled.length] ?? []

      fc.pre(id !== undefined && answer !== undefined && 'level' in answer)
      if (id === undefined || answer === undefined || !('level' in answer)) return

      const better = answer.level === 1 ? 2 : answer.level === 2 ? 3 : 4
      const before = scoreAnswerSheet(questionnaire, '', sheet)
      const after = scoreAnswerSheet(questionnaire, '', {
        ...sheet,
        answers: { ...sheet.answers, [id]: { level: better } },
      })

      for (const [at, dimension] of before.dimensions.entries()) {
        const raised = after.dimensions[at]

        if (!dimension.score.computable || !raised?.score.computable) continue
        expect(raised.score.value).toBeGreaterThanOrEqual(dimension.score.value)
        if (!dimension.criteria.some((criterion) => criterion.id === id)) continue

        const gain = dimension.criteria.find((criterion) => criterion.id === id)?.gainToNext ?? 0

        expect(raised.score.value - dimension.score.value).toBeCloseTo(gain, 9)
      }
      if (before.overall?.computable && after.overall?.computable) {
        expect(after.overall.value).toBeGreaterThanOrEqual(before.overall.value)
      }
    }),
    runs,
  )
})

test('the shares of an explanation sum exactly, as integers, to the score', () => {
  fc.assert(
    fc.property(anyDrawn, ({ questionnaire, sheet }) => {
      const score = scoreAnswerSheet(questionnaire, '', sheet)

      for (const dimension of score.dimensions) {
        const explanation = explainDimension(questionnaire, score, dimension.id)
        const shares = explanation?.criteria.flatMap(({ share }) => (share ? [share] : [])) ?? []

        if (!dimension.score.computable) {
          expect(shares).toEqual([])
          continue
        }
        expect(shares.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(dimension.score.numerator)
        expect(new Set(shares.map(({ denominator }) => denominator))).toEqual(new Set([dimension.score.denominator]))
      }
    }),
    runs,
  )
})

test('the seven parts of a vector sum to the weight of the dimension’s criteria', () => {
  fc.assert(
    fc.property(anyDrawn, ({ questionnaire, sheet }) => {
      for (const [at, { vector, criteria }] of scoreAnswerSheet(questionnaire, '', sheet).dimensions.entries()) {
        const weight = questionnaire.dimensions[at]?.criteria.reduce((sum, criterion) => sum + criterion.weight, 0)

        expect(Object.values(vector).reduce((sum, part) => sum + part, 0)).toBe(weight)
        expect(criteria).toHaveLength(questionnaire.dimensions[at]?.criteria.length ?? -1)
      }
    }),
    runs,
  )
})

test('a criterion is in one list at most: strength or to be demonstrated, and warnings are neither', () => {
  fc.assert(
    fc.property(anyDrawn, ({ questionnaire, sheet }) => {
      const { strengths, toDemonstrate, warnings } = scoreAnswerSheet(questionnaire, '', sheet)
      const listed = [...strengths, ...toDemonstrate, ...warnings]

      expect(new Set(listed).size).toBe(listed.length)
    }),
    runs,
  )
})

function figuresIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object' || value === null) return []

  return Object.values(value).flatMap(figuresIn)
}
