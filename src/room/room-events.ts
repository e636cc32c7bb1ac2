import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'

/**
 * A room: one live meeting, projected, where each person takes position on a phone before the team agrees. What
 * happens in it is a list of facts, numbered from 1 without a hole; the state of every screen is the fold of that list
 * (`room-state.ts`). The database holds it; server-sent events carry it with its number as the event's id.
 */
export type RoomEvent = { readonly seq: number; readonly at: string } & RoomFact

export type RoomFact =
  /** The room exists; until `started` only those who cannot come take position, by their own link. */
  | { readonly type: 'prepared'; readonly criteria: readonly string[]; readonly named: boolean }
  | { readonly type: 'started' }
  | { readonly type: 'joined'; readonly present: number }
  | { readonly type: 'left'; readonly present: number }
  /** The criterion on the projected screen; `vote` is open on it. */
  | { readonly type: 'presented'; readonly criterionId: string }
  /** Someone took or changed position: how many have, never who. `spread` once it may be seen. */
  | { readonly type: 'positioned'; readonly criterionId: string; readonly answered: number; readonly spread?: Spread }
  | { readonly type: 'revealed'; readonly criterionId: string; readonly answered: number; readonly spread?: Spread }
  | { readonly type: 'agreed'; readonly criterionId: string; readonly answer: CriterionAnswer }
  | { readonly type: 'reopened'; readonly criterionId: string }
  | { readonly type: 'reordered'; readonly criteria: readonly string[] }
  | { readonly type: 'closed' }

/** One person's position; passing, not knowing and not being concerned are answers too. */
export type Position =
  | { readonly level: 1 | 2 | 3 | 4 }
  | { readonly unknown: true }
  | { readonly notApplicable: true }
  | { readonly passed: true }

/** How many took each position. Shown from three answers; never who. */
export type Spread = {
  readonly level1: number
  readonly level2: number
  readonly level3: number
  readonly level4: number
  readonly unknown: number
  readonly notApplicable: number
  readonly passed: number
}

/** Fewest answers from which a spread is shown. */
export const fewestForSpread = 3
