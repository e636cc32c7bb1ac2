import { describe, expect, test } from 'vitest'
import { qrPath } from '#src/room/qr.ts'

describe('a QR code', () => {
  const { size, path } = qrPath('https://jalon.example/join#BCD234')
  const rectangles = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].map((found) => found.slice(1).map(Number))

  test('keeps a margin of four modules all round', () => {
    for (const [x = 0, y = 0, width = 0] of rectangles) {
      expect(x).toBeGreaterThanOrEqual(4)
      expect(y).toBeGreaterThanOrEqual(4)
      expect(x + width).toBeLessThanOrEqual(size - 4)
      expect(y).toBeLessThan(size - 4)
    }
  })

  test('is made of rectangles alone, beginning with the bar of its first corner', () => {
    expect(path.replaceAll(/M\d+ \d+h\d+v1h-\d+z/g, '')).toBe('')
    expect(rectangles[0]).toEqual([4, 4, 7, 7])
  })

  test('of the same text is the same', () => {
    expect(qrPath('https://jalon.example/join#BCD234').path).toBe(path)
  })
})
