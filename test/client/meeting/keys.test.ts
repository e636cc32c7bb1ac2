import { describe, expect, test } from 'vitest'
import { actionOf, type KeyPlace, type MeetingKeys } from '#client/meeting/lead/use-keys.ts'

const done: string[] = []
const keys: MeetingKeys = {
  onPrevious: () => done.push('previous'),
  onNext: () => done.push('next'),
  onLevel: (level) => done.push(`level ${level}`),
  onUnknown: () => done.push('unknown'),
  onNotApplicable: () => done.push('not-applicable'),
  onStep: () => done.push('step'),
  onNotes: () => done.push('notes'),
  onPark: () => done.push('park'),
  onReopen: () => done.push('reopen'),
  onJoining: () => done.push('joining'),
  onHelp: () => done.push('help'),
}
const does = (key: string, place: KeyPlace, of: MeetingKeys = keys) => {
  done.length = 0
  actionOf(key, of, place)?.()
  return done[0]
}

test.each([
  ['ArrowLeft', 'previous'],
  ['ArrowRight', 'next'],
  ['1', 'level 1'],
  ['4', 'level 4'],
  ['s', 'unknown'],
  ['C', 'not-applicable'],
  [' ', 'step'],
  ['Enter', 'step'],
  ['n', 'notes'],
  ['P', 'park'],
  ['r', 'reopen'],
  ['q', 'joining'],
  ['?', 'help'],
  ['5', undefined],
  ['x', undefined],
])('the key « %s » does: %s', (key, act) => {
  expect(does(key, 'page')).toBe(act)
})

describe('keys stay with what has the focus', () => {
  test('nothing acts while typing', () => {
    for (const key of ['1', 'n', ' ', 'ArrowRight', '?']) expect(does(key, 'field')).toBe(undefined)
  })

  test('arrows move inside a group of radios; space and enter press a button, or choose a radio', () => {
    expect(does('ArrowRight', 'radio')).toBe(undefined)
    expect(does('ArrowRight', 'checked-radio')).toBe(undefined)
    expect(does(' ', 'radio')).toBe(undefined)
    expect(does('Enter', 'button')).toBe(undefined)
    expect(does(' ', 'checked-radio')).toBe('step')
    expect(does('3', 'radio')).toBe('level 3')
  })
})

test('a key without a use here does nothing', () => {
  expect(does('n', 'page', {})).toBe(undefined)
  expect(does('2', 'page', {})).toBe(undefined)
})
