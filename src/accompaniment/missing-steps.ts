import type { GuardInput } from './guards/guard.ts'
import { canTrigger } from '#src/access/can.ts'
import { journeyOf } from './journeys/journey-of.ts'
import type { MissingStep, MissingStepCode, NextStep } from './missing-step.ts'
import type { JourneyEvent, Role } from './states.ts'

/**
 * What is still to do before an event may happen: the one list shown all along and given back by a refusal.
 * Empty where every guard of the journey holds. Whether the event means anything in the present state is the chart's
 * business (`journeys/chart.ts`), who may trigger it `can.ts`'s.
 */
export function missingSteps(event: JourneyEvent, input: GuardInput): readonly MissingStep[] {
  return guardsOf(event, input).flatMap((guard) => guard.missing(input))
}

/** The conditions of an event that already hold, so that work done can be shown. */
export function settledSteps(event: JourneyEvent, input: GuardInput): readonly MissingStepCode[] {
  return guardsOf(event, input)
    .filter((guard) => guard.missing(input).length === 0)
    .map(({ code }) => code)
}

/** Everything that may come next, main event first, with what each still lacks. */
export function nextSteps(input: GuardInput, role: Role): readonly NextStep[] {
  const { state, resumeState } = input.dossier
  const { chart } = journeyOf(input.questionnaire)
  return chart.eventsFrom(state, resumeState).flatMap((event): NextStep[] => {
    const to = chart.nextState(state, event, resumeState)
    return to === undefined
      ? []
      : [{ event, to, missing: missingSteps(event, input), allowed: canTrigger(role, event) }]
  })
}

function guardsOf(event: JourneyEvent, { questionnaire }: GuardInput) {
  return journeyOf(questionnaire).guards[event] ?? []
}
