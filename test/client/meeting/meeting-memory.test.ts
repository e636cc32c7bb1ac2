import { expect, test } from 'vitest'
import { parseMemory } from '#client/meeting/lead/meeting-memory.ts'

test('what the meeting keeps on this computer is read back as it was', () => {
  const memory = {
    parked: { freins: 'à éclaircir' },
    notes: { freins: 'voir Awa' },
    decided: ['droits'],
    current: 'freins',
  }
  expect(parseMemory(JSON.stringify(memory))).toEqual(memory)
})

test.each(['', 'not json', 'null', '[]', '{"parked":3,"decided":"x","notes":null,"current":4}'])(
  'what was written by hand or by another version is read as nothing: %s',
  (text) => {
    expect(parseMemory(text)).toEqual({ parked: {}, notes: {}, decided: [] })
  },
)

test('a text of another kind among the notes is left out alone', () => {
  expect(parseMemory('{"notes":{"a":"bien","b":4}}').notes).toEqual({ a: 'bien' })
})
