import type { Coverage } from '#src/scoring/score.ts'

/** The part of the applicable weight that has a level, in whole percent, rounded down: 59.9 is under 60. */
export function coveragePercent({ levelled, applicable }: Coverage): number {
  return applicable === 0 ? 0 : Math.floor((100 * levelled) / applicable)
}
