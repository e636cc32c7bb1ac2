import { expect, test } from 'vitest'
import { parseMemory } from '#client/meeting/lead/meeting-memory.ts'

const empty = { decided: [], plan: { minutes: {} }, joining: false }

test('what the meeting keeps on this computer is read back as it was', () => {
  const memory = {
    decided: ['droits'],
    decidedFor: '1',
    current: 'freins',
    plan: { meeting: '1', order: ['freins', 'droits'], minutes: { dim: 20 } },
    joining: true,
  }
  expect(parseMemory(JSON.stringify(memory))).toEqual(memory)
})

test.each(['', 'not json', 'null', '[]', '{"decided":"x","plan":null,"current":4,"joining":"yes"}'])(
  'what was written by hand or by another version is read as nothing: %s',
  (text) => {
    expect(parseMemory(text)).toEqual(empty)
  },
)

test('a time that no meeting has is left out alone', () => {
  expect(parseMemory('{"plan":{"minutes":{"a":20,"b":-1,"c":"x","d":9999}}}').plan.minutes).toEqual({ a: 20 })
})
