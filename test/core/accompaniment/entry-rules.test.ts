import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileEntryRules } from '#src/accompaniment/entry-rules.ts'
import { aSmallQuestionnaire, uuid } from '#test/support/a-dossier.ts'

const rules = compileEntryRules(aSmallQuestionnaire(10), ['OTHER'])

const action = { title: 'Tenir une permanence', origin: 'team', impact: 2, effort: 2, status: 'todo' }
const argument = { criterion: 'critere-1', claim: 'Ici, un frein repéré est un frein travaillé', indicators: ['part'] }
const meeting = { startsAt: '2026-03-02T14:30', minutes: 120 }

describe('what is written is accepted', () => {
  const accepted: readonly (readonly [string, unknown])[] = [
    ['framing/request', { motive: 'esus', details: 'Renouvellement\nen juin', neededBy: '2026-06-30' }],
    ['framing/scope', 'entity'],
    ['framing/period', '2025'],
    ['framing/audience', 'full'],
    ['framing/pricing-accepted', false],
    ['framing/membership', { member: true, checkedOn: '2026-01-31' }],
    ['identity/forme', 'Association'],
    ['identity/site', 3],
    ['identity/choix', 'b'],
    ['criterion/critere-1', { level: 3, example: 'Un atelier par mois.' }],
    ['criterion/critere-2', { unknown: true }],
    ['criterion/critere-3', { notApplicable: true, reason: 'sans objet' }],
    ['indicator/part/2025', { numerator: 31, denominator: 52, source: 'ASP', scope: 'toute la structure' }],
    ['indicator/nombre/2024', { value: 12 }],
    ['indicator/nombre/2023', { unavailable: true, reason: 'compté depuis 2024' }],
    [`argument/${uuid(1)}`, argument],
    ['arguments-order', [uuid(2), uuid(1)]],
    [
      `element/${uuid(1)}`,
      {
        title: 'Réemploi',
        level: 3,
        indicator: { label: 'Tonnes', unit: 't', values: [{ year: '2025', value: 12.5 }] },
      },
    ],
    [`action/${uuid(1)}`, action],
    [`action/${uuid(2)}`, { ...action, status: 'dropped', statusReason: 'trop tôt' }],
    ['plan-exception/dim', 'Pas cette année.'],
    ['message', 'Nous trions des vêtements, et ce sont des vies qui reprennent leur cours.'],
    ['consent/logo', false],
    ['meeting/1', meeting],
    ['meeting/1', { ...meeting, minutesByPart: { acces: 20, emploi: 300 } }],
    ['meeting/m12', { ...meeting, waivedReason: 'structure fermée' }],
  ]

  test.each(accepted)('%s', (key, value) => {
    expect(rules.check(key, value)).toEqual({ ok: true, value })
  })
})

describe('anything else is refused, with its code and path', () => {
  const long = (length: number) => 'a'.repeat(length)
  const refusedCases: readonly (readonly [string, unknown, string, string])[] = [
    ['', 1, 'unknown-key', ''],
    ['toString', 1, 'unknown-key', ''],
    ['constructor/x', 1, 'unknown-key', ''],
    ['framing', 'entity', 'unknown-key', ''],
    ['framing/__proto__', 'entity', 'unknown-key', ''],
    ['framing/scope/x', 'entity', 'unknown-key', ''],
    ['framing/scope', 'region', 'unknown-value', ''],
    ['framing/period', '25', 'invalid-date', ''],
    ['framing/period', 2025, 'wrong-type', ''],
    ['framing/pricing-accepted', 'oui', 'wrong-type', ''],
    ['framing/membership', { member: true }, 'missing-key', '/checkedOn'],
    ['framing/membership', { member: true, checkedOn: '2026-02-30' }, 'invalid-date', '/checkedOn'],
    ['framing/request', { motive: 'esus', secret: 1 }, 'unknown-key', '/secret'],
    ['identity/inconnu', 'x', 'unknown-key', ''],
    ['identity/forme', 12, 'wrong-type', ''],
    ['identity/forme', long(41), 'text-too-long', ''],
    ['identity/forme', 'a\u0000b', 'invalid-text', ''],
    ['identity/forme', 'a\nb', 'invalid-text', ''],
    ['identity/forme', '\ud800', 'invalid-text', ''],
    ['identity/site', '3', 'wrong-type', ''],
    ['identity/site', 1e13, 'number-out-of-range', ''],
    ['identity/choix', 'c', 'unknown-value', ''],
    ['criterion/critere-99', { level: 1 }, 'unknown-criterion', ''],
    ['criterion/critere-10', { level: 1 }, 'criterion-excluded', ''],
    ['criterion/critere-1/x', { level: 1 }, 'unknown-key', ''],
    ['criterion/critere-1', { level: 5 }, 'level-out-of-range', '/level'],
    ['criterion/critere-1', { level: 2, unknown: true }, 'several-answers', ''],
    ['criterion/critere-1', { notApplicable: true }, 'reason-missing', '/reason'],
    ['indicator/part', { numerator: 1, denominator: 2 }, 'unknown-key', ''],
    ['indicator/part/20', { numerator: 1, denominator: 2 }, 'unknown-key', ''],
    ['indicator/autre/2025', { value: 1 }, 'unknown-indicator', ''],
    ['indicator/part/2025', { numerator: -1, denominator: 2 }, 'number-out-of-range', '/numerator'],
    ['indicator/nombre/2025', { value: Number.NaN }, 'number-out-of-range', '/value'],
    ['indicator/nombre/2025', { value: 1, proofs: ['x'] }, 'unknown-key', '/proofs'],
    ['indicator/nombre/2025', { unavailable: true, reason: ' ' }, 'empty-text', '/reason'],
    ['indicator/nombre/2025', { unavailable: true, reason: 'x', value: 1 }, 'unknown-key', '/value'],
    ['indicator/nombre/2025', null, 'wrong-type', ''],
    ['argument/1', argument, 'unknown-key', ''],
    [`argument/${uuid(1)}`, { ...argument, claim: long(121) }, 'text-too-long', '/claim'],
    [`argument/${uuid(1)}`, { ...argument, criterion: 'critere-99' }, 'unknown-criterion', '/criterion'],
    [`argument/${uuid(1)}`, { ...argument, criterion: 'critere-10' }, 'criterion-excluded', '/criterion'],
    [`argument/${uuid(1)}`, { ...argument, indicators: ['part', 'part'] }, 'duplicate', '/indicators'],
    [`argument/${uuid(1)}`, { ...argument, indicators: ['autre'] }, 'unknown-indicator', '/indicators/0'],
    ['arguments-order', [uuid(1), uuid(1)], 'duplicate', ''],
    ['arguments-order', ['x'], 'wrong-type', '/0'],
    [`element/${uuid(1)}`, { title: ' ' }, 'empty-text', '/title'],
    [`element/${uuid(1)}`, { title: 'x', level: 0 }, 'wrong-type', '/level'],
    [`action/${uuid(1)}`, { ...action, title: long(91) }, 'text-too-long', '/title'],
    [`action/${uuid(1)}`, { ...action, impact: 4 }, 'wrong-type', '/impact'],
    [`action/${uuid(1)}`, { ...action, status: 'blocked' }, 'reason-missing', '/statusReason'],
    [`action/${uuid(1)}`, { ...action, dueOn: 'demain' }, 'invalid-date', '/dueOn'],
    [
      `action/${uuid(1)}`,
      { ...action, priorityOverride: { priority: 'P1', reason: '' } },
      'reason-missing',
      '/priorityOverride/reason',
    ],
    [`action/${uuid(1)}`, { ...action, budgetEuros: -1 }, 'number-out-of-range', '/budgetEuros'],
    [`action/${uuid(1)}`, { ...action, progressPercent: 101 }, 'number-out-of-range', '/progressPercent'],
    ['plan-exception/autre', 'raison', 'unknown-key', ''],
    ['plan-exception/dim', 'x', 'reason-missing', ''],
    ['message', Array.from({ length: 81 }, () => 'mot').join(' '), 'text-too-long', ''],
    ['consent/photo', true, 'unknown-key', ''],
    ['consent/logo', 'oui', 'wrong-type', ''],
    ['meeting/4', meeting, 'unknown-key', ''],
    ['meeting/1', { ...meeting, startsAt: '2026-03-02T24:30' }, 'invalid-date', '/startsAt'],
    ['meeting/1', { ...meeting, minutes: 0 }, 'number-out-of-range', '/minutes'],
    ['meeting/1', { ...meeting, minutesByPart: { acces: 0 } }, 'number-out-of-range', '/minutesByPart/acces'],
  ]

  test.each(refusedCases)('%s with %j: %s at "%s"', (key, value, code, path) => {
    const checked = rules.check(key, value)
    expect(
      checked.ok ? [] : checked.problem.map((problem) => ({ code: problem.code, path: problem.path })),
    ).toContainEqual({ code, path })
  })
})

test('every fault of a value is found at once', () => {
  const checked = rules.check(`action/${uuid(1)}`, { ...action, title: '', dueOn: 'x', intrus: 1 })
  expect(checked.ok ? [] : checked.problem.map(({ path }) => path).toSorted()).toEqual(['/dueOn', '/intrus', '/title'])
})

test('text is kept in NFC', () => {
  expect(rules.check('identity/forme', 'e\u0301')).toEqual({ ok: true, value: 'é' })
})

test('no key and no value makes the rules throw, and what they accept they accept again', () => {
  const keys = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'criterion/critere-1',
      'indicator/part/2025',
      'indicator/nombre/2025',
      `action/${uuid(1)}`,
      `argument/${uuid(1)}`,
      'identity/forme',
      'message',
      'meeting/1',
    ),
  )
  fc.assert(
    fc.property(keys, fc.anything({ withBigInt: true, withNullPrototype: true }), (key, value) => {
      const checked = rules.check(key, value)
      if (checked.ok) expect(rules.check(key, checked.value)).toEqual(checked)
    }),
    { numRuns: 2000 },
  )
})
