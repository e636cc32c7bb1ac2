import type { Guard, GuardInput } from './guards/guard.ts'
import { closeGuards, approveGuards, startFollowUpGuards, submitForReviewGuards } from './guards/delivery-guards.ts'
import { startPlanningGuards } from './guards/evidence-guards.ts'
import { qualifyGuards, scheduleGuards, startArgumentsGuards, startPreparationGuards } from './guards/framing-guards.ts'
import { startEvidenceGuards } from './guards/meeting-guards.ts'
import { startDraftingGuards } from './guards/planning-guards.ts'
import { canTrigger } from '#src/access/can.ts'
import { eventsFrom, nextState } from './machine.ts'
import type { MissingStep, MissingStepCode, NextStep } from './missing-step.ts'
import type { JourneyEvent, Role } from './states.ts'

/**
 * What is still to do before an event may happen: the one list shown all along and given back by a refusal.
 * Empty where every guard of dossier §2.1 holds. Whether the event means anything in the present state is the
 * chart's business (`machine.ts`), who may trigger it `can.ts`'s.
 */
export function missingSteps(event: JourneyEvent, input: GuardInput): readonly MissingStep[] {
  return guardsOf[event].flatMap((guard) => guard.missing(input))
}

/** The conditions of an event that already hold, so that work done can be shown. */
export function settledSteps(event: JourneyEvent, input: GuardInput): readonly MissingStepCode[] {
  return guardsOf[event].filter((guard) => guard.missing(input).length === 0).map(({ code }) => code)
}

/** Everything that may come next, main event first, with what each still lacks. */
export function nextSteps(input: GuardInput, role: Role): readonly NextStep[] {
  const { state, resumeState } = input.dossier
  return eventsFrom(state, resumeState).flatMap((event): NextStep[] => {
    const to = nextState(state, event, resumeState)
    return to === undefined
      ? []
      : [{ event, to, missing: missingSteps(event, input), allowed: canTrigger(role, event) }]
  })
}

const guardsOf: Readonly<Record<JourneyEvent, readonly Guard[]>> = {
  qualify: qualifyGuards,
  schedule: scheduleGuards,
  'start-preparation': startPreparationGuards,
  'start-arguments': startArgumentsGuards,
  'start-evidence': startEvidenceGuards,
  'start-planning': startPlanningGuards,
  'start-drafting': startDraftingGuards,
  'submit-for-review': submitForReviewGuards,
  approve: approveGuards,
  'send-back': [],
  'start-follow-up': startFollowUpGuards,
  close: closeGuards,
  hold: [],
  cancel: [],
  resume: [],
}
