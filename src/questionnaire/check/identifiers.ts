import type { FileProblem } from '#src/shared/problem.ts'
import { entriesAt, type Part, type Parts, textAt } from './parts.ts'

/** An id names one thing in the whole version, whatever the kind of thing; a choice's, in its own field. */
export function identifierProblems(parts: Parts): readonly FileProblem[] {
  const named = [
    ...parts.dimensions,
    ...parts.criteria,
    ...parts.actions,
    ...parts.indicators,
    ...parts.identity,
    ...parts.elements,
  ]

  return [...repeatedIds(named), ...parts.identity.flatMap((field) => repeatedIds(entriesAt(field, 'choices')))]
}

/** A criterion speaks only of indicators the version has. */
export function referenceProblems(parts: Parts): readonly FileProblem[] {
  const known = new Set(parts.indicators.map((indicator) => textAt(indicator, 'id')))

  return parts.criteria
    .flatMap((criterion) => entriesAt(criterion, 'indicators'))
    .flatMap(({ value, path }): readonly FileProblem[] =>
      typeof value === 'string' && !known.has(value) ? [{ code: 'unknown-indicator', path, details: { value } }] : [],
    )
}

/** Lists that name things name each of them once. */
export function repetitionProblems(parts: Parts): readonly FileProblem[] {
  const lists = [
    ...parts.criteria.flatMap((criterion) =>
      ['excludedFor', 'facts', 'indicators', 'proofs', 'references'].map((key) => entriesAt(criterion, key)),
    ),
    ...parts.actions.map((action) => entriesAt(action, 'forLevels')),
    ...parts.indicators.map((indicator) => entriesAt(indicator, 'excludedFor')),
  ]

  return lists.flatMap(repeatedEntries)
}

/** Ids of one list that an earlier entry of it already has. */
export function repeatedIds(named: readonly Part[]): readonly FileProblem[] {
  const first = new Map<string, string>()

  return named.flatMap((part): readonly FileProblem[] => {
    const id = textAt(part, 'id')

    if (id === undefined) return []

    const already = first.get(id)

    if (already !== undefined) {
      return [{ code: 'duplicate-id', path: `${part.path}/id`, details: { value: id, first: already } }]
    }

    first.set(id, part.path)

    return []
  })
}

function repeatedEntries(entries: readonly Part[]): readonly FileProblem[] {
  const seen = new Set<string>()

  return entries.flatMap(({ value, path }): readonly FileProblem[] => {
    const key = JSON.stringify(value)
    const isRepeated = seen.has(key)

    seen.add(key)

    return isRepeated ? [{ code: 'duplicate', path }] : []
  })
}
