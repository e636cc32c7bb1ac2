import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { journeyDiagram } from '#src/accompaniment/diagram.ts'
import { journeys } from '#src/accompaniment/journeys/journey-of.ts'
import { journeyEvents, states, type AccompanimentState, type JourneyEvent } from '#src/accompaniment/states.ts'

type Arrow = readonly [AccompanimentState, JourneyEvent, AccompanimentState]

const forward: Readonly<Record<keyof typeof journeys, readonly Arrow[]>> = {
  'key-arguments': [
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
  ],
  'practices-audit': [
    ['requested', 'qualify', 'qualified'],
    ['qualified', 'schedule', 'scheduled'],
    ['scheduled', 'start-framing', 'framing'],
    ['framing', 'start-awareness', 'awareness'],
    ['awareness', 'start-perception', 'perception'],
    ['awareness', 'skip-perception', 'audit'],
    ['perception', 'start-audit', 'audit'],
    ['audit', 'start-restitution', 'restitution'],
    ['restitution', 'start-planning', 'planning'],
    ['planning', 'submit-for-review', 'review'],
    ['review', 'approve', 'delivered'],
    ['review', 'send-back', 'planning'],
    ['delivered', 'start-follow-up', 'follow-up'],
    ['follow-up', 'close', 'closed'],
  ],
}

describe.each(Object.values(journeys))('the journey $id', ({ id, chart, phases, guards, pageOfState, pages }) => {
  const arrows = forward[id]
  const { nextState, eventsFrom } = chart
  const beforeDelivery = chart.states.slice(0, chart.states.indexOf('delivered'))

  test.each(arrows)('from %s, %s leads to %s', (from, event, to) => {
    expect(nextState(from, event)).toBe(to)
  })

  test('every event not written in the dossier is refused everywhere, in the states of other journeys too', () => {
    for (const state of states) {
      for (const event of journeyEvents) {
        const known =
          arrows.some(([from, own]) => from === state && own === event) ||
          (beforeDelivery.some((own) => own === state) && (event === 'hold' || event === 'cancel')) ||
          (state === 'on-hold' && event === 'cancel')
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
    expect([...reached].toSorted()).toEqual([...chart.states, 'on-hold', 'cancelled'].toSorted())
  })

  test('the main event of a step is the one written first, never a pause', () => {
    for (const state of chart.states.slice(0, -1)) expect(eventsFrom(state)[0]).not.toMatch(/^(hold|cancel)$/)
  })

  test('every step belongs to one phase, in order, and has its page', () => {
    expect(phases.flatMap((phase) => phase.states)).toEqual(chart.states)
    for (const state of chart.states) expect(pages).toContain(pageOfState[state])
  })

  test('only events of the chart have guards', () => {
    const events = chart.arrows.map(({ event }) => event)
    for (const event of Object.keys(guards)) expect(events).toContain(event)
  })

  test('the diagram of the docs is the one the chart draws', () => {
    expect(readFileSync('src/accompaniment/README.md', 'utf8')).toContain(journeyDiagram(chart))
  })
})
