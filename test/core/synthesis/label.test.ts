import { describe, expect, test } from 'vitest'
import { linesIn } from '#src/synthesis/charts/label.ts'

describe('a label under a tile', () => {
  test('keeps its words whole where they fit', () => {
    expect(linesIn('Accueil et orientation', 20)).toEqual(['Accueil et', 'orientation'])
  })

  test('cuts a word too long between syllables, a doubled or a closing consonant staying behind', () => {
    expect(linesIn('Vie collective', 10.8)).toEqual(['Vie', 'collec-', 'tive'])
    expect(linesIn('Confidentialité', 13)).toEqual(['Confi-', 'dentia-', 'lité'])
  })

  test('never parts two signs that make one sound', () => {
    expect(linesIn('rapprochement', 11)).toEqual(['rappro-', 'chement'])
  })

  test('no line is wider than its tile by more than one sign, whatever the word', () => {
    for (const text of [
      'Anticonstitutionnellement',
      'Structuration',
      'xxxxxxxxxxxxxxx',
      'Présentéisme',
      'Transparence',
    ]) {
      for (const width of [7, 9, 11, 13, 15]) {
        for (const line of linesIn(text, width)) expect(line.length).toBeLessThanOrEqual(Math.floor(width / 1.5) + 1)
      }
    }
  })
})
