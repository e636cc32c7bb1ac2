import { describe, expect, test } from 'vitest'
import type { Dossier } from '#src/accompaniment/dossier.ts'
import { missingSteps, nextSteps, settledSteps } from '#src/accompaniment/missing-steps.ts'
import { answerSheetOf } from '#src/accompaniment/sheet.ts'
import type { JourneyEvent } from '#src/accompaniment/states.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { aDossier, answered, aSmallQuestionnaire, uuid } from '#test/support/a-dossier.ts'

const today = '2026-03-02'

function input(dossier: Dossier, criteria = 10) {
  const questionnaire = aSmallQuestionnaire(criteria)
  return {
    questionnaire,
    dossier,
    score: scoreAnswerSheet(questionnaire, '', answerSheetOf(questionnaire, dossier)),
    today,
  }
}

function missing(event: JourneyEvent, dossier: Dossier, criteria = 10): readonly string[] {
  return missingSteps(event, input(dossier, criteria)).map(({ code }) => code)
}

const argument = (index: number, own = {}) => ({
  [`argument/${uuid(index)}`]: { criterion: `critere-${index}`, claim: `Affirmation ${index}`, indicators: [], ...own },
})
const threeArguments = { ...argument(1), ...argument(2), ...argument(3) }

const action = (index: number, own = {}) => ({
  [`action/${uuid(index)}`]: {
    title: `Faire la chose ${index}`,
    origin: 'team' as const,
    impact: 2 as const,
    effort: 2 as const,
    status: 'todo' as const,
    owner: 'Direction',
    dueOn: '2026-05-01',
    firstStep: 'En parler',
    deliverable: 'Une fiche',
    criterion: `critere-${index}`,
    ...own,
  },
})

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
      'audience-missing',
      'pricing-not-accepted',
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

describe('leaving objectivation', () => {
  const of = (entries: Parameters<typeof aDossier>[0]) =>
    missing('start-planning', aDossier({ ...entries, entries: { 'framing/period': '2025', ...entries?.entries } }))

  test('an argument needs words, and a figure or a proof', () => {
    expect(of({ entries: argument(1, { claim: ' ' }) })).toEqual(['argument-claim-missing', 'argument-unsupported'])
    expect(
      of({ entries: argument(1), proofs: [{ target: 'criterion/critere-1', kind: 'link', name: 'bilan' }] }),
    ).toEqual([])
  })

  test('an indicator chosen without a value is said to wait for it', () => {
    const chosen = argument(1, { indicators: ['part'] })
    expect(of({ entries: chosen })).toEqual(['argument-value-missing'])
    expect(of({ entries: { ...chosen, 'indicator/part/2025': { unavailable: true, reason: 'non suivi' } } })).toEqual([
      'argument-value-missing',
    ])
    expect(of({ entries: { ...chosen, 'indicator/part/2025': { numerator: 8, denominator: 10 } } })).toEqual([])
    expect(of({ entries: chosen, proofs: [{ target: 'indicator/part/2025', kind: 'file', name: 'f' }] })).toEqual([])
  })

  test('a value out of bounds waits for an explanation', () => {
    expect(of({ entries: { 'indicator/part/2025': { numerator: 12, denominator: 10 } } })).toEqual([
      'value-out-of-bounds-unexplained',
    ])
    expect(
      of({
        entries: { 'indicator/part/2025': { numerator: 12, denominator: 10, comment: 'deux solutions pour trois' } },
      }),
    ).toEqual([])
    expect(of({ entries: { 'indicator/part/2025': { numerator: 10, denominator: 10 } } })).toEqual([])
  })
})

describe('leaving the planning meeting', () => {
  const strong = answered(10, { level: 2 })
  const several = (count: number) =>
    Object.assign({}, ...Array.from({ length: count }, (_, index) => action(index + 1)))
  const of = (entries: NonNullable<Parameters<typeof aDossier>[0]>['entries']) =>
    missing('start-drafting', aDossier({ entries: entries ?? {} }))

  test('between 3 and 8 actions, dropped ones not counted', () => {
    expect(of({ ...strong, ...several(2) })).toEqual(['too-few-actions'])
    expect(of({ ...strong, ...several(3) })).toEqual([])
    expect(of({ ...strong, ...several(8) })).toEqual([])
    expect(of({ ...strong, ...several(9) })).toEqual(['too-many-actions'])
    expect(of({ ...strong, ...several(8), ...action(9, { status: 'dropped', statusReason: 'trop tôt' }) })).toEqual([])
  })

  test('a dimension under 34 needs an action or a written exception; one at 34 or more does not', () => {
    const weak = { ...answered(10, { level: 1 }), 'criterion/critere-1': { level: 2 as const } }
    const elsewhere = Object.assign({}, ...[1, 2, 3].map((index) => action(index, { criterion: undefined })))
    expect(of({ ...weak, ...elsewhere })).toEqual(['weak-dimension-without-action'])
    expect(of({ ...weak, ...elsewhere, 'plan-exception/dim': 'Pas cette année : déménagement.' })).toEqual([])
    expect(of({ ...weak, ...several(3) })).toEqual([])
    const justOver = { ...answered(10, { level: 2 }), 'criterion/critere-2': { level: 3 as const, example: 'x' } }
    expect(of({ ...justOver, ...elsewhere })).toEqual([])
  })

  test('each action has someone, a date, a first step and a way to know it is done', () => {
    const bare = action(3, { owner: '', dueOn: undefined, firstStep: undefined, deliverable: ' ' })
    expect(of({ ...strong, ...action(1), ...action(2), ...bare })).toEqual([
      'action-owner-missing',
      'action-due-missing',
      'action-first-step-missing',
      'action-success-missing',
    ])
  })

  test('a target is above the level, by two at most', () => {
    const aiming = (targetLevel: 1 | 2 | 3 | 4) =>
      of({
        ...answered(10, { level: 2 }),
        'criterion/critere-3': { level: 1 },
        ...action(1),
        ...action(2),
        ...action(3, { targetLevel }),
      })
    expect(aiming(1)).toEqual(['action-target-out-of-reach'])
    expect(aiming(3)).toEqual([])
    expect(aiming(4)).toEqual(['action-target-out-of-reach'])
  })

  test('a warning needs an action due within three months', () => {
    const warned = { ...strong, 'criterion/critere-1': { level: 1 as const } }
    expect(of({ ...warned, ...action(1, { dueOn: '2026-06-03' }), ...action(2), ...action(3) })).toEqual([
      'warning-without-action',
    ])
    expect(of({ ...warned, ...action(1, { dueOn: '2026-06-02' }), ...action(2), ...action(3) })).toEqual([])
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
  const next = nextSteps(input(dossier), 'referent')
  expect(next.map(({ event, to, allowed }) => [event, to, allowed])).toEqual([
    ['approve', 'delivered', true],
    ['send-back', 'drafting', true],
    ['hold', 'on-hold', false],
    ['cancel', 'cancelled', false],
  ])
  expect(settledSteps('schedule', input(aDossier({ people: [{ role: 'referent' }] })))).toEqual(['referent-missing'])
})
