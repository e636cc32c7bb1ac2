import { describe, expect, test } from 'vitest'
import { compileEntryRules } from '#src/accompaniment/entry-rules.ts'
import type { Dossier } from '#src/accompaniment/dossier.ts'
import type { JourneyEvent } from '#src/accompaniment/states.ts'
import { aDossier, answered, aSmallQuestionnaire, uuid } from '#test/support/a-dossier.ts'
import { missing } from '#test/support/guards.ts'

const lacks = (event: JourneyEvent, dossier: Dossier) => missing(event, dossier, 10, 'practices-audit')
const meeting = (own = {}) => ({ startsAt: '2026-03-01T09:00', minutes: 120, ...own })

describe('the audit of practices', () => {
  test('has no audience to choose', () => {
    expect(lacks('schedule', aDossier())).not.toContain('audience-missing')
  })

  test('starts its framing once every meeting has a date', () => {
    expect(lacks('start-framing', aDossier())).toEqual(['meeting-dates-missing', 'invitation-not-sent'])
  })

  test('raises awareness only once the charter is accepted and a lead person named', () => {
    expect(lacks('start-awareness', aDossier())).toEqual(['confidentiality-not-accepted', 'lead-person-missing'])
    expect(lacks('start-awareness', aDossier({ entries: { 'framing/confidentiality': false } }))).toContain(
      'confidentiality-not-accepted',
    )
    const framed = { 'framing/confidentiality': true, 'framing/lead-person': 'Directrice adjointe' }
    expect(lacks('start-awareness', aDossier({ entries: framed }))).toEqual([])
  })

  test('asks ten people or more what they live, or skips the step', () => {
    expect(lacks('start-perception', aDossier())).toEqual(['survey-not-opened'])
    expect(lacks('start-perception', aDossier({ survey: { status: 'open', invited: 9 } }))).toEqual([
      'survey-not-opened',
    ])
    expect(lacks('start-perception', aDossier({ survey: { status: 'open', invited: 10 } }))).toEqual([])
    expect(lacks('skip-perception', aDossier())).toEqual([])
  })

  test('neither audits nor skips while people are still answering', () => {
    const open = aDossier({ survey: { status: 'open', invited: 30 } })
    expect(lacks('skip-perception', open)).toEqual(['survey-still-open'])
    expect(lacks('start-audit', open)).toEqual(['survey-still-open'])
    expect(lacks('start-audit', aDossier({ survey: { status: 'closed', invited: 30 } }))).toEqual([])
  })

  test('is told once every criterion is answered and every legal one commented', () => {
    expect(lacks('start-restitution', aDossier())).toEqual(['criteria-unanswered', 'legal-comments-missing'])
    const answers = answered(10)
    expect(lacks('start-restitution', aDossier({ entries: answers }))).toEqual(['legal-comments-missing'])
    const commented = { ...answers, 'comment/critere-1': 'L’affichage est fait au siège, pas sur les chantiers.' }
    expect(lacks('start-restitution', aDossier({ entries: commented }))).toEqual([])
  })

  test('needs no comment on a legal criterion that does not concern the structure', () => {
    const none = { ...answered(10), 'criterion/critere-1': { notApplicable: true, reason: 'Sans objet' } as const }
    expect(lacks('start-restitution', aDossier({ entries: none }))).not.toContain('legal-comments-missing')
  })

  test('plans once the direction has heard the results', () => {
    expect(lacks('start-planning', aDossier({ entries: { 'meeting/restitution': meeting() } }))).toEqual([
      'management-not-present',
    ])
    const heard = { 'meeting/restitution': meeting({ managementPresent: true }) }
    expect(lacks('start-planning', aDossier({ entries: heard }))).toEqual([])
  })

  test('answers each warning by a P1 action due within three months', () => {
    const action = (own = {}) => ({
      title: 'Refuser par écrit',
      origin: 'legal' as const,
      criterion: 'critere-1',
      impact: 2 as const,
      effort: 2 as const,
      status: 'todo' as const,
      dueOn: '2026-06-02',
      ...own,
    })
    const levelOne = answered(10, { level: 1 })
    const plan = (own = {}) => aDossier({ entries: { ...levelOne, [`action/${uuid(1)}`]: action(own) } })
    expect(lacks('submit-for-review', plan())).not.toContain('warning-without-action')
    expect(lacks('submit-for-review', plan({ dueOn: '2026-06-03' }))).toContain('warning-without-action')
    const later = { priorityOverride: { priority: 'P2' as const, reason: 'plus tard' } }
    expect(lacks('submit-for-review', plan(later))).toContain('warning-without-action')
  })

  test('is followed at three, six and twelve months', () => {
    expect(lacks('start-follow-up', aDossier({ entries: { 'meeting/m6': meeting() } }))).toEqual([
      'follow-up-date-missing',
    ])
    expect(lacks('close', aDossier({ entries: { 'meeting/m3': meeting({ held: true }) } }))).toEqual([
      'follow-up-not-held',
      'follow-up-not-held',
    ])
  })
})

describe('entries of a journey', () => {
  const rules = (journey: 'key-arguments' | 'practices-audit') =>
    compileEntryRules({ ...aSmallQuestionnaire(), journey }, ['ACI'])

  test('meetings, documents and authorisations are those of the journey', () => {
    for (const [key, value] of [
      ['meeting/restitution', meeting()],
      ['meeting/m3', meeting()],
    ] as const) {
      expect(rules('practices-audit').check(key, value).ok).toBe(true)
      expect(rules('key-arguments').check(key, value).ok).toBe(false)
    }
    expect(rules('practices-audit').check('meeting/1', meeting()).ok).toBe(false)
    expect(rules('key-arguments').check('consent/quotes', true).ok).toBe(true)
    expect(rules('practices-audit').check('consent/quotes', true).ok).toBe(false)
    expect(rules('key-arguments').check('framing/audience', 'lcd-internal').ok).toBe(false)
  })

  test('a comment belongs to a criterion that concerns the structure', () => {
    expect(rules('practices-audit').check('comment/critere-2', 'Fait.').ok).toBe(true)
    expect(rules('practices-audit').check('comment/critere-2', '   ').ok).toBe(false)
    expect(rules('practices-audit').check('comment/inconnu', 'Fait.').ok).toBe(false)
  })

  test('a parked point and a task name a meeting of the journey', () => {
    const parked = { text: 'Revoir les tenues', meeting: 'audit-1' }
    expect(rules('practices-audit').check(`parked/${uuid(1)}`, parked).ok).toBe(true)
    expect(rules('key-arguments').check(`parked/${uuid(1)}`, parked).ok).toBe(false)
    expect(rules('practices-audit').check(`task/${uuid(1)}`, { text: 'Afficher', meeting: 'plan' }).ok).toBe(true)
    expect(rules('practices-audit').check(`task/${uuid(1)}`, { text: '', meeting: 'plan' }).ok).toBe(false)
  })
})
