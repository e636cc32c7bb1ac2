import { z } from 'zod'
import { limits } from './limits.ts'
import { kinds } from './questionnaire.ts'

/**
 * The shape of `jalon/questionnaire@1`: types, compulsory keys, closed lists. Coherence (references, bounds, texts) is
 * the check's business. Where a schema carries a message, it is the problem's code.
 *
 * Limits on texts are metadata here, for the JSON Schema, and enforced by the check alone: a text a little too long must
 * not stop a sheet from being scored.
 */
const text = (maxLength: number) => z.string().meta({ minLength: 1, maxLength })
const id = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'invalid-id')
const kind = z.enum(kinds, 'unknown-kind')
const weight = z.literal([1, 2, 3], 'weight-out-of-range')
const factor = z.literal([1, 2, 3], 'number-out-of-range')
const level = z.literal([1, 2, 3, 4], 'level-out-of-range')
const fourTexts = (maxLength: number) =>
  z.tuple([text(maxLength), text(maxLength), text(maxLength), text(maxLength)], 'levels-not-four')

const action = z.strictObject({
  id,
  title: text(limits.actionTitle),
  description: text(limits.text).exactOptional(),
  forLevels: z.array(level),
  impact: factor.default(2),
  effort: factor.default(2),
  source: text(limits.source).exactOptional(),
})

const criterion = z.strictObject({
  id,
  title: text(limits.title),
  shortTitle: text(limits.shortTitle),
  question: text(limits.question),
  plainQuestion: text(limits.question).exactOptional(),
  hint: text(limits.text).exactOptional(),
  weight,
  legal: z.boolean().default(false),
  levels: fourTexts(limits.level),
  excludedFor: z.array(kind).default([]),
  variants: z
    .strictObject({
      AI: text(limits.question).exactOptional(),
      ACI: text(limits.question).exactOptional(),
      EI: text(limits.question).exactOptional(),
      ETTI: text(limits.question).exactOptional(),
      EITI: text(limits.question).exactOptional(),
      OTHER: text(limits.question).exactOptional(),
    })
    .default({}),
  facts: z.array(text(limits.item)).exactOptional(),
  indicators: z.array(id).default([]),
  proofs: z.array(text(limits.item)).default([]),
  references: z.array(z.strictObject({ scheme: text(limits.name), id: text(limits.name) })).default([]),
  source: text(limits.source).exactOptional(),
  actions: z.array(action).default([]),
})

const dimension = z.strictObject({
  id,
  title: text(limits.title),
  shortTitle: text(limits.shortTitle).exactOptional(),
  description: text(limits.text).exactOptional(),
  weight,
  source: text(limits.source).exactOptional(),
  criteria: z.array(criterion),
})

const bound = z.number().min(-1e12, 'number-out-of-range').max(1e12, 'number-out-of-range').exactOptional()

const indicator = z.strictObject({
  id,
  label: text(limits.label),
  definition: text(limits.text).exactOptional(),
  kind: z.enum(['output', 'outcome'], 'unknown-value'),
  unit: text(limits.name),
  calculation: z.enum(['ratio', 'number'], 'unknown-value'),
  factor: z.number().gt(0, 'number-out-of-range').max(1e12, 'number-out-of-range'),
  direction: z.enum(['up', 'down', 'none'], 'unknown-value'),
  bounds: z.strictObject({ min: bound, max: bound }).default({}),
  countsPeople: z.boolean().default(false),
  source: text(limits.text),
  method: text(limits.text),
  limits: text(limits.text),
  numeratorLabel: text(limits.label).exactOptional(),
  denominatorLabel: text(limits.label).exactOptional(),
  decimals: z.int().min(0, 'number-out-of-range').max(6, 'number-out-of-range').exactOptional(),
  core: z.boolean().exactOptional(),
  excludedFor: z.array(kind).exactOptional(),
  benchmark: z.strictObject({ text: text(limits.text), source: text(limits.source) }).exactOptional(),
})

const identityField = z.strictObject({
  id,
  label: text(limits.label),
  hint: text(limits.text).exactOptional(),
  type: z.enum(['text', 'long-text', 'number', 'date', 'choice', 'boolean'], 'unknown-value'),
  choices: z.array(z.strictObject({ id, label: text(limits.label) })).exactOptional(),
  required: z.boolean().default(false),
  maxLength: z.int().min(1, 'number-out-of-range').max(2000, 'number-out-of-range').exactOptional(),
  unit: text(limits.name).exactOptional(),
  source: text(limits.source).exactOptional(),
})

const elementModel = z.strictObject({
  id,
  title: text(limits.title),
  description: text(limits.text),
  indicators: z.array(z.strictObject({ label: text(limits.label), unit: text(limits.name) })),
  source: text(limits.source).exactOptional(),
})

/** Semantic version without build metadata, as in a folder's name. */
export const versionPattern =
  /^(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})\.(?:0|[1-9]\d{0,5})(?:-[0-9a-z]+(?:[.-][0-9a-z]+)*)?$/

export const questionnaireSchema = z.strictObject({
  format: z.literal('jalon/questionnaire@1', 'wrong-format'),
  id,
  version: z.string().regex(versionPattern, 'invalid-version'),
  locale: z.literal('fr', 'unknown-value'),
  title: text(limits.title),
  overall: z.boolean().default(false),
  dimensions: z.array(dimension),
  indicators: z.array(indicator).default([]),
  identity: z.array(identityField).exactOptional(),
  elementLibrary: z.array(elementModel).exactOptional(),
  levelNames: fourTexts(limits.name).exactOptional(),
})
