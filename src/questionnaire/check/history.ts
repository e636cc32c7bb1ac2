import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { FileProblem } from '#src/shared/problem.ts'
import { type Part, type Parts, textAt } from './parts.ts'

type Use = { readonly kind: string; readonly unit?: string; readonly calculation?: string; readonly version: string }

/**
 * An id keeps its meaning for ever: series over the years and the network's statistics rely on it. Compared with every
 * other published version of the same questionnaire.
 */
export function historyProblems(parts: Parts, published: readonly Questionnaire[]): readonly FileProblem[] {
  const id = textAt(parts.root, 'id')
  const version = textAt(parts.root, 'version')
  const uses = new Map(published.filter((q) => q.id === id && q.version !== version).flatMap(usesOf))

  if (uses.size === 0) return []

  return namedParts(parts).flatMap(({ kind, part }): readonly FileProblem[] => {
    const past = uses.get(textAt(part, 'id') ?? '')

    if (past === undefined) return []

    const changed = changeOf(kind, part, past)

    return changed === undefined
      ? []
      : [
          {
            code: 'id-reused',
            path: `${part.path}/${changed}`,
            details: { version: past.version, was: wasOf(changed, past) },
          },
        ]
  })
}

function changeOf(kind: string, part: Part, past: Use): 'id' | 'unit' | 'calculation' | undefined {
  if (past.kind !== kind) return 'id'
  if (kind !== 'indicator') return undefined
  if (past.unit !== textAt(part, 'unit')) return 'unit'

  return past.calculation === textAt(part, 'calculation') ? undefined : 'calculation'
}

function wasOf(changed: 'id' | 'unit' | 'calculation', past: Use): string {
  return (changed === 'id' ? past.kind : past[changed]) ?? ''
}

function namedParts(parts: Parts): readonly { readonly kind: string; readonly part: Part }[] {
  return [
    ...parts.dimensions.map((part) => ({ kind: 'dimension', part })),
    ...parts.criteria.map((part) => ({ kind: 'criterion', part })),
    ...parts.actions.map((part) => ({ kind: 'action', part })),
    ...parts.indicators.map((part) => ({ kind: 'indicator', part })),
    ...parts.identity.map((part) => ({ kind: 'identity', part })),
    ...parts.elements.map((part) => ({ kind: 'element', part })),
  ]
}

function usesOf(questionnaire: Questionnaire): readonly (readonly [string, Use])[] {
  const { version, dimensions, indicators, identity = [], elementLibrary = [] } = questionnaire
  const criteria = dimensions.flatMap((dimension) => dimension.criteria)

  return [
    ...dimensions.map(({ id }) => [id, { kind: 'dimension', version }] as const),
    ...criteria.map(({ id }) => [id, { kind: 'criterion', version }] as const),
    ...criteria.flatMap(({ actions }) => actions.map(({ id }) => [id, { kind: 'action', version }] as const)),
    ...indicators.map(({ id, unit, calculation }) => [id, { kind: 'indicator', unit, calculation, version }] as const),
    ...identity.map(({ id }) => [id, { kind: 'identity', version }] as const),
    ...elementLibrary.map(({ id }) => [id, { kind: 'element', version }] as const),
  ]
}
