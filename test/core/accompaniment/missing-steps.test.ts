import { describe, expect, test } from 'vitest'
import type { Dossier } from '#src/accompaniment/dossier.ts'
import { nextSteps, settledSteps } from '#src/accompaniment/missing-steps.ts'
import { aDossier, answered } from '#test/support/a-dossier.ts'
import { argument, guardInput, missing } from '#test/support/guards.ts'

const threeArguments = { ...argument(1), ...argument(2), ...argument(3) }

describe('qualifying a request', () => {
  test('asks for a number, a kind and a checked membership', () => {
    expect(missing('qualify', aDossier({ structure: { name: 'X', kinds: [] } }))).toEqual([
      'structure-number-missing',
      'structure-kind-missing',
      'membership-unchecked',
    ])
  })

  test('is possible once all three are there', () => {
    const entries = { 'framing/membership': { member: false, checkedOn: '2026-01-05' } }
    expect(missing('qualify', aDossier({ entries }))).toEqual([])
  })
})

describe('scheduling', () => {
  test('asks for the scope, the year, the referent, the audience and the accepted price', () => {
    expect(missing('schedule', aDossier())).toEqual([
      'scope-missing',
      'period-missing',
      'referent-missing',
      'pricing-not-accepted',
      'audience-missing',
    ])
  })

  test('a price refused is not a price accepted', () => {
    expect(missing('schedule', aDossier({ entries: { 'framing/pricing-accepted': false } }))).toContain(
      'pricing-not-accepted',
    )
  })
})

describe('starting the preparation', () => {
  test('asks for three dates and an invitation sent', () => {
    expect(missing('start-preparation', aDossier())).toEqual(['meeting-dates-missing', 'invitation-not-sent'])
    const meetings = Object.fromEntries(
      ['1', '2', '3'].map((id) => [`meeting/${id}`, { startsAt: '2026-03-01T14:00', minutes: 120 }]),
    )
    expect(missing('start-preparation', aDossier({ entries: meetings, invitationSent: true }))).toEqual([])
  })
})

describe('opening the first meeting', () => {
  const identity = { 'identity/forme': 'Association', 'framing/period': '2025' }

  test('asks for the required fields of the identity sheet only', () => {
    expect(
      missing('start-arguments', aDossier({ entries: { 'framing/period': '2025', 'identity/forme': '  ' } })),
    ).toContain('identity-incomplete')
    expect(missing('start-arguments', aDossier({ entries: identity }))).not.toContain('identity-incomplete')
  })

  test('half of the core facts are enough, and one said unavailable counts', () => {
    expect(missing('start-arguments', aDossier({ entries: identity }))).toEqual(['core-facts-missing'])
    const one = { ...identity, 'indicator/part/2025': { unavailable: true as const, reason: 'non suivi' } }
    expect(missing('start-arguments', aDossier({ entries: one }))).toEqual([])
  })

  test('a fact of another year does not count', () => {
    const other = { ...identity, 'indicator/part/2024': { numerator: 1, denominator: 2 } }
    expect(missing('start-arguments', aDossier({ entries: other }))).toEqual(['core-facts-missing'])
  })
})

describe('leaving the first meeting', () => {
  const of = (
    entries: Dossier['entries'] extends ReadonlyMap<string, infer V> ? Readonly<Record<string, V>> : never,
    criteria = 10,
  ) => missing('start-evidence', aDossier({ entries: { ...threeArguments, ...entries } }), criteria)

  test('every applicable criterion has an answer', () => {
    expect(of(answered(9))).toEqual(['criteria-unanswered'])
    expect(of(answered(10))).toEqual([])
  })

  test('a criterion excluded for the kinds needs none', () => {
    const dossier = aDossier({
      structure: { name: 'X', kinds: ['OTHER'] },
      entries: { ...threeArguments, ...answered(9) },
    })
    expect(missing('start-evidence', dossier)).toEqual([])
  })

  test('unknown answers are at most 15 % of the criteria concerned', () => {
    expect(of(answered(20, { unknown: 2 }), 20)).toEqual([])
    expect(of(answered(20, { unknown: 3 }), 20)).toEqual([])
    expect(of(answered(20, { unknown: 4 }), 20)).toEqual(['too-many-unknown'])
  })

  test('not applicable is at most 20 % of a dimension’s weight', () => {
    expect(of(answered(10, { notApplicable: 1 }))).toEqual([])
    expect(of(answered(10, { notApplicable: 2 }))).toEqual([])
    expect(of(answered(10, { notApplicable: 3 }))).toEqual(['too-many-not-applicable'])
  })

  test('a level 3 or 4 needs a written example, a level 2 does not', () => {
    expect(of(answered(10, { level: 2, example: '' }))).toEqual([])
    expect(of(answered(10, { level: 3, example: ' ' }))).toEqual(['examples-missing'])
    expect(of(answered(10, { level: 4, example: '' }))).toEqual(['examples-missing'])
  })

  test('between 3 and 10 key arguments', () => {
    const several = (count: number) =>
      Object.assign({}, ...Array.from({ length: count }, (_, index) => argument(index + 1)))
    const from = (count: number) =>
      missing('start-evidence', aDossier({ entries: { ...several(count), ...answered(10) } }))
    expect(from(2)).toEqual(['too-few-arguments'])
    expect(from(3)).toEqual([])
    expect(from(10)).toEqual([])
    expect(from(11)).toEqual(['too-many-arguments'])
  })
})

describe('delivering', () => {
  test('the direction has written its word and a draft exists before the review', () => {
    expect(missing('submit-for-review', aDossier())).toEqual(['message-missing', 'synthesis-not-printed'])
  })

  test('an authorisation refused is answered', () => {
    expect(missing('approve', aDossier({ entries: { 'consent/logo': false } }))).toEqual([
      'consent-unanswered',
      'consent-unanswered',
    ])
  })

  test('follow-up points are held or given up with a reason before closing', () => {
    const entries = {
      'meeting/m6': { startsAt: '2026-09-01T10:00', minutes: 45, held: true },
      'meeting/m12': { startsAt: '2027-03-01T10:00', minutes: 45 },
    }
    expect(missing('close', aDossier({ entries }))).toEqual(['follow-up-not-held'])
    const waived = { ...entries, 'meeting/m12': { ...entries['meeting/m12'], waivedReason: 'structure fermée' } }
    expect(missing('close', aDossier({ entries: waived }))).toEqual([])
  })
})

test('what comes next names who may do it, and what is already settled', () => {
  const dossier = aDossier({ state: 'review' })
  const next = nextSteps(guardInput(dossier), 'referent')
  expect(next.map(({ event, to, allowed }) => [event, to, allowed])).toEqual([
    ['approve', 'delivered', true],
    ['send-back', 'drafting', true],
    ['hold', 'on-hold', false],
    ['cancel', 'cancelled', false],
  ])
  expect(settledSteps('schedule', guardInput(aDossier({ people: [{ role: 'referent' }] })))).toEqual([
    'referent-missing',
  ])
})
