import type { ActionEntry } from '#src/accompaniment/entry.ts'
import type { Identified } from '#src/accompaniment/dossier.ts'
import type { Level, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { Priority, Score } from '#src/scoring/score.ts'
import { prioritised, priorityIndex, type PriorityParts } from './suggest-actions.ts'

export type PlannedAction = Identified<ActionEntry> & {
  /** 1 for the first of the plan, in the order below. */
  readonly rank: number
  readonly priority: Priority
  readonly priorityFrom: PriorityOrigin
  /** ⚖: its criterion is a legal obligation. */
  readonly legal: boolean
  readonly currentLevel?: Level
  readonly criterionTitle?: string
}

export type PriorityOrigin =
  /** `capped`: the index says P1, but three actions come before it. */
  | {
      readonly kind: 'computed'
      readonly index: number
      readonly parts: PriorityParts
      readonly warning: boolean
      readonly capped: boolean
    }
  /** The criterion has no level, or the action none: nothing to compute, P3 until the team says otherwise. */
  | { readonly kind: 'free' }
  | { readonly kind: 'chosen'; readonly reason: string; readonly computed?: Priority }

/** At most this many P1 besides the warnings' (scoring rules, §5), the team's own choices first. */
export const mostFreeP1 = 3

/**
 * The plan as everyone sees it: each action with its priority, where that comes from, and one total order: priority,
 * index descending, effort ascending, due date, id. `actions` are those that stand (dropped ones left out).
 */
export function progressPlan(
  questionnaire: Questionnaire,
  score: Score,
  actions: readonly Identified<ActionEntry>[],
): readonly PlannedAction[] {
  const criteria = new Map(
    questionnaire.dimensions.flatMap((dimension) => dimension.criteria.map((criterion) => [criterion.id, criterion])),
  )
  const levels = new Map(
    score.dimensions.flatMap(({ criteria: results }) => results.map(({ id, level }) => [id, level] as const)),
  )
  const warnings = new Set(score.warnings)

  const computable = actions.flatMap((action) => {
    const criterion = action.criterion === undefined ? undefined : criteria.get(action.criterion)
    const level = criterion && levels.get(criterion.id)
    if (criterion === undefined || level === undefined) return []
    const parts = { weight: criterion.weight, gap: 4 - level, impact: action.impact, effort: action.effort }
    return [{ id: action.id, parts, warning: warnings.has(criterion.id) }]
  })
  const chosenP1 = actions.filter(
    ({ criterion, priorityOverride }) =>
      priorityOverride?.priority === 'P1' && !(criterion !== undefined && warnings.has(criterion)),
  )
  const computed = new Map(
    withCap(computable, actions, Math.min(chosenP1.length, mostFreeP1)).map((one) => [one.id, one]),
  )

  return actions
    .map((action): Omit<PlannedAction, 'rank'> => {
      const own = computed.get(action.id)
      const criterion = action.criterion === undefined ? undefined : criteria.get(action.criterion)
      const level = criterion && levels.get(criterion.id)
      return {
        ...action,
        ...priorityOf(action, own),
        legal: criterion?.legal ?? false,
        ...(level === undefined ? {} : { currentLevel: level }),
        ...(criterion === undefined ? {} : { criterionTitle: criterion.title }),
      }
    })
    .toSorted(inOrder)
    .map((action, index) => ({ ...action, rank: index + 1 }))
}

type Computed = {
  readonly id: string
  readonly parts: PriorityParts
  readonly warning: boolean
  readonly priority: Priority
  readonly capped: boolean
}

/** Places that the team's own P1 take are no longer free for computed ones. */
function withCap(
  computable: readonly { readonly id: string; readonly parts: PriorityParts; readonly warning: boolean }[],
  actions: readonly Identified<ActionEntry>[],
  taken: number,
): readonly Computed[] {
  const overridden = new Set(
    actions.filter(({ priorityOverride }) => priorityOverride !== undefined).map(({ id }) => id),
  )
  const ranked = prioritised(computable.filter(({ id }) => !overridden.has(id)))
  const free = ranked.filter(({ priority, warning }) => priority === 'P1' && !warning).map(({ id }) => id)
  const kept = new Set(free.slice(0, mostFreeP1 - taken))
  const own = ranked.map((one) => {
    const demoted = free.includes(one.id) && !kept.has(one.id)
    const priority = demoted ? ('P2' as const) : one.priority
    return { ...one, priority, capped: priority === 'P2' && priorityIndex(one.parts) >= 9 }
  })
  // What the rule would have said of an action whose priority the team chose, for the record.
  const chosen = computable
    .filter(({ id }) => overridden.has(id))
    .flatMap((one) => prioritised([one]).map((alone) => ({ ...alone, capped: false })))
  return [...own, ...chosen]
}

function priorityOf(
  { priorityOverride }: ActionEntry,
  computed: Computed | undefined,
): Pick<PlannedAction, 'priority' | 'priorityFrom'> {
  if (priorityOverride !== undefined) {
    return {
      priority: priorityOverride.priority,
      priorityFrom: {
        kind: 'chosen',
        reason: priorityOverride.reason,
        ...(computed === undefined ? {} : { computed: computed.priority }),
      },
    }
  }
  if (computed === undefined) return { priority: 'P3', priorityFrom: { kind: 'free' } }
  const { parts, warning, capped, priority } = computed
  return { priority, priorityFrom: { kind: 'computed', index: priorityIndex(parts), parts, warning, capped } }
}

type Ordered = Omit<PlannedAction, 'rank'>

function inOrder(a: Ordered, b: Ordered): number {
  return (
    compare(a.priority, b.priority) ||
    indexOf(b) - indexOf(a) ||
    a.effort - b.effort ||
    compare(a.dueOn ?? '9999', b.dueOn ?? '9999') ||
    compare(a.id, b.id)
  )
}

function indexOf({ priorityFrom }: Ordered): number {
  return priorityFrom.kind === 'computed' ? priorityFrom.index : 0
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
