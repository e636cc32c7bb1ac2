import { type FileProblem, pointer } from '#src/shared/problem.ts'

/** Far above any real questionnaire (a few thousand values), far below what would stall a page or a server. */
const mostValues = 100_000
const deepest = 40

/**
 * Refuses what would be slow or dangerous to look at any closer: absurd depth or size. Iterative, so that a million
 * nested arrays cannot exhaust the stack.
 */
export function guardProblems(json: unknown): readonly FileProblem[] {
  const pending: { readonly value: unknown; readonly steps: readonly string[] }[] = [{ value: json, steps: [] }]
  let values = 0

  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, steps } = next

    if (typeof value !== 'object' || value === null) continue
    if (steps.length >= deepest) return [{ code: 'too-deep', path: pointer(...steps), details: { max: deepest } }]

    values += Array.isArray(value) ? value.length : Object.keys(value).length
    if (values > mostValues) return [{ code: 'too-many', path: pointer(...steps), details: { max: mostValues } }]

    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'object' && inner !== null) pending.push({ value: inner, steps: [...steps, key] })
    }
  }

  return []
}
