import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Position, RoomEvent } from '#src/room/room-events.ts'
import { eventFor, spreadOf, spreadSize, spreadVisible } from '#src/room/spread.ts'

const anyPosition = fc.constantFrom<Position>(
  { level: 1 },
  { level: 2 },
  { level: 3 },
  { level: 4 },
  { unknown: true },
  { notApplicable: true },
  { passed: true },
)

describe('a spread', () => {
  test('counts everybody once, whatever they answered', () => {
    fc.assert(
      fc.property(fc.array(anyPosition), (positions) => {
        expect(spreadSize(spreadOf(positions))).toBe(positions.length)
      }),
    )
  })

  test('does not tell the order of the answers', () => {
    fc.assert(
      fc.property(fc.array(anyPosition), (positions) => {
        expect(spreadOf(positions.toReversed())).toEqual(spreadOf(positions))
      }),
    )
  })

  test.each([
    [2, false],
    [3, true],
    [4, true],
  ])('of %d answers: seen is %s', (answered, seen) => {
    expect(spreadVisible({ answered, revealed: true, viewerAnswered: true })).toBe(seen)
    expect(spreadVisible({ answered, revealed: false, viewerAnswered: true })).toBe(false)
    expect(spreadVisible({ answered, revealed: true, viewerAnswered: false })).toBe(false)
  })

  test('reaches a phone only for what it has answered or passed', () => {
    const spread = spreadOf([{ level: 1 }, { level: 2 }, { passed: true }])
    const event: RoomEvent = { seq: 1, at: '', type: 'revealed', criterionId: 'un', answered: 3, spread }
    const seat = (...answered: readonly string[]) =>
      ({ kind: 'seat', hasAnswered: (id: string) => answered.includes(id) }) as const

    expect(eventFor({ kind: 'screen' }, event)).toEqual(event)
    expect(eventFor(seat('un'), event)).toEqual(event)
    expect(eventFor(seat('deux'), event)).toEqual({ seq: 1, at: '', type: 'revealed', criterionId: 'un', answered: 3 })
  })

  test('of fewer than three reaches nobody, should one ever be told', () => {
    const spread = spreadOf([{ level: 1 }, { level: 2 }])
    const event: RoomEvent = { seq: 1, at: '', type: 'positioned', criterionId: 'un', answered: 2, spread }
    expect(eventFor({ kind: 'screen' }, event)).not.toHaveProperty('spread')
  })
})
