import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shuffled } from '#src/anonymity/shuffled.ts'

const sorted = (items: readonly number[]) => items.toSorted((a, b) => a - b)

test('the same seed gives the same order, whatever is asked in between', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.integer(), { maxLength: 12 }), (seed, items) => {
      const first = shuffled(items, seed)
      shuffled([1, 2, 3], 'autre')
      expect(shuffled(items, seed)).toEqual(first)
    }),
  )
})

test('nothing is lost, nothing is added, and what was given stays as it was', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.integer()), (seed, items) => {
      const before = [...items]
      expect(sorted(shuffled(items, seed))).toEqual(sorted(before))
      expect(items).toEqual(before)
    }),
  )
})

test('over seeds, the six orders of three options come as often as each other', () => {
  const draws = 12_000
  const counts = new Map<string, number>()
  for (let index = 0; index < draws; index += 1) {
    const order = shuffled(['a', 'b', 'c'], `graine-${index}`).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  const expected = draws / 6
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  expect(counts.size).toBe(6)
  // Five degrees of freedom: 20.5 is passed once in a thousand.
  expect(chiSquare).toBeLessThan(20.5)
})
