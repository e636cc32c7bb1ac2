import { describe, expect, test } from 'vitest'
import { whoCan } from '#client/journey/todo-list.tsx'
import { mainStep } from '#client/accompaniment/home/next-panel.tsx'
import { entryLabel, readableText } from '#client/history/readable-value.tsx'
import { isUnfinished } from '#client/self-assessment/unfinished.ts'
import { initials } from '#client/drawing/person-tag.tsx'
import { rodValueOf, wordsOf } from '#client/drawing/level.tsx'
import {
  draftOfStructure,
  emptyStructure,
  structureChange,
  structureErrors,
  structureOfDraft,
} from '#client/structures/structure-fields.tsx'

describe('a structure as it is typed', () => {
  test('a name is enough; blanks are not sent', () => {
    const draft = { ...emptyStructure, name: '  Menuiserie Solidaire ' }
    expect(structureErrors(draft)).toEqual({})
    expect(structureOfDraft(draft)).toEqual({ name: 'Menuiserie Solidaire', kinds: [] })
  })

  test('a SIRET may be typed with spaces, and its key is checked', () => {
    const draft = { ...emptyStructure, name: 'M', siret: '732 829 320 00074' }
    expect(structureErrors(draft)).toEqual({})
    expect(structureOfDraft(draft).siret).toBe('73282932000074')
    expect(structureErrors({ ...draft, siret: '732 829 320 00075' }).siret).toMatch(/14 chiffres/)
  })

  test('a department is known by its number, whatever the case', () => {
    const draft = { ...emptyStructure, name: 'M', department: '2a' }
    expect(structureOfDraft(draft).department).toBe('2A')
    expect(structureErrors({ ...draft, department: '99' }).department).toBeDefined()
  })

  test('what is blanked in one that exists is emptied', () => {
    const saved = { name: 'M', kinds: ['ACI' as const], siret: '73282932000074', city: 'Pantin' }
    expect(structureChange({ ...draftOfStructure(saved), siret: ' ' })).toEqual({
      name: 'M',
      kinds: ['ACI'],
      siret: null,
      city: 'Pantin',
      department: null,
      legalForm: null,
      member: null,
    })
  })

  test('what was saved comes back as it was', () => {
    const saved = {
      name: 'M',
      kinds: ['ACI' as const],
      siret: '73282932000074',
      member: false,
      legalForm: 'public' as const,
    }
    expect(structureOfDraft(draftOfStructure(saved))).toEqual(saved)
  })
})

describe('what is read of an answer', () => {
  test('the three absences are three things', () => {
    expect([undefined, { unknown: true as const }, { notApplicable: true as const }].map(rodValueOf)).toEqual([
      'unanswered',
      'unknown',
      'not-applicable',
    ])
    expect(wordsOf(3, undefined)).toBe('Structuré')
    expect(wordsOf('unknown', undefined)).toBe('ne sait pas')
  })

  test('"non concerné" waits for its reason', () => {
    expect(isUnfinished({ notApplicable: true })).toBe(true)
    expect(isUnfinished({ notApplicable: true, reason: '  x ' })).toBe(true)
    expect(isUnfinished({ notApplicable: true, reason: 'pas de bénévoles' })).toBe(false)
    expect(isUnfinished({ unknown: true })).toBe(false)
  })

  test('values of the history are said in French', () => {
    expect(readableText('consent/logo', true, undefined)).toBe('oui')
    expect(readableText('indicator/exits/2025', { numerator: 1200, denominator: 2000 }, undefined)).toBe(
      '1\u202f200 sur 2\u202f000',
    )
    expect(readableText('indicator/exits/2025', { unavailable: true, reason: 'en 2027' }, undefined)).toMatch(
      /^indisponible/,
    )
    expect(readableText('meeting/1', { startsAt: '2026-11-26T14:00', minutes: 120 }, undefined)).toMatch(/26 novembre/)
    expect(readableText('framing/scope', 'entity', undefined)).toBe('la structure seule')
    expect(entryLabel('meeting/2', undefined)).toBe('Réunion 2')
    expect(entryLabel('framing/period', undefined)).toBe('Exercice évalué')
  })
})

describe('who does what', () => {
  test('oneself comes first, then the others by what they are', () => {
    expect(whoCan(['advisor', 'referent'], 'advisor')).toBe('Vous ou la personne référente')
    expect(whoCan(['referent', 'team'], 'advisor')).toBe('La personne référente ou l’équipe')
    expect(whoCan(['advisor'], 'advisor')).toBe('Vous')
  })

  test('pausing, stopping and sending back are never the main step', () => {
    const step = (event: 'hold' | 'send-back' | 'approve') => ({
      event,
      to: 'delivered' as const,
      missing: [],
      allowed: true,
    })
    expect(mainStep([step('hold'), step('send-back'), step('approve')])?.event).toBe('approve')
    expect(mainStep([step('hold')])).toBeUndefined()
  })

  test('initials are two letters at most', () => {
    expect(['Claire Vasseur', 'Awa', 'Jean-Paul  Le Gall', ''].map(initials)).toEqual(['CV', 'A', 'JG', ''])
  })
})
