import type { Level } from '#src/questionnaire/questionnaire.ts'
import type { Perception } from '#src/questionnaire/sections/awareness.ts'
import type { Score } from '#src/scoring/score.ts'
import type { PerceptionItemResult, PerceptionResults } from './results.ts'

/** What people said of a practice beside what the audit says of it: two facts, and no judgement between them. */
export type BesideAudit = {
  readonly item: PerceptionItemResult
  readonly criteria: readonly { readonly id: string; readonly level?: Level }[]
}

/**
 * The items that speak of criteria, with the totals that may be shown and the levels of the audit, in the questionnaire's
 * order. Totals only, never a split; masked rows and surveys that are not shown are left out.
 */
export function perceptionBesideAudit(
  perception: Perception,
  results: PerceptionResults,
  score: Score,
): readonly BesideAudit[] {
  if (!results.shown) return []
  const levels = new Map(score.dimensions.flatMap(({ criteria }) => criteria).map(({ id, level }) => [id, level]))
  return perception.items.flatMap(({ id, criteria = [] }) => {
    const item = results.items.find((result) => result.id === id)
    const known = criteria.filter((criterion) => levels.has(criterion))
    if (item === undefined || item.row === 'masked' || known.length === 0) return []
    const { split: _split, ...total } = item
    return [
      {
        item: total,
        criteria: known.map((criterion) => {
          const level = levels.get(criterion)
          return { id: criterion, ...(level === undefined ? {} : { level }) }
        }),
      },
    ]
  })
}
