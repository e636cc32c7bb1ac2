import { z } from 'zod'
import { journeyIds, kinds } from '#src/questionnaire/questionnaire.ts'
import { sectionSchemas, type TextShape } from '#src/questionnaire/sections/section-schemas.ts'
import { idPattern } from './id-pattern.ts'
import { limits } from './limits.ts'

/**
 * The shape of `jalon/questionnaire@1`: types, compulsory keys, closed lists. Coherence (references, bounds) is the
 * check's business. Where a schema carries a message, it is the problem's code.
 */

/** Semantic version 2.0.0. */
const versionPattern =
  /^(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8})(?:-(?:0|[1-9]\d{0,8}|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d{0,8}|\d*[A-Za-z-][\dA-Za-z-]*))*)?(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?$/

/** What a version must satisfy to be published: every text is filled in and keeps to its limit. */
export const publishableSchema = shapeWith(publishableText)

/** The same of the awareness sections. */
export const publishableSections = sectionSchemas(publishableText)

/** What a version must satisfy to be used: a text a little too long must not stop a sheet from being scored. */
export const usableSchema = shapeWith(() => z.string())

function publishableText(max: number): z.ZodString {
  return z
    .string()
    .refine((value) => value.trim() !== '', 'empty-text')
    .refine((value) => [...value].length <= max, { error: 'text-too-long', params: { max } })
    .meta({ minLength: 1, maxLength: max })
}

function shapeWith(text: TextShape) {
  const id = z.string().regex(idPattern, 'invalid-id')
  const kind = z.enum(kinds, 'unknown-kind')
  const weight = z.literal([1, 2, 3], 'weight-out-of-range')
  const factor = z.literal([1, 2, 3], 'number-out-of-range')
  const level = z.literal([1, 2, 3, 4], 'level-out-of-range')
  const fourTexts = (max: number) => z.tuple([text(max), text(max), text(max), text(max)], 'levels-not-four')
  const optionalText = (max: number) => text(max).exactOptional()

  const action = z.strictObject({
    id,
    title: text(limits.actionTitle),
    description: optionalText(limits.text),
    forLevels: z.array(level),
    impact: factor.default(2),
    effort: factor.default(2),
    source: optionalText(limits.source),
  })

  const variant = optionalText(limits.question)
  const variants = { AI: variant, ACI: variant, EI: variant, ETTI: variant, EITI: variant, OTHER: variant }

  const criterion = z.strictObject({
    id,
    title: text(limits.title),
    shortTitle: text(limits.shortTitle),
    question: text(limits.question),
    plainQuestion: optionalText(limits.question),
    hint: optionalText(limits.text),
    weight,
    legal: z.boolean().default(false),
    levels: fourTexts(limits.level),
    excludedFor: z.array(kind).default([]),
    variants: z.strictObject(variants satisfies Record<(typeof kinds)[number], unknown>).default({}),
    facts: z.array(text(limits.item)).exactOptional(),
    indicators: z.array(id).default([]),
    proofs: z.array(text(limits.item)).default([]),
    references: z.array(z.strictObject({ scheme: text(limits.name), id: text(limits.name) })).default([]),
    source: optionalText(limits.source),
    actions: z.array(action).default([]),
  })

  const dimension = z.strictObject({
    id,
    title: text(limits.title),
    shortTitle: optionalText(limits.shortTitle),
    description: optionalText(limits.text),
    weight,
    source: optionalText(limits.source),
    criteria: z.array(criterion),
  })

  const bound = z.number().min(-1e12, 'number-out-of-range').max(1e12, 'number-out-of-range').exactOptional()

  const indicator = z.strictObject({
    id,
    label: text(limits.label),
    definition: optionalText(limits.text),
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
    numeratorLabel: optionalText(limits.label),
    denominatorLabel: optionalText(limits.label),
    decimals: z.int().min(0, 'number-out-of-range').max(6, 'number-out-of-range').exactOptional(),
    core: z.boolean().exactOptional(),
    excludedFor: z.array(kind).exactOptional(),
    benchmark: z.strictObject({ text: text(limits.text), source: text(limits.source) }).exactOptional(),
  })

  const identityField = z.strictObject({
    id,
    label: text(limits.label),
    hint: optionalText(limits.text),
    type: z.enum(['text', 'long-text', 'number', 'date', 'choice', 'boolean'], 'unknown-value'),
    choices: z.array(z.strictObject({ id, label: text(limits.label) })).exactOptional(),
    required: z.boolean().default(false),
    maxLength: z.int().min(1, 'number-out-of-range').max(2000, 'number-out-of-range').exactOptional(),
    unit: optionalText(limits.name),
    source: optionalText(limits.source),
  })

  const elementModel = z.strictObject({
    id,
    title: text(limits.title),
    description: text(limits.text),
    indicators: z.array(z.strictObject({ label: text(limits.label), unit: text(limits.name) })),
    source: optionalText(limits.source),
  })

  return z.strictObject({
    format: z.literal('jalon/questionnaire@1', 'wrong-format'),
    id,
    version: z.string().regex(versionPattern, 'invalid-version'),
    locale: z.literal('fr', 'unknown-value'),
    title: text(limits.title),
    overall: z.boolean().default(false),
    journey: z.enum(journeyIds, 'unknown-value').exactOptional(),
    dimensions: z.array(dimension),
    indicators: z.array(indicator).default([]),
    identity: z.array(identityField).exactOptional(),
    elementLibrary: z.array(elementModel).exactOptional(),
    levelNames: fourTexts(limits.name).exactOptional(),
  })
}
