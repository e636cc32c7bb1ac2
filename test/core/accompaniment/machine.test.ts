import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { journeyDiagram } from '#src/accompaniment/diagram.ts'
import { eventsFrom, nextState } from '#src/accompaniment/machine.ts'
import {
  journeyEvents,
  journeyStates,
  states,
  type AccompanimentState,
  type JourneyEvent,
} from '#src/accompaniment/states.ts'

const forward: readonly (readonly [AccompanimentState, JourneyEvent, AccompanimentState])[] = [
  ['requested', 'qualify', 'qualified'],
  ['qualified', 'schedule', 'scheduled'],
  ['scheduled', 'start-preparation', 'preparing'],
  ['preparing', 'start-arguments', 'arguments'],
  ['arguments', 'start-evidence', 'evidence'],
  ['evidence', 'start-planning', 'planning'],
  ['planning', 'start-drafting', 'drafting'],
  ['drafting', 'submit-for-review', 'review'],
  ['review', 'approve', 'delivered'],
  ['review', 'send-back', 'drafting'],
  ['delivered', 'start-follow-up', 'follow-up'],
  ['follow-up', 'close', 'closed'],
]
const beforeDelivery = journeyStates.slice(0, journeyStates.indexOf('delivered'))

describe('the journey', () => {
  test('has twelve states in order, beside which stand on-hold and cancelled', () => {
    expect(journeyStates).toHaveLength(12)
    expect(states.slice(12)).toEqual(['on-hold', 'cancelled'])
  })

  test.each(forward)('from %s, %s leads to %s', (from, event, to) => {
    expect(nextState(from, event)).toBe(to)
  })

  test('every event not written in the dossier is refused everywhere', () => {
    for (const state of journeyStates) {
      for (const event of journeyEvents) {
        const known =
          forward.some(([from, own]) => from === state && own === event) ||
          (beforeDelivery.includes(state) && (event === 'hold' || event === 'cancel'))
        expect([state, event, nextState(state, event) !== undefined]).toEqual([state, event, known])
      }
    }
  })

  test.each(beforeDelivery)('%s can be put on hold or cancelled, and resumes where it stood', (state) => {
    expect(nextState(state, 'hold')).toBe('on-hold')
    expect(nextState(state, 'cancel')).toBe('cancelled')
    expect(nextState('on-hold', 'resume', state)).toBe(state)
    expect(nextState('cancelled', 'resume', state)).toBe(state)
    expect(nextState('on-hold', 'cancel', state)).toBe('cancelled')
  })

  test('resuming without a known origin means nothing', () => {
    expect(nextState('on-hold', 'resume')).toBeUndefined()
    expect(nextState('cancelled', 'resume', 'on-hold')).toBeUndefined()
  })

  test('every state is reached', () => {
    const reached = new Set<AccompanimentState>(['requested'])
    for (const state of reached) {
      for (const event of eventsFrom(state, 'planning')) {
        const next = nextState(state, event, 'planning')
        if (next !== undefined) reached.add(next)
      }
    }
    expect([...reached].toSorted()).toEqual([...states].toSorted())
  })

  test('the diagram of the docs is the one the chart draws', () => {
    const readme = readFileSync('src/accompaniment/README.md', 'utf8')
    expect(readme).toContain(journeyDiagram())
  })
})
