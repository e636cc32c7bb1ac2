import { sectionKeys } from '#src/questionnaire/sections/section-schemas.ts'
import { isRecord } from '#src/shared/json.ts'
import { type FileProblem, pointer } from '#src/shared/problem.ts'

/** Every text with a validity, wherever it is in the known sections. */
type Dated = { readonly path: string; readonly readOn: string; readonly reviewBy: string }

/**
 * Texts whose day to be checked again has come: what the law says may have changed. `today` is `YYYY-MM-DD`, which
 * compares as text. These warn and stop nothing: a version in use cannot fall ill overnight.
 */
export function validityWarnings(json: unknown, today: string): readonly FileProblem[] {
  return datedTexts(json)
    .filter(({ reviewBy }) => reviewBy <= today)
    .map(({ path, reviewBy }) => ({ code: 'validity-passed', path: `${path}/reviewBy`, details: { value: reviewBy } }))
}

/** A text is to be checked again after it was read. */
export function validityProblems(json: unknown): readonly FileProblem[] {
  return datedTexts(json)
    .filter(({ readOn, reviewBy }) => reviewBy <= readOn)
    .map(({ path }) => ({ code: 'review-before-reading', path: `${path}/reviewBy` }))
}

function datedTexts(json: unknown): readonly Dated[] {
  return isRecord(json) ? sectionKeys.flatMap((key) => datedUnder(json[key], [key])) : []
}

function datedUnder(value: unknown, steps: readonly PropertyKey[]): readonly Dated[] {
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => datedUnder(each, [...steps, index]))
  if (!isRecord(value)) return []

  const { readOn, reviewBy } = value

  return typeof readOn === 'string' && typeof reviewBy === 'string'
    ? [{ path: pointer(...steps), readOn, reviewBy }]
    : Object.entries(value).flatMap(([key, each]) => datedUnder(each, [...steps, key]))
}
