import { setup, transition } from 'xstate'
import {
  journeyStates,
  states,
  type AccompanimentState,
  type JourneyEvent,
  type JourneyState,
} from '#src/accompaniment/states.ts'

/** What each step of a journey leads to; `hold`, `cancel` and `resume` are added to it. */
export type Steps = Readonly<Partial<Record<JourneyState, Readonly<Partial<Record<JourneyEvent, JourneyState>>>>>>

export type Chart = {
  /** The journey's own states, in order. */
  readonly states: readonly JourneyState[]
  /**
   * The state that follows, or undefined where the event means nothing there.
   *
   * @param resumeState where the accompaniment stood before `on-hold` or `cancelled`; read by `resume` alone.
   */
  readonly nextState: (
    state: AccompanimentState,
    event: JourneyEvent,
    resumeState?: AccompanimentState,
  ) => AccompanimentState | undefined
  /** Events that mean something in a state, in the chart's order. */
  readonly eventsFrom: (state: AccompanimentState, resumeState?: AccompanimentState) => readonly JourneyEvent[]
  /** Every arrow, `hold`, `cancel` and `resume` included, for drawings. */
  readonly arrows: readonly {
    readonly from: AccompanimentState
    readonly event: JourneyEvent
    readonly to: AccompanimentState
  }[]
}

type Context = { readonly resumeState: JourneyState | null }

/**
 * A journey as a pure chart: no clock, no timer, no call. Guards on the dossier's content are not here but in the
 * journey's `guards`, where each says what is missing; the chart says only what may follow what. From any step before
 * delivery an accompaniment may be put on hold or cancelled, and resumes where it stood.
 */
export function journeyChart(id: string, steps: Steps): Chart {
  const own = journeyStatesOf(steps)
  const beforeDelivery = own.slice(0, own.indexOf('delivered'))
  const resume = own.map((state) => ({ target: state, guard: `was-${state}` }))

  const machine = setup({
    types: {
      context: {} as Context,
      events: {} as { readonly type: JourneyEvent },
      input: {} as Context,
    },
    guards: Object.fromEntries(
      own.map((state) => [
        `was-${state}`,
        ({ context }: { readonly context: Context }) => context.resumeState === state,
      ]),
    ),
  }).createMachine({
    id,
    initial: 'requested',
    context: ({ input }) => ({ resumeState: input.resumeState }),
    states: {
      ...Object.fromEntries(
        own.map((state) => [
          state,
          {
            on: {
              ...steps[state],
              ...(beforeDelivery.includes(state) ? { hold: 'on-hold', cancel: 'cancelled' } : {}),
            },
          },
        ]),
      ),
      'on-hold': { on: { resume, cancel: 'cancelled' } },
      cancelled: { on: { resume } },
    },
  })

  const nextState: Chart['nextState'] = (state, event, resumeState) => {
    if (!own.some((known) => known === state) && state !== 'on-hold' && state !== 'cancelled') return undefined
    const context = { resumeState: own.find((known) => known === resumeState) ?? null }
    const here = machine.resolveState({ value: state, context })
    if (!here.can({ type: event })) return undefined
    const [next] = transition(machine, here, { type: event })
    return states.find((known) => known === next.value)
  }

  return {
    states: own,
    nextState,
    eventsFrom: (state, resumeState) =>
      eventsOf(machine.config.states?.[state]?.on).filter(
        (event) => nextState(state, event, resumeState) !== undefined,
      ),
    arrows: [...own, 'on-hold' as const, 'cancelled' as const].flatMap((from) =>
      eventsOf(machine.config.states?.[from]?.on).flatMap((event) => {
        const to = nextState(from, event, 'planning')
        return to === undefined ? [] : [{ from, event, to }]
      }),
    ),
  }
}

/** The states a table names, as sources or targets, in the common order. */
function journeyStatesOf(steps: Steps): readonly JourneyState[] {
  const named = new Set([...Object.keys(steps), ...Object.values(steps).flatMap((on) => Object.values(on))])
  return journeyStates.filter((state) => named.has(state))
}

function eventsOf(on: object | undefined): readonly JourneyEvent[] {
  return Object.keys(on ?? {}) as JourneyEvent[]
}
