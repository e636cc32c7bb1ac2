import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inRows, weightOf } from '#src/synthesis/charts/bar-rows.ts'

const room = { width: 131, gap: 0.8, least: 10 }
const tiles = (...weights: readonly number[]) => weights.map((weight) => ({ weight }))

describe('the rows of a bar', () => {
  test('a few criteria stand in one', () => {
    expect(inRows(tiles(3, 2, 2, 1, 1), room)).toEqual([tiles(3, 2, 2, 1, 1)])
    expect(inRows([], room)).toEqual([])
  })

  test('many are shared evenly, in their order', () => {
    expect(inRows(tiles(...Array.from({ length: 14 }, () => 1)), room).map((row) => row.length)).toEqual([7, 7])
  })

  test('no tile is narrower than can be read, and none is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 90 }), (weights) => {
        const rows = inRows(tiles(...weights), room)
        const unit = (room.width + room.gap) / Math.max(...rows.map(weightOf))
        expect(rows.flat()).toEqual(tiles(...weights))
        expect(unit * Math.min(...weights) - room.gap).toBeGreaterThanOrEqual(room.least)
      }),
    )
  })
})
