import { describe, expect, test } from 'vitest'
import { parseAnswerSheet } from '#src/answers/parse-answer-sheet.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import * as answerCases from './hostile/answers.ts'
import { questionnaire, questionnaires, validSheet } from './hostile/hostile-case.ts'
import * as partCases from './hostile/parts.ts'
import * as valueCases from './hostile/values.ts'
import * as wholeCases from './hostile/whole-sheets.ts'

const hostileCases = { ...wholeCases, ...answerCases, ...valueCases, ...partCases }

function problemsOf(json: unknown): readonly (readonly [string, string])[] {
  const parsed = parseAnswerSheet(json, questionnaires)

  return parsed.ok ? [] : parsed.problem.map(({ code, path }) => [code, path])
}

function sorted(problems: readonly (readonly [string, string])[]): readonly string[] {
  return problems.map(([code, path]) => `${code} ${path}`).toSorted((a, b) => (a < b ? -1 : 1))
}

function accepted(change: object) {
  const parsed = parseAnswerSheet({ ...validSheet(), ...change }, questionnaires)

  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))

  return parsed.value
}

test('a full sheet is accepted, as it was', () => {
  expect(parseAnswerSheet(validSheet(), questionnaires)).toEqual({ ok: true, value: validSheet() })
})

test('a sheet of its compulsory keys alone is accepted', () => {
  const { format, questionnaire: id, period } = validSheet()
  const least = { format, questionnaire: id, structure: { name: 'S', kinds: ['OTHER'] }, period, answers: {} }

  expect(parseAnswerSheet(least, questionnaires)).toEqual({ ok: true, value: least })
})

for (const [family, cases] of Object.entries(hostileCases)) {
  describe(`refused, ${family}`, () => {
    test.each(cases.map(([name, change, ...problems]) => ({ name, change, problems })))(
      '$name',
      ({ change, problems }) => {
        expect(sorted(problemsOf(change(validSheet())))).toEqual(sorted(problems))
      },
    )
  })
}

test('the corpus holds at least 150 named cases', () => {
  expect(Object.values(hostileCases).flat().length).toBeGreaterThanOrEqual(150)
})

test('all the problems of a sheet come together', () => {
  expect(
    problemsOf({
      ...validSheet(),
      format: 'x',
      period: '25',
      extra: 1,
      answers: { xyz: 1, accueil: { level: 7 }, freins: {} },
      indicators: { taux: { numerator: 'a', denominator: -1 } },
      plan: [{ action: 'Écrire', due: 'demain' }],
    }),
  ).toEqual([
    ['unknown-key', '/extra'],
    ['wrong-format', '/format'],
    ['invalid-date', '/period'],
    ['unknown-criterion', '/answers/xyz'],
    ['level-out-of-range', '/answers/accueil/level'],
    ['missing-key', '/answers/freins'],
    ['wrong-type', '/indicators/taux/numerator'],
    ['number-out-of-range', '/indicators/taux/denominator'],
    ['invalid-date', '/plan/0/due'],
  ])
})

test('a list too long is read to its end all the same', () => {
  const given = Array.from({ length: 11 }, (_, at) => ({
    criterion: at === 10 ? 'xyz' : 'accueil',
    claim: `Fait ${at}`,
  }))

  expect(problemsOf({ ...validSheet(), keyArguments: given })).toEqual([
    ['too-many', '/keyArguments'],
    ['unknown-criterion', '/keyArguments/10/criterion'],
  ])
})

test('where the questionnaire is unknown its ids cannot be judged, but shapes still are', () => {
  expect(
    problemsOf({ ...validSheet(), questionnaire: 'x@1', answers: { xyz: { level: 3 }, abc: { level: 9 } } }),
  ).toEqual([
    ['unknown-questionnaire', '/questionnaire'],
    ['level-out-of-range', '/answers/abc/level'],
  ])
})

test('where a kind is unknown, nothing is said to be excluded', () => {
  const structure = { name: 'S', kinds: ['EI', 'GEIQ'] }

  expect(problemsOf({ ...validSheet(), structure, answers: { exclu: { level: 3 } } })).toEqual([
    ['unknown-kind', '/structure/kinds/1'],
  ])
})

test('a criterion excluded for some of the kinds only may be answered', () => {
  expect(accepted({ answers: { presque: { level: 2 } } }).answers).toEqual({ presque: { level: 2 } })
})

test.each([1, 2, 3, 4])('level %i is accepted, and so is its writing %i.0', (level) => {
  expect(accepted({ answers: { accueil: JSON.parse(`{"level":${level}.0}`) as unknown } }).answers).toEqual({
    accueil: { level },
  })
})

test('an example is welcome with unknown and with not applicable', () => {
  const answers = {
    accueil: { unknown: true, example: 'À vérifier.' },
    freins: { notApplicable: true, reason: 'nul', example: 'Ici.' },
  }

  expect(accepted({ answers }).answers).toEqual(answers)
})

test('texts may have line feeds and tabs where they run over lines', () => {
  expect(accepted({ answers: { accueil: { level: 3, example: 'a\n\tb' } } }).answers).toEqual({
    accueil: { level: 3, example: 'a\n\tb' },
  })
})

test('a text of 2,000 characters fits, counted as people count them', () => {
  for (const example of ['a'.repeat(2000), '🚲'.repeat(2000), 'e\u0301'.repeat(2000)]) {
    expect(accepted({ answers: { accueil: { level: 3, example } } }).answers['accueil']).toBeDefined()
  }
})

test('a claim of 120 characters and an action of 90 fit', () => {
  expect(accepted({ keyArguments: [{ criterion: 'accueil', claim: 'a'.repeat(120) }] }).keyArguments).toHaveLength(1)
  expect(accepted({ plan: [{ action: 'a'.repeat(90) }] }).plan).toHaveLength(1)
})

test('ten key arguments, five elements and fifty proofs fit', () => {
  const many = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at))

  expect(
    accepted({ keyArguments: many(10, (at) => ({ criterion: 'accueil', claim: `Fait ${at}` })) }).keyArguments,
  ).toHaveLength(10)
  expect(accepted({ customElements: many(5, (at) => ({ title: `Élément ${at}` })) }).customElements).toHaveLength(5)
  expect(accepted({ proofs: { accueil: many(50, (at) => `${at}.pdf`) } }).proofs?.['accueil']).toHaveLength(50)
})

test('texts are composed to NFC', () => {
  expect(accepted({ structure: { name: 'Le\u0301a', kinds: ['AI'] } }).structure.name).toBe('L\u00e9a')
})

test('-0 is read as 0, and 1e12 is the largest figure', () => {
  expect(accepted({ indicators: { nombre: { value: -0 } } }).indicators).toEqual({ nombre: { value: 0 } })
  expect(accepted({ indicators: { ecart: { value: -1e12 } } }).indicators).toEqual({ ecart: { value: -1e12 } })
  expect(accepted({ indicators: { nombre: { value: 1e12 } } }).indicators).toEqual({ nombre: { value: 1e12 } })
})

test('a denominator of 0, or under its numerator, is kept: the score says what it means', () => {
  const zero = accepted({ indicators: { taux: { numerator: 3, denominator: 0 } } })
  const above = accepted({ indicators: { taux: { numerator: 9, denominator: 6 } } })

  expect(scoreAnswerSheet(questionnaire, '', zero).indicators).toMatchObject([{ reason: 'zero-denominator' }])
  expect(scoreAnswerSheet(questionnaire, '', above).indicators).toMatchObject([
    { value: 150, flags: ['out-of-bounds'] },
  ])
})

test('a value under a bound of its own is kept, where it is no plain count', () => {
  expect(accepted({ indicators: { ecart: { value: -500 } } }).indicators).toEqual({ ecart: { value: -500 } })
  expect(accepted({ indicators: { 'ecart-fh': { numerator: -2, denominator: 9 } } }).indicators).toBeDefined()
})

test.each(['73282932000074', '35600000000048', '35600000049837'])('%s is a siret', (siret) => {
  expect(accepted({ structure: { name: 'S', kinds: ['AI'], siret } }).structure.siret).toBe(siret)
})

test.each(['01', '09', '19', '20', '75', '93', '95', '2A', '2B', '971', '976'])('%s is a department', (department) => {
  expect(accepted({ structure: { name: 'S', kinds: ['AI'], department } }).structure.department).toBe(department)
})

test.each(['2024-02-29', '2000-02-29', '2026-12-31', '2026-01-01', '2026-04-30'])('%s is a day', (due) => {
  expect(accepted({ plan: [{ action: 'Écrire', due }] }).plan).toEqual([{ action: 'Écrire', due }])
})

test('two key arguments may rest on the same criterion', () => {
  const keyArguments = [
    { criterion: 'accueil', claim: 'Un.' },
    { criterion: 'accueil', claim: 'Deux.' },
  ]

  expect(accepted({ keyArguments }).keyArguments).toEqual(keyArguments)
})
