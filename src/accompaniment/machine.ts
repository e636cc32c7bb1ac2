import { setup, transition } from 'xstate'
import { journeyStates, type AccompanimentState, type JourneyEvent, type JourneyState } from './states.ts'

/** Stored with each accompaniment; a chart that changes the meaning of a state takes a new number and a migration. */
export const machineVersion = 1

/**
 * The journey of dossier §2.1 as a pure chart: no clock, no timer, no call. Guards on the dossier's content are not
 * here but in `missing-steps.ts`, where each says what is missing; the chart says only what may follow what.
 */
export const journeyMachine = setup({
  types: {
    context: {} as { readonly resumeState: JourneyState | null },
    events: {} as { readonly type: JourneyEvent },
    input: {} as { readonly resumeState: JourneyState | null },
  },
  guards: Object.fromEntries(
    journeyStates.map((state) => [
      `was-${state}`,
      ({ context }: { readonly context: { readonly resumeState: JourneyState | null } }) =>
        context.resumeState === state,
    ]),
  ),
}).createMachine({
  id: 'accompaniment',
  initial: 'requested',
  context: ({ input }) => ({ resumeState: input.resumeState }),
  states: {
    requested: { on: { qualify: 'qualified', hold: 'on-hold', cancel: 'cancelled' } },
    qualified: { on: { schedule: 'scheduled', hold: 'on-hold', cancel: 'cancelled' } },
    scheduled: { on: { 'start-preparation': 'preparing', hold: 'on-hold', cancel: 'cancelled' } },
    preparing: { on: { 'start-arguments': 'arguments', hold: 'on-hold', cancel: 'cancelled' } },
    arguments: { on: { 'start-evidence': 'evidence', hold: 'on-hold', cancel: 'cancelled' } },
    evidence: { on: { 'start-planning': 'planning', hold: 'on-hold', cancel: 'cancelled' } },
    planning: { on: { 'start-drafting': 'drafting', hold: 'on-hold', cancel: 'cancelled' } },
    drafting: { on: { 'submit-for-review': 'review', hold: 'on-hold', cancel: 'cancelled' } },
    review: { on: { approve: 'delivered', 'send-back': 'drafting', hold: 'on-hold', cancel: 'cancelled' } },
    delivered: { on: { 'start-follow-up': 'follow-up' } },
    'follow-up': { on: { close: 'closed' } },
    closed: {},
    'on-hold': { on: { resume: resumeTargets(), cancel: 'cancelled' } },
    cancelled: { on: { resume: resumeTargets() } },
  },
})

/**
 * The state that follows, or undefined where the event means nothing there.
 *
 * @param resumeState where the accompaniment stood before `on-hold` or `cancelled`; read by `resume` alone.
 */
export function nextState(
  state: AccompanimentState,
  event: JourneyEvent,
  resumeState?: AccompanimentState,
): AccompanimentState | undefined {
  const context = { resumeState: journeyStates.find((known) => known === resumeState) ?? null }
  const here = journeyMachine.resolveState({ value: state, context })
  if (!here.can({ type: event })) return undefined
  const [next] = transition(journeyMachine, here, { type: event })
  return next.value
}

/** Events that mean something in a state, in the chart's order. */
export function eventsFrom(state: AccompanimentState, resumeState?: AccompanimentState): readonly JourneyEvent[] {
  const known = Object.keys(journeyMachine.config.states?.[state]?.on ?? {}) as JourneyEvent[]
  return known.filter((event) => nextState(state, event, resumeState) !== undefined)
}

function resumeTargets() {
  return journeyStates.map((state) => ({ target: state, guard: `was-${state}` as const }))
}
