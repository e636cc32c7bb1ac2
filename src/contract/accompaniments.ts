import { z } from 'zod'
import type { Entry } from '#src/accompaniment/entry.ts'
import type { NextStep, MissingStep } from '#src/accompaniment/missing-step.ts'
import { journeyEvents, states, type AccompanimentState, type Role } from '#src/accompaniment/states.ts'
import type { JourneyId } from '#src/questionnaire/questionnaire.ts'
import type { Milestone } from '#src/plan/milestones.ts'
import type { PlannedAction } from '#src/plan/progress-plan.ts'
import type { Score } from '#src/scoring/score.ts'
import { day, id, operationId } from './scalars.ts'
import type { Person } from './people.ts'
import type { ProofView } from './proofs.ts'
import { structureBody, type Structure } from './structures.ts'
import type { SynthesisView } from './syntheses.ts'

/** POST /api/accompaniments: a request, by the advisor for a structure known or new. Replies 201 with the id. */
export const newAccompanimentBody = z.strictObject({
  operationId,
  structure: z.union([z.strictObject({ id }), structureBody]),
  /** Id of a questionnaire; its newest version is pinned. */
  method: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  motive: z.enum(['recognition', 'esus', 'procurement', 'internal-project', 'other']),
  details: z.string().trim().max(500).optional(),
  neededBy: day.optional(),
  referent: z
    .strictObject({
      name: z.string().trim().min(1).max(80),
      email: z.email().max(254),
      jobTitle: z.string().trim().max(80).optional(),
    })
    .optional(),
})
export type NewAccompanimentBody = z.infer<typeof newAccompanimentBody>

/** GET /api/accompaniments/:id: all that the pages of one accompaniment show, but scores (see `progress`). */
export type AccompanimentView = {
  readonly id: string
  readonly method: string
  /** The questionnaire's title. */
  readonly methodTitle: string
  readonly journey: JourneyId
  readonly questionnaire: { readonly id: string; readonly version: string; readonly sha256: string }
  readonly state: AccompanimentState
  readonly resumeState?: AccompanimentState
  readonly structure: Structure
  readonly isExample: boolean
  readonly networkName: string
  /** What the signed-in person is here. */
  readonly role: Role
  readonly entries: Readonly<Record<string, Entry>>
  readonly proofs: readonly ProofView[]
  readonly people: readonly Person[]
  readonly transitions: readonly TransitionView[]
  readonly syntheses: readonly SynthesisView[]
  /** The newest changes, twenty at most. */
  readonly recent: readonly Change[]
  /** From `delivered` on, answers and values are read-only. */
  readonly frozen: boolean
}

export type TransitionView = {
  readonly event: string
  readonly from: AccompanimentState
  readonly to: AccompanimentState
  readonly at: string
  readonly by: string
  readonly reason?: string
}

export type Change = {
  readonly key: string
  readonly at: string
  readonly by: string
  readonly kind: 'entry' | 'proof' | 'person' | 'transition' | 'synthesis'
}

/** GET /api/accompaniments/:id/progress: the score object and what is still to do, computed by the server. */
export type ProgressView = {
  readonly score: Score
  /** The standing actions with their priority and its origin (`#src/plan/progress-plan.ts`), in order. */
  readonly plan: readonly PlannedAction[]
  readonly milestones: readonly Milestone[]
  readonly next: readonly NextStep[]
  /** The steps already settled for the main next transition, so that work done can be shown. */
  readonly settled: readonly MissingStep['code'][]
}

/** POST /api/accompaniments/:id/transitions. `from` guards against acting on a stale page. */
export const transitionBody = z.strictObject({
  operationId,
  event: z.enum(journeyEvents),
  from: z.enum(states),
  reason: z.string().trim().min(3).max(500).optional(),
})
export type TransitionBody = z.infer<typeof transitionBody>
export type TransitionReply = { readonly state: AccompanimentState; readonly at: string }
