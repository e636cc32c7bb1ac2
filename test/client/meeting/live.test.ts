import { expect, test } from 'vitest'
import type { RoomEvent } from '#src/room/room-events.ts'
import { agreedIn, decidedHere } from '#client/meeting/lead/decided-in.ts'
import { parseEvent, withEvents } from '#client/meeting/live/event-list.ts'
import { joinAddress, joinToType, spacedCode } from '#client/meeting/live/join-address.ts'
import { countAt, reach } from '#client/meeting/live/spread-words.ts'

const none = { level1: 0, level2: 0, level3: 0, level4: 0, unknown: 0, notApplicable: 0, passed: 0 }
const joined = (seq: number): RoomEvent => ({ seq, at: '2026-12-15T14:00:00Z', type: 'joined', present: seq })

test('events are kept once and in order, whatever mouth they come from', () => {
  const known = withEvents([joined(1)], [joined(3), joined(2), joined(3), joined(1)])
  expect(known.map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(withEvents(known, [joined(2)])).toBe(known)
})

test('what is no event in the stream is left out', () => {
  expect(parseEvent('<html>')).toBe(undefined)
  expect(parseEvent('"ping"')).toBe(undefined)
  expect(parseEvent(JSON.stringify(joined(4)))).toEqual(joined(4))
})

test('what a meeting decided is what it agreed on and did not reopen', () => {
  const at = '2026-12-15T14:00:00Z'
  const agreed = (seq: number, criterionId: string): RoomEvent => ({
    seq,
    at,
    type: 'agreed',
    criterionId,
    answer: { level: 2 },
  })
  expect(
    agreedIn([
      agreed(1, 'a'),
      agreed(2, 'b'),
      { seq: 3, at, type: 'reopened', criterionId: 'a' },
      agreed(4, 'c'),
      agreed(5, 'a'),
      { seq: 6, at, type: 'reopened', criterionId: 'b' },
    ]),
  ).toEqual(['c', 'a'])
})

test('the reach of a spread is told by levels alone', () => {
  expect(reach({ ...none, unknown: 3 })).toBe(undefined)
  expect(reach({ ...none, level2: 1, level4: 2, passed: 1 })).toEqual({ least: 2, most: 4 })
  expect(countAt({ ...none, level4: 2 }, 4)).toBe(2)
})

test('the code stays in the fragment of the address, and is read in two breaths', () => {
  expect(joinAddress('https://jalon.example', 'K7M2QX')).toBe('https://jalon.example/join#K7M2QX')
  expect(joinToType('https://jalon.example')).toBe('jalon.example/join')
  expect(spacedCode('K7M2QX')).toBe('K7M 2QX')
})

test('what another meeting decided on this computer is not decided in this one', () => {
  const memory = { decided: ['a'], decidedFor: 'audit-1', plan: { minutes: {} }, joining: false }
  expect(decidedHere(memory, 'audit-1')).toEqual(['a'])
  expect(decidedHere(memory, 'audit-2')).toEqual([])
})
