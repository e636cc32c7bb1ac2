import { expect, test } from 'vitest'
import { indicatorResult } from '#src/indicators/indicator-value.ts'
import { indicatorSeries } from '#src/indicators/series.ts'
import { anIndicator } from '#test/support/a-sheet.ts'

const rate = anIndicator({ id: 'taux' })
const count = anIndicator({ id: 'nombre', unit: 'n', calculation: 'number', factor: 1, bounds: { min: 10, max: 20 } })

test('a ratio is the numerator over the denominator, then times the factor', () => {
  expect(indicatorResult(rate, { numerator: 31, denominator: 52 })).toEqual({
    id: 'taux',
    computable: true,
    value: 59.61538461538461,
    unit: '%',
    flags: [],
  })
})

test('a number is taken as it is, whatever the factor', () => {
  expect(indicatorResult({ ...count, factor: 100 }, { value: 12.5 })).toMatchObject({ computable: true, value: 12.5 })
})

test('a denominator of 0 is not computable, and is masked where it counts people', () => {
  expect(indicatorResult(rate, { numerator: 0, denominator: 0 })).toEqual({
    id: 'taux',
    computable: false,
    reason: 'zero-denominator',
    unit: '%',
    flags: ['masked'],
  })
  expect(indicatorResult({ ...rate, countsPeople: false }, { numerator: 3, denominator: 0 }).flags).toEqual([])
})

test('a denominator so small that the ratio overflows is no denominator', () => {
  expect(indicatorResult(rate, { numerator: 1e12, denominator: 5e-324 })).toMatchObject({
    computable: false,
    reason: 'zero-denominator',
  })
})

test('a value is never -0', () => {
  expect(Object.is(indicatorResult(count, { value: -0 }), -0)).toBe(false)
  expect(indicatorResult(rate, { numerator: -0, denominator: 9 })).toMatchObject({ value: 0 })
})

test.each([
  [9.9, ['out-of-bounds']],
  [10, []],
  [10.1, []],
  [19.9, []],
  [20, []],
  [20.1, ['out-of-bounds']],
])('bounds are inside: %d', (value, flags) => {
  expect(indicatorResult(count, { value }).flags).toEqual(flags)
})

test('a comment explains a value out of bounds, a blank one does not', () => {
  expect(indicatorResult(count, { value: 99, comment: 'deux exercices' }).flags).toEqual([])
  expect(indicatorResult(count, { value: 99, comment: ' ' }).flags).toEqual(['out-of-bounds'])
})

test('an open bound lets everything through', () => {
  expect(indicatorResult({ ...count, bounds: {} }, { value: -1e12 }).flags).toEqual([])
})

test.each([
  [0, true],
  [4, true],
  [4.9, true],
  [5, false],
  [6, false],
])('a share of %d people is masked: %s', (denominator, masked) => {
  expect(indicatorResult(rate, { numerator: 0, denominator }).flags.includes('masked')).toBe(masked)
})

test('what does not count people, or has no denominator, is never masked', () => {
  expect(indicatorResult({ ...rate, countsPeople: false }, { numerator: 1, denominator: 2 }).flags).toEqual([])
  expect(indicatorResult({ ...count, countsPeople: true, bounds: {} }, { value: 2 }).flags).toEqual([])
})

test('out-of-bounds comes before masked', () => {
  expect(indicatorResult(rate, { numerator: 4, denominator: 3 }).flags).toEqual(['out-of-bounds', 'masked'])
})

test('a comment explains, but never unmasks', () => {
  expect(indicatorResult(rate, { numerator: 4, denominator: 3, comment: 'expliqué' }).flags).toEqual(['masked'])
})

test('a series goes from the oldest year to the latest and leaves gaps as they are', () => {
  const series = indicatorSeries(rate, {
    2025: { numerator: 6, denominator: 10 },
    2022: { numerator: 1, denominator: 2 },
    brouillon: { numerator: 1, denominator: 10 },
  })

  expect(series.map(({ year, result }) => [year, result.computable && result.value, result.flags])).toEqual([
    [2022, 50, ['masked']],
    [2025, 60, []],
  ])
})
