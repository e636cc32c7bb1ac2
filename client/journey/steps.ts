import { statesOf, type Outline } from '#src/accompaniment/journeys/outline.ts'
import type { AccompanimentState, JourneyState, Phase } from '#src/accompaniment/states.ts'
import type { Page } from '#src/accompaniment/missing-step.ts'

export type StepStatus = 'done' | 'now' | 'paused' | 'next'

/** Where an accompaniment stands on the track: its step, or the one it was at when put on hold or cancelled. */
export function standingStep(
  journey: Outline,
  state: AccompanimentState,
  resumeState?: AccompanimentState,
): JourneyState {
  const at = state === 'on-hold' || state === 'cancelled' ? resumeState : state
  return statesOf(journey).find((step) => step === at) ?? 'requested'
}

export function stepStatus(
  journey: Outline,
  step: JourneyState,
  state: AccompanimentState,
  resumeState?: AccompanimentState,
): StepStatus {
  const steps = statesOf(journey)
  const here = steps.indexOf(standingStep(journey, state, resumeState))
  const index = steps.indexOf(step)
  // The last step is a place where nothing is left to do: reached is done.
  if (index < here || (step === 'closed' && state === 'closed')) return 'done'
  if (index > here) return 'next'
  return state === 'on-hold' || state === 'cancelled' ? 'paused' : 'now'
}

/** « étape 6 sur 12 »: a step's rank, from one. */
export function stepNumber(journey: Outline, step: JourneyState): number {
  return statesOf(journey).indexOf(step) + 1
}

export function phaseOf(journey: Outline, step: JourneyState): Phase {
  return journey.phases.find(({ states }) => states.includes(step))?.phase ?? 'framing'
}

/** The page where the work of a step is done. */
export function pageOfStep(journey: Outline, step: JourneyState): Page {
  return journey.pageOfState[step] ?? 'home'
}
