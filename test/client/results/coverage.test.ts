import { expect, test } from 'vitest'
import { coveragePercent } from '#client/results/coverage.ts'

test('a coverage just under the threshold never reads as the threshold', () => {
  expect(coveragePercent({ levelled: 599, applicable: 1000 })).toBe(59)
  expect(coveragePercent({ levelled: 6, applicable: 10 })).toBe(60)
})

test('where nothing applies the coverage is nought, not a fault', () => {
  expect(coveragePercent({ levelled: 0, applicable: 0 })).toBe(0)
})
