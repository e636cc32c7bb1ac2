import type { FileProblem } from '#src/shared/problem.ts'
import { entriesAt, numberAt, type Part, type Parts, textAt, valueAt } from './parts.ts'

/** An indicator serves a criterion, or is one of the core set asked for in preparation. */
export function usageProblems(parts: Parts): readonly FileProblem[] {
  const used = new Set(
    parts.criteria.flatMap((criterion) => entriesAt(criterion, 'indicators')).map(({ value }) => value),
  )

  return parts.indicators.flatMap((indicator): readonly FileProblem[] => {
    const id = textAt(indicator, 'id')

    return id === undefined || used.has(id) || valueAt(indicator, 'core') === true
      ? []
      : [{ code: 'indicator-unused', path: indicator.path, details: { value: id } }]
  })
}

/** A ratio in percent is multiplied by 100, and a plain number by nothing. */
export function unitProblems(parts: Parts): readonly FileProblem[] {
  return parts.indicators.flatMap((indicator): readonly FileProblem[] => {
    const factor = numberAt(indicator, 'factor')
    const isPercent = textAt(indicator, 'unit') === '%' && textAt(indicator, 'calculation') === 'ratio'

    return isPercent && factor !== undefined && factor !== 100
      ? [{ code: 'unit-inconsistent', path: `${indicator.path}/factor`, details: { expected: 100, found: factor } }]
      : []
  })
}

/** Some value must fit the bounds; a ratio of counts is never negative. */
export function boundsProblems(parts: Parts): readonly FileProblem[] {
  return parts.indicators.flatMap((indicator): readonly FileProblem[] => {
    const bounds: Part = { value: valueAt(indicator, 'bounds'), path: `${indicator.path}/bounds` }
    const max = numberAt(bounds, 'max')
    const min = numberAt(bounds, 'min') ?? (textAt(indicator, 'calculation') === 'ratio' ? 0 : undefined)

    return min !== undefined && max !== undefined && min > max
      ? [{ code: 'impossible-bounds', path: bounds.path, details: { min, max } }]
      : []
  })
}
