import type { Factor, Weight } from '#src/questionnaire/questionnaire.ts'
import type { AnsweredCriterion } from '#src/scoring/criterion.ts'
import type { Priority, SuggestedAction } from '#src/scoring/score.ts'
import { isWarning } from '#src/scoring/warnings.ts'

/** What a priority is computed from, shown next to it. */
export type PriorityParts = {
  readonly weight: Weight
  /** `4 - level`. */
  readonly gap: number
  readonly impact: Factor
  readonly effort: Factor
}

export type Candidate = { readonly parts: PriorityParts; readonly warning: boolean }

/** Only so many P1 besides the warnings': a plan where everything is urgent has no priority. */
const mostFreeP1 = 3

/**
 * Every action of the questionnaire meant for its criterion's level, in the order to propose them (scoring rules, §5).
 * Nothing is suggested where there is no level. `criteria` come in the questionnaire's order, which settles ties.
 */
export function suggestActions(criteria: readonly AnsweredCriterion[]): readonly SuggestedAction[] {
  const candidates = criteria.flatMap((answered) => {
    const { criterion, level } = answered

    if (level === undefined) return []

    return criterion.actions
      .filter((action) => action.forLevels.includes(level))
      .map(({ id, impact, effort }) => ({
        criterion: criterion.id,
        action: id,
        parts: { weight: criterion.weight, gap: 4 - level, impact, effort },
        warning: isWarning(answered),
      }))
  })

  return prioritised(candidates).map(({ criterion, action, priority, parts }) => ({
    criterion,
    action,
    priority,
    index: priorityIndex(parts),
    parts,
  }))
}

/**
 * Gives each candidate its priority and the order to show them: priority, index descending, effort ascending, then the
 * order they came in. Of the P1 that are no warning's, the first three keep it and the others become P2, where their
 * index puts them first; warnings are all P1 and take no one's place.
 */
export function prioritised<T extends Candidate>(
  candidates: readonly T[],
): readonly (T & { readonly priority: Priority })[] {
  const free = candidates.filter((candidate) => !candidate.warning && uncappedPriority(candidate) === 'P1')
  const demoted = new Set<Candidate>(free.toSorted(byIndexThenEffort).slice(mostFreeP1))

  return candidates
    .map((candidate) => ({ ...candidate, priority: demoted.has(candidate) ? 'P2' : uncappedPriority(candidate) }))
    .toSorted((a, b) => rank[a.priority] - rank[b.priority] || byIndexThenEffort(a, b))
}

/** `weight * gap * impact / effort`, for display: comparisons use the exact fraction. */
export function priorityIndex(parts: PriorityParts): number {
  return dividend(parts) / parts.effort
}

/** The priority before the cap on P1. */
function uncappedPriority({ parts, warning }: Candidate): Priority {
  if (warning || dividend(parts) >= 9 * parts.effort) return 'P1'

  return dividend(parts) >= 4 * parts.effort ? 'P2' : 'P3'
}

const rank = { P1: 1, P2: 2, P3: 3 } as const

/** Cross-multiplied, so that two equal fractions are equal: the sort is stable and what is still equal keeps its order. */
function byIndexThenEffort(a: Candidate, b: Candidate): number {
  return dividend(b.parts) * a.parts.effort - dividend(a.parts) * b.parts.effort || a.parts.effort - b.parts.effort
}

function dividend({ weight, gap, impact }: PriorityParts): number {
  return weight * gap * impact
}
