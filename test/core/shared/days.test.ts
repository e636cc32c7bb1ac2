import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, daysBetween } from '#src/shared/days.ts'

test('a month later is the same day, or the last of a shorter month', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2025-01-31', 1)).toBe('2025-02-28')
  expect(addMonths('2025-11-30', 3)).toBe('2026-02-28')
  expect(addMonths('2025-12-15', 12)).toBe('2026-12-15')
})

test('adding days and counting them undo each other, across leap years and summer time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40000 }), fc.integer({ min: -4000, max: 4000 }), (from, days) => {
      const day = addDays('1990-01-01', from)
      expect(daysBetween(day, addDays(day, days))).toBe(days)
    }),
  )
})
