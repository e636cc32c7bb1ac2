import { describe, expect, test } from 'vitest'
import { actions, can, canReadEntry, canTrigger, canWriteEntry, entryFamily, needsReason } from '#src/access/can.ts'
import { entryFamilies } from '#src/accompaniment/entry.ts'
import { journeyEvents, roles } from '#src/accompaniment/states.ts'

describe('permissions within one accompaniment', () => {
  test('everyone in it reads; a reader does nothing else', () => {
    expect(roles.every((role) => can(role, 'read'))).toBe(true)
    expect(actions.filter((action) => can('reader', action))).toEqual(['read'])
    expect(entryFamilies.filter((family) => canWriteEntry('reader', family, 'preparing', true))).toEqual([])
  })

  test('the direction alone approves or sends back; the advisor alone moves the rest', () => {
    for (const event of journeyEvents) {
      const direction = event === 'approve' || event === 'send-back'
      expect(roles.filter((role) => canTrigger(role, event))).toEqual([direction ? 'referent' : 'advisor'])
    }
  })

  test('skipping the survey, sending back, holding and cancelling take a reason', () => {
    expect(journeyEvents.filter(needsReason)).toEqual(['skip-perception', 'send-back', 'hold', 'cancel'])
  })

  test('the frame and the dates are the advisor’s, the authorisations the direction’s', () => {
    const writers = (family: (typeof entryFamilies)[number]) =>
      roles.filter((role) => canWriteEntry(role, family, 'review', false))
    expect(writers('framing')).toEqual(['advisor'])
    expect(writers('meeting')).toEqual(['advisor'])
    expect(writers('consent')).toEqual(['referent'])
    expect(writers('criterion')).toEqual(['advisor', 'referent', 'team'])
  })

  test('once delivered, only the plan’s life and the follow-up are written, unless a correction is open', () => {
    for (const state of ['delivered', 'follow-up'] as const) {
      const open = entryFamilies.filter((family) => canWriteEntry('advisor', family, state, false))
      expect(open).toEqual(['action', 'meeting', 'parked', 'task'])
      expect(canWriteEntry('advisor', 'criterion', state, true)).toBe(true)
    }
  })

  test('nothing is written in an accompaniment on hold, cancelled or closed', () => {
    for (const state of ['on-hold', 'cancelled', 'closed'] as const) {
      expect(entryFamilies.filter((family) => canWriteEntry('advisor', family, state, true))).toEqual([])
    }
  })

  test('the spread of a live meeting is never written by hand, and an advisor’s notes are theirs alone', () => {
    expect(roles.filter((role) => canWriteEntry(role, 'spread', 'audit', true))).toEqual([])
    expect(roles.filter((role) => canReadEntry(role, 'note'))).toEqual(['advisor'])
    expect(roles.filter((role) => canReadEntry(role, 'comment'))).toEqual(roles)
  })

  test('a key names its family, and an unknown one names none', () => {
    expect(entryFamily('criterion/pouvoir-agir-freins')).toBe('criterion')
    expect(entryFamily('arguments-order')).toBe('arguments-order')
    expect(entryFamily('toString')).toBeUndefined()
    expect(entryFamily('')).toBeUndefined()
  })
})
