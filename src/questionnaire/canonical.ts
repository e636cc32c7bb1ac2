import { isRecord } from '#src/shared/json.ts'
import type { Criterion, Dimension, ElementModel, IdentityField, Indicator, Questionnaire } from './questionnaire.ts'
import { kinds } from './questionnaire.ts'

/**
 * The canonical form as compact JSON, without a trailing newline: the SHA-256 of its UTF-8 bytes is THE hash of a
 * version. Keys come in the format's order whatever order they were written in; absent optional keys stay absent, and
 * defaults are written out. Sections of other methods follow, by name.
 */
export function canonicalText(questionnaire: Questionnaire): string {
  return JSON.stringify(canonicalForm(questionnaire))
}

/** Every key of `T`, so that one added to a type and forgotten here does not compile; undefined ones are not printed. */
type Complete<T> = { readonly [K in keyof Required<T>]: unknown }

function canonicalForm(q: Questionnaire): Readonly<Record<string, unknown>> {
  const { sections, ...form } = {
    format: q.format,
    id: q.id,
    version: q.version,
    locale: q.locale,
    title: q.title,
    overall: q.overall,
    journey: q.journey,
    dimensions: q.dimensions.map(dimensionForm),
    indicators: q.indicators.map(indicatorForm),
    identity: q.identity?.map(identityForm),
    elementLibrary: q.elementLibrary?.map(elementForm),
    levelNames: q.levelNames,
    sections: q.sections,
  } satisfies Complete<Questionnaire>

  return { ...form, ...(sections === undefined ? {} : sortedRecord(sections)) }
}

function dimensionForm(d: Dimension) {
  return {
    id: d.id,
    title: d.title,
    shortTitle: d.shortTitle,
    description: d.description,
    weight: d.weight,
    source: d.source,
    criteria: d.criteria.map(criterionForm),
  } satisfies Complete<Dimension>
}

function criterionForm(c: Criterion) {
  return {
    id: c.id,
    title: c.title,
    shortTitle: c.shortTitle,
    question: c.question,
    plainQuestion: c.plainQuestion,
    hint: c.hint,
    weight: c.weight,
    legal: c.legal,
    levels: c.levels,
    excludedFor: c.excludedFor,
    variants: Object.fromEntries(
      kinds.flatMap((kind) => (c.variants[kind] === undefined ? [] : [[kind, c.variants[kind]]])),
    ),
    facts: c.facts,
    indicators: c.indicators,
    proofs: c.proofs,
    references: c.references.map(({ scheme, id }) => ({ scheme, id })),
    source: c.source,
    actions: c.actions.map(
      (a) =>
        ({
          id: a.id,
          title: a.title,
          description: a.description,
          forLevels: a.forLevels,
          impact: a.impact,
          effort: a.effort,
          source: a.source,
        }) satisfies Complete<typeof a>,
    ),
  } satisfies Complete<Criterion>
}

function indicatorForm(i: Indicator) {
  return {
    id: i.id,
    label: i.label,
    definition: i.definition,
    kind: i.kind,
    unit: i.unit,
    calculation: i.calculation,
    factor: i.factor,
    direction: i.direction,
    bounds: { min: i.bounds.min, max: i.bounds.max },
    countsPeople: i.countsPeople,
    source: i.source,
    method: i.method,
    limits: i.limits,
    numeratorLabel: i.numeratorLabel,
    denominatorLabel: i.denominatorLabel,
    decimals: i.decimals,
    core: i.core,
    excludedFor: i.excludedFor,
    benchmark: i.benchmark && { text: i.benchmark.text, source: i.benchmark.source },
  } satisfies Complete<Indicator>
}

function identityForm(f: IdentityField) {
  return {
    id: f.id,
    label: f.label,
    hint: f.hint,
    type: f.type,
    choices: f.choices?.map(({ id, label }) => ({ id, label })),
    required: f.required,
    maxLength: f.maxLength,
    unit: f.unit,
    source: f.source,
  } satisfies Complete<IdentityField>
}

function elementForm(e: ElementModel) {
  return {
    id: e.id,
    title: e.title,
    description: e.description,
    indicators: e.indicators.map(({ label, unit }) => ({ label, unit })),
    source: e.source,
  } satisfies Complete<ElementModel>
}

/** Sections have no schema here, so that only the alphabet can order their keys whoever wrote them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)

  return isRecord(value) ? sortedRecord(value) : value
}

function sortedRecord(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.keys(record)
      .toSorted()
      .map((key) => [key, sorted(record[key])]),
  )
}
