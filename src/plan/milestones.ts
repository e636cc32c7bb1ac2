import { addMonths } from '#src/shared/days.ts'

export type Milestone = { readonly id: 'm0' | 'm1' | 'm3' | 'm6' | 'm12'; readonly month: number; readonly on: string }

/**
 * The plan's dates: delivery, first steps done at one month, a point at three where an action answers a
 * legal duty, follow-up at six, review at twelve. `from` and the results are `YYYY-MM-DD`.
 */
export function milestones(from: string, plan: readonly { readonly legal: boolean }[]): readonly Milestone[] {
  const months = plan.some(({ legal }) => legal) ? ([0, 1, 3, 6, 12] as const) : ([0, 1, 6, 12] as const)
  return months.map((month) => ({ id: `m${month}`, month, on: addMonths(from, month) }))
}
