import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RoomEvent, RoomFact } from '#src/room/room-events.ts'
import { applyEvent, criterionOf, emptyRoom, foldRoom } from '#src/room/room-state.ts'
import { spreadOf } from '#src/room/spread.ts'

const ids = ['un', 'deux', 'trois']
const spread = spreadOf([{ level: 1 }, { level: 3 }, { passed: true }])
const id = fc.constantFrom(...ids)
const anyFact: fc.Arbitrary<RoomFact> = fc.oneof(
  fc.constantFrom<RoomFact>({ type: 'started' }, { type: 'closed' }, { type: 'prepared', criteria: ids, named: true }),
  fc.record({ type: fc.constantFrom('joined', 'left'), present: fc.nat(30) }),
  fc.record({ type: fc.constantFrom('presented', 'reopened'), criterionId: id }),
  fc.record(
    {
      type: fc.constantFrom('positioned', 'revealed'),
      criterionId: id,
      answered: fc.nat(30),
      spread: fc.constant(spread),
    },
    { requiredKeys: ['type', 'criterionId', 'answered'] },
  ),
  fc.record({
    type: fc.constant('agreed'),
    criterionId: id,
    answer: fc.constantFrom({ level: 2 }, { unknown: true }),
  }) as fc.Arbitrary<RoomFact>,
  fc.record({ type: fc.constant('reordered'), criteria: fc.shuffledSubarray(ids, { minLength: 1 }) }),
) as fc.Arbitrary<RoomFact>
const anyEvents = fc.array(anyFact, { maxLength: 40 }).map(numbered)

function numbered(facts: readonly RoomFact[]): readonly RoomEvent[] {
  return facts.map((fact, index) => ({ ...fact, seq: index + 1, at: `2026-03-02T09:00:${index % 60}.000Z` }))
}

describe('the state of a room', () => {
  test('is the same whatever order its events come in, and however often', () => {
    fc.assert(
      fc.property(
        anyEvents.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
        ),
        ([events, muddled]) => {
          expect(foldRoom(muddled)).toEqual(foldRoom(events))
        },
      ),
    )
  })

  test('does not change with an event counted in already, nor with one that leaves a hole', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(50), (events, gap) => {
        const state = foldRoom(events)
        for (const event of events) expect(applyEvent(state, event)).toEqual({ outcome: 'seen', state })
        const ahead: RoomEvent = { type: 'closed', at: '', seq: events.length + 2 + gap }
        expect(applyEvent(state, ahead)).toEqual({ outcome: 'hole', state })
      }),
    )
  })

  test('stops before the first hole', () => {
    const events = numbered([
      { type: 'prepared', criteria: ids, named: false },
      { type: 'started' },
      { type: 'closed' },
    ])
    expect(foldRoom(events.filter(({ seq }) => seq !== 2)).seq).toBe(1)
  })

  test('goes from the vote to the spread, to the agreement, and back when reopened', () => {
    const of = (...facts: readonly RoomFact[]) => criterionOf(foldRoom(numbered(facts)), 'un')
    const presented: RoomFact = { type: 'presented', criterionId: 'un' }
    const revealed: RoomFact = { type: 'revealed', criterionId: 'un', answered: 3, spread }
    const agreed: RoomFact = { type: 'agreed', criterionId: 'un', answer: { level: 3 } }

    expect(of()).toEqual({ stage: 'waiting', answered: 0 })
    expect(of(presented)).toEqual({ stage: 'vote', answered: 0 })
    expect(of(presented, revealed)).toEqual({ stage: 'spread', answered: 3, spread })
    expect(of(presented, revealed, agreed)).toMatchObject({ stage: 'agreed', agreed: { level: 3 }, spread })
    expect(of(presented, revealed, agreed, { type: 'reopened', criterionId: 'un' })).toEqual({
      stage: 'vote',
      answered: 3,
    })
    expect(of(presented, agreed, presented).stage).toBe('agreed')
  })

  test('counts an answer given before the criterion is shown', () => {
    const state = foldRoom(numbered([{ type: 'positioned', criterionId: 'deux', answered: 1 }]))
    expect(criterionOf(state, 'deux')).toEqual({ stage: 'waiting', answered: 1 })
  })

  test('begins empty', () => {
    expect(foldRoom([])).toBe(emptyRoom)
    expect(criterionOf(emptyRoom, 'toString')).toEqual({ stage: 'waiting', answered: 0 })
  })
})
