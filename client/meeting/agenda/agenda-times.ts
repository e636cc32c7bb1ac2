import { readDate } from '#client/app/dates.ts'

/** Minutes for one criterion where nothing else was chosen for its part. */
export const minutesPerCriterion = 3

/** Criteria of one dimension that follow one another. */
export type AgendaPart = { readonly id: string; readonly title: string; readonly criteria: readonly string[] }

export type TimedPart = AgendaPart & {
  readonly minutes: number
  /** Absent where the meeting has no start. */
  readonly startsAt?: Date
}

/** When each part begins, one after the other from the start; their own minutes, or three for each criterion. */
export function timedParts(
  parts: readonly AgendaPart[],
  minutes: Readonly<Record<string, number>>,
  start: Date | undefined,
): readonly TimedPart[] {
  let before = 0
  return parts.map((part) => {
    const own = minutes[part.id] ?? part.criteria.length * minutesPerCriterion
    const startsAt = start === undefined ? undefined : new Date(start.getTime() + before * 60_000)
    before += own
    return { ...part, minutes: own, ...(startsAt === undefined ? {} : { startsAt }) }
  })
}

export function minutesInAll(parts: readonly TimedPart[]): number {
  return parts.reduce((sum, { minutes }) => sum + minutes, 0)
}

/**
 * Minutes behind the plan, below zero when ahead, for a team now on this criterion; inside a part its time is shared
 * evenly. Undefined where the meeting has no start or the criterion no part.
 */
export function minutesLate(parts: readonly TimedPart[], criterionId: string, now: Date): number | undefined {
  const part = parts.find(({ criteria }) => criteria.includes(criterionId))
  if (part?.startsAt === undefined) return undefined
  const share = part.minutes / part.criteria.length
  const planned = part.startsAt.getTime() + part.criteria.indexOf(criterionId) * share * 60_000
  // Not late until the time of this very criterion is over.
  const late = (now.getTime() - planned) / 60_000
  return Math.round(late > share ? late - share : Math.min(late, 0))
}

/** The start that counts: when the room opened, else the date agreed where it is today. */
export function startOf(openedAt: string | undefined, agreed: string | undefined, now: Date): Date | undefined {
  if (openedAt !== undefined) return readDate(openedAt)
  const date = agreed === undefined ? undefined : readDate(agreed)
  return date !== undefined && date.toDateString() === now.toDateString() ? date : undefined
}
