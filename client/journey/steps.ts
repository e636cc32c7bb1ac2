import { journeyStates, type AccompanimentState, type JourneyState, type Phase } from '#src/accompaniment/states.ts'
import type { Page } from '#src/accompaniment/missing-step.ts'

/** The twelve steps in the five columns that every track shares, whatever the screen. */
export const phaseSteps: readonly { readonly phase: Phase; readonly steps: readonly JourneyState[] }[] = [
  { phase: 'framing', steps: ['requested', 'qualified', 'scheduled'] },
  { phase: 'preparing', steps: ['preparing'] },
  { phase: 'building', steps: ['arguments', 'evidence', 'planning'] },
  { phase: 'delivering', steps: ['drafting', 'review', 'delivered'] },
  { phase: 'following', steps: ['follow-up', 'closed'] },
]

export type StepStatus = 'done' | 'now' | 'paused' | 'next'

/** Where an accompaniment stands on the track: its step, or the one it was at when put on hold or cancelled. */
export function standingStep(state: AccompanimentState, resumeState?: AccompanimentState): JourneyState {
  const at = state === 'on-hold' || state === 'cancelled' ? resumeState : state
  return journeyStates.find((step) => step === at) ?? 'requested'
}

export function stepStatus(
  step: JourneyState,
  state: AccompanimentState,
  resumeState?: AccompanimentState,
): StepStatus {
  const here = journeyStates.indexOf(standingStep(state, resumeState))
  const index = journeyStates.indexOf(step)
  // The last step is a place where nothing is left to do: reached is done.
  if (index < here || (step === 'closed' && state === 'closed')) return 'done'
  if (index > here) return 'next'
  return state === 'on-hold' || state === 'cancelled' ? 'paused' : 'now'
}

/** « étape 6 sur 12 »: a step's rank, from one. */
export function stepNumber(step: JourneyState): number {
  return journeyStates.indexOf(step) + 1
}

export function phaseOf(step: JourneyState): Phase {
  return phaseSteps.find(({ steps }) => steps.includes(step))?.phase ?? 'framing'
}

/** The page where the work of a step is done. */
export const pageOfStep: Readonly<Record<JourneyState, Page>> = {
  requested: 'framing',
  qualified: 'framing',
  scheduled: 'framing',
  preparing: 'preparation',
  arguments: 'positioning',
  evidence: 'evidence',
  planning: 'plan',
  drafting: 'synthesis',
  review: 'synthesis',
  delivered: 'synthesis',
  'follow-up': 'follow-up',
  closed: 'synthesis',
}
