import { describe, expect, test } from 'vitest'
import { minutesInAll, minutesLate, startOf, timedParts } from '#client/meeting/agenda/agenda-times.ts'

const start = new Date('2026-12-15T14:00:00')
const parts = timedParts(
  [
    { id: 'a', title: 'A', criteria: ['a1', 'a2'] },
    { id: 'b', title: 'B', criteria: ['b1'] },
  ],
  { a: 20 },
  start,
)
const at = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

test('parts follow one another, with their own minutes or three for each criterion', () => {
  expect(parts.map(({ minutes, startsAt }) => [minutes, startsAt?.getTime()])).toEqual([
    [20, start.getTime()],
    [3, at(20).getTime()],
  ])
  expect(minutesInAll(parts)).toBe(23)
})

describe('a team is late', () => {
  test.each([
    { criterion: 'a1', minutes: 9, late: 0 },
    { criterion: 'a1', minutes: 10, late: 0 },
    { criterion: 'a1', minutes: 13, late: 3 },
    { criterion: 'a2', minutes: 15, late: 0 },
    { criterion: 'b1', minutes: 15, late: -5 },
  ])('of $late minutes on $criterion after $minutes minutes', ({ criterion, minutes, late }) => {
    expect(minutesLate(parts, criterion, at(minutes))).toBe(late)
  })
})

test('without a start, or on a criterion of no part, nothing is late', () => {
  expect(minutesLate(timedParts([{ id: 'a', title: 'A', criteria: ['a1'] }], {}, undefined), 'a1', start)).toBe(
    undefined,
  )
  expect(minutesLate(parts, 'c1', start)).toBe(undefined)
})

test('the start that counts is when the room opened, else the date agreed where it is today', () => {
  expect(startOf('2026-12-15T13:58:00Z', '2026-12-15T14:00', start)?.toISOString()).toBe('2026-12-15T13:58:00.000Z')
  expect(startOf(undefined, '2026-12-15T14:00', start)).toEqual(start)
  expect(startOf(undefined, '2026-12-16T14:00', start)).toBe(undefined)
  expect(startOf(undefined, undefined, start)).toBe(undefined)
})
