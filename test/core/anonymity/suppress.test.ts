import { describe, expect, test } from 'vitest'
import { suppressRow } from '#src/anonymity/suppress.ts'

/** Every way to share so many people among classes. */
function* rowsOf(people: number, classes: number): Generator<readonly number[]> {
  if (classes === 1) yield [people]
  else
    for (let first = 0; first <= people; first += 1)
      for (const rest of rowsOf(people - first, classes - 1)) yield [first, ...rest]
}

function shownAs(row: readonly number[]): string {
  const shown = suppressRow(row.map((count, index) => ({ choices: [String(index)], text: '', count })))
  return shown === 'masked' ? shown : shown.map(({ choices, count }) => `${choices.join('+')}:${count}`).join(' ')
}

/** Small cells that every row shown in the same way agree on: what a reader of the rules themselves would know. */
function determined(people: number, classes: number): readonly string[] {
  const alike = new Map<string, (readonly number[])[]>()
  for (const row of rowsOf(people, classes)) {
    const look = shownAs(row)
    alike.set(look, [...(alike.get(look) ?? []), row])
  }
  return [...alike].flatMap(([look, rows]) =>
    Array.from({ length: classes }, (_, index) => new Set(rows.map((row) => row[index] ?? 0))).flatMap(
      (values, index) =>
        values.size === 1 && Math.max(...values) < 5 ? [`${people} people, ${look}: class ${index}`] : [],
    ),
  )
}

describe('every row there can be, told apart by its display alone', () => {
  test.each([
    [2, 60],
    [3, 40],
    [4, 22],
  ])('of %i classes and up to %i people determines no cell under five', (classes, most) => {
    for (let people = 7; people <= most; people += 1) expect(determined(people, classes)).toEqual([])
  })
})

test('a row of one class is masked: everybody in it answered the same', () => {
  expect(suppressRow([{ choices: ['oui'], text: 'oui', count: 20 }])).toBe('masked')
})
