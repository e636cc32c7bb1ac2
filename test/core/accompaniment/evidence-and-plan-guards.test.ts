import { describe, expect, test } from 'vitest'
import { aDossier, answered, uuid } from '#test/support/a-dossier.ts'
import { argument, missing } from '#test/support/guards.ts'

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
