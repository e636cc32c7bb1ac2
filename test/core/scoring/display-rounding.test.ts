import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundForDisplay } from '#src/scoring/display-rounding.ts'

test.each([
  [2.4, 2],
  [2.5, 3],
  [2.6, 3],
  [-2.4, -2],
  [-2.5, -3],
  [62.5, 63],
  [66.66666666666667, 67],
  [0.49999999999999994, 0],
  [0, 0],
  [-0.4, 0],
  [5e-324, 0],
  [1e12, 1e12],
])('%d is shown as %d', (value, shown) => {
  expect(roundForDisplay(value)).toBe(shown)
})

test('decimals are rounded as people read them', () => {
  expect([roundForDisplay(1.005, 2), roundForDisplay(59.65, 1), roundForDisplay(-0.05, 1)]).toEqual([1.01, 59.7, -0.1])
})

test('a shown number is never -0, and is at most half a unit away', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
      const shown = roundForDisplay(value)

      expect(Object.is(shown, -0)).toBe(false)
      expect(Math.abs(shown - value)).toBeLessThanOrEqual(0.5)
    }),
  )
})
