import { expect, test } from 'vitest'
import { minutesOf } from '#client/meeting/agenda/which-meeting.ts'

const dated = { startsAt: '2026-12-15T14:00', minutes: 120 }

test('minutes kept with the meeting come before those of this computer', () => {
  expect(minutesOf({ ...dated, minutesByPart: { a: 25 } }, { a: 10, b: 5 })).toEqual({ a: 25 })
})

test('a meeting without a date, or prepared on this computer alone, has its minutes from here', () => {
  expect(minutesOf(undefined, { a: 10 })).toEqual({ a: 10 })
  expect(minutesOf(dated, { a: 10 })).toEqual({ a: 10 })
})
