import { z } from 'zod'
import type { Score } from '#src/scoring/score.ts'

/** `jalon/score@1` as a schema, to publish it. */
const weightHeld = z.int().min(0)
const percent = z.number().min(0).max(100)
const coverage = z.strictObject({ levelled: weightHeld, applicable: weightHeld })
const reason = z.enum(['nothing-applicable', 'nothing-answered', 'coverage-too-low'])
const weight = z.literal([1, 2, 3])

const dimensionScore = z.union([
  z.strictObject({
    computable: z.literal(true),
    value: percent,
    numerator: weightHeld,
    denominator: weightHeld,
    coverage,
  }),
  z.strictObject({ computable: z.literal(false), reason, coverage }),
])

const criterion = z.strictObject({
  id: z.string(),
  weight,
  answer: z.enum(['level', 'unknown', 'unanswered', 'notApplicable']),
  level: z.literal([1, 2, 3, 4]).exactOptional(),
  points: z.int().min(0).max(3).exactOptional(),
  grade: z.enum(['A', 'B', 'C']),
  gainToNext: percent.exactOptional(),
})

const dimension = z.strictObject({
  id: z.string(),
  score: dimensionScore,
  vector: z.strictObject({
    level1: weightHeld,
    level2: weightHeld,
    level3: weightHeld,
    level4: weightHeld,
    unknown: weightHeld,
    unanswered: weightHeld,
    notApplicable: weightHeld,
  }),
  criteria: z.array(criterion),
})

const flags = z.array(z.enum(['out-of-bounds', 'masked']))

const indicator = z.union([
  z.strictObject({ id: z.string(), computable: z.literal(true), value: z.number(), unit: z.string(), flags }),
  z.strictObject({
    id: z.string(),
    computable: z.literal(false),
    reason: z.literal('zero-denominator'),
    unit: z.string(),
    flags,
  }),
])

const suggestedAction = z.strictObject({
  criterion: z.string(),
  action: z.string(),
  priority: z.enum(['P1', 'P2', 'P3']),
  index: z.number().min(0),
  parts: z.strictObject({ weight, gap: z.int().min(0).max(3), impact: weight, effort: weight }),
})

export const scoreSchema = z.strictObject({
  format: z.literal('jalon/score@1'),
  questionnaire: z.strictObject({ id: z.string(), version: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  dimensions: z.array(dimension),
  indicators: z.array(indicator),
  strengths: z.array(z.string()),
  toDemonstrate: z.array(z.string()),
  warnings: z.array(z.string()),
  suggestedActions: z.array(suggestedAction),
  overall: z
    .union([
      z.strictObject({ computable: z.literal(true), value: percent }),
      z.strictObject({ computable: z.literal(false), reason, coverage }),
    ])
    .exactOptional(),
}) satisfies z.ZodType<Score>
