import type { OpenCriterion } from '#client/opened/opened.ts'

/** A dimension as it is prepared: its criteria in order, those kept for the meeting among them. */
export type PlannedPart = {
  readonly id: string
  readonly title: string
  readonly criteria: readonly { readonly id: string; readonly title: string; readonly included: boolean }[]
}

/**
 * The dimensions in the order chosen, then those left out; inside each, the same. `order` names what the meeting holds; a
 * dimension appears once, where its first criterion is.
 */
export function plannedParts(all: readonly OpenCriterion[], order: readonly string[]): readonly PlannedPart[] {
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  const dimensions = [...new Map(all.map(({ dimension }) => [dimension.id, dimension])).values()]
  return dimensions
    .map((dimension) => ({
      id: dimension.id,
      title: dimension.shortTitle ?? dimension.title,
      criteria: all
        .filter((each) => each.dimension.id === dimension.id)
        .map(({ criterion }) => ({
          id: criterion.id,
          title: criterion.shortTitle,
          included: order.includes(criterion.id),
        }))
        .toSorted((a, b) => rank(a.id) - rank(b.id)),
    }))
    .toSorted((a, b) => firstRank(a, rank) - firstRank(b, rank))
}

/** The criteria of the meeting, part after part. */
export function orderOf(parts: readonly PlannedPart[]): readonly string[] {
  return parts.flatMap(({ criteria }) => criteria.filter(({ included }) => included).map(({ id }) => id))
}

export function withPartsMoved(parts: readonly PlannedPart[], ids: readonly string[]): readonly PlannedPart[] {
  return ids.flatMap((id) => parts.filter((part) => part.id === id))
}

export function withCriteriaMoved(
  parts: readonly PlannedPart[],
  partId: string,
  ids: readonly string[],
): readonly PlannedPart[] {
  return parts.map((part) =>
    part.id === partId
      ? { ...part, criteria: ids.flatMap((id) => part.criteria.filter((each) => each.id === id)) }
      : part,
  )
}

/** Keeps or leaves out some criteria; the last one of all stays, since a meeting is about something. */
export function withIncluded(
  parts: readonly PlannedPart[],
  ids: readonly string[],
  included: boolean,
): readonly PlannedPart[] {
  const changed = parts.map((part) => ({
    ...part,
    criteria: part.criteria.map((each) => (ids.includes(each.id) ? { ...each, included } : each)),
  }))
  return orderOf(changed).length === 0 ? parts : changed
}

function firstRank({ criteria }: PlannedPart, rank: (id: string) => number): number {
  return Math.min(...criteria.map(({ id }) => rank(id)))
}
