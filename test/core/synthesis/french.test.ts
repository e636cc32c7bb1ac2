import { describe, expect, test } from 'vitest'
import { dayFr, fr, inLetters, listFr, numberFr, partsFr, plural, shortened } from '#src/synthesis/french.ts'

describe('a text shortened', () => {
  test('under and at the limit is whole; over it ends after a word, with an ellipsis', () => {
    expect(['Une page', 'Une pages', 'Une page de trop'].map((text) => shortened(text, 9))).toEqual([
      'Une page',
      'Une pages',
      'Une page…',
    ])
  })

  test('without a space near the end is cut where it must be', () => {
    expect(shortened('a'.repeat(2000), 90)).toBe(`${'a'.repeat(89)}…`)
    expect(shortened(`Oui ${'a'.repeat(2000)}`, 90)).toHaveLength(90)
  })

  test('never holds half a sign', () => {
    for (const most of [2, 3, 4, 5]) expect(shortened('🚲🚲🚲🚲🚲🚲', most).isWellFormed()).toBe(true)
  })
})

describe('French writing', () => {
  test('no line breaks before a double sign, inside quotation marks or a thousand', () => {
    expect(fr("L'équipe : « oui » ; 12 400 t, 62 % !")).toBe(
      'L’équipe\u00a0: «\u00a0oui\u00a0»\u00a0; 12\u00a0400\u00a0t, 62\u00a0%\u00a0!',
    )
  })

  test('nothing and one are singular, from two on plural', () => {
    expect([0, 1, 2].map((count) => plural(count, 'action'))).toEqual(['action', 'action', 'actions'])
  })

  test('only one agrees in gender, and large counts are figures', () => {
    expect([1, 2, 16, 17, 21].map((count) => inLetters(count, 'feminine'))).toEqual([
      'une',
      'deux',
      'seize',
      'dix-sept',
      '21',
    ])
  })

  test('halves are rounded away from zero', () => {
    expect([0.5, 1.5, 2.5, -0.5, 62.5].map((value) => numberFr(value))).toEqual(['1', '2', '3', '−1', '63'])
    expect(numberFr(1.005, 2)).toBe('1,01')
    expect(numberFr(1234.5, 1)).toBe('1\u00a0234,5')
  })

  test('the first of the month is an ordinal', () => {
    expect(dayFr('2026-03-01')).toBe('1er\u00a0mars\u00a02026')
  })

  test('a list ends with "et"', () => {
    expect([[], ['a'], ['a', 'b', 'c']].map(listFr)).toEqual(['', 'a', 'a, b et c'])
  })
})

test('a calculation is shortened only where no digit is lost', () => {
  expect(partsFr(1_460_000, 1_780_000)).toBe('1,46\u00a0/ 1,78\u00a0M')
  expect(partsFr(154_000, 1_280_000)).toBe('154\u00a0/ 1\u00a0280\u00a0k')
  expect(partsFr(1_460_001, 1_780_000)).toBe('1\u00a0460\u00a0001\u00a0/ 1\u00a0780\u00a0000')
  expect(partsFr(31, 50)).toBe('31\u00a0/ 50')
})
