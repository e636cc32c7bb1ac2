import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText } from '#src/questionnaire/canonical.ts'
import { parseQuestionnaire } from '#src/questionnaire/parse.ts'
import { aQuestionnaireJson, changed } from '#test/support/a-questionnaire.ts'

const full = {
  ...aQuestionnaireJson(),
  identity: [
    {
      id: 'statut',
      label: 'Statut',
      hint: 'Aide',
      type: 'choice',
      choices: [{ id: 'oui', label: 'Oui' }],
      required: true,
      maxLength: 20,
      unit: 'n',
      source: 'CG',
    },
  ],
  elementLibrary: [
    { id: 'el-1', title: 'Un', description: 'Deux', indicators: [{ label: 'Trois', unit: 't' }], source: 'CG' },
  ],
  levelNames: ['Un', 'Deux', 'Trois', 'Quatre'],
  perception: { items: [{ b: 1, a: [2, { d: 3, c: 4 }] }] },
  quiz: [{ id: 'quiz-1' }],
}

function canonical(json: unknown): string {
  const parsed = parseQuestionnaire(json)

  return parsed.ok ? canonicalText(parsed.value) : JSON.stringify(parsed.problem)
}

/** The same JSON with the keys of every object in another order. */
function shuffled(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => shuffled(each, order))
  if (typeof value !== 'object' || value === null) return value

  const record = value as Record<string, unknown>

  return Object.fromEntries(order(Object.keys(record)).map((key) => [key, shuffled(record[key], order)]))
}

test('what is written in the order of the format is its own canonical text', () => {
  expect(canonical(aQuestionnaireJson())).toBe(JSON.stringify(aQuestionnaireJson()))
})

test('the order of keys makes no difference', () => {
  const expected = canonical(full)

  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
      const order = (keys: string[]) =>
        keys
          .map((key) => [numbers.next().value, key] as const)
          .toSorted(([a, x], [b, y]) => Number(a) - Number(b) || x.localeCompare(y))
          .map(([, key]) => key)

      expect(canonical(shuffled(full, order))).toBe(expected)
    }),
  )
})

test('reading the canonical text gives the same questionnaire back, every optional key included', () => {
  const once = canonical(full)

  expect(canonical(JSON.parse(once))).toBe(once)
  expect(parseQuestionnaire(JSON.parse(once))).toEqual(parseQuestionnaire(full))
  expect(JSON.parse(once)).toEqual(changed(full, '/perception', { items: [{ a: [2, { c: 4, d: 3 }], b: 1 }] }))
})

test('optional keys left out take their default', () => {
  const bare = ['legal', 'excludedFor', 'variants', 'proofs', 'references'].reduce<unknown>(
    (json, key) => changed(json, `/dimensions/1/criteria/0/${key}`, undefined),
    aQuestionnaireJson(),
  )
  const expected = changed(
    changed(aQuestionnaireJson(), '/dimensions/1/criteria/0/proofs', []),
    '/dimensions/1/criteria/0/references',
    [],
  )

  expect(canonical(bare)).toBe(canonical(expected))
})

test('a missing short title is made of the title, cut to fit a tile', () => {
  const parsed = parseQuestionnaire(
    ['shortTitle'].reduce<unknown>(
      (json, key) => changed(json, `/dimensions/0/criteria/0/${key}`, undefined),
      changed(aQuestionnaireJson(), '/dimensions/0/criteria/0/title', 'Un titre vraiment trop long pour une tuile'),
    ),
  )
  const shortTitle = parsed.ok ? parsed.value.dimensions[0]?.criteria[0]?.shortTitle : undefined

  expect(shortTitle).toBe('Un titre vraiment trop long…')
})

test('what cannot be used is refused with every path', () => {
  const broken = changed(changed(aQuestionnaireJson(), '/dimensions/0/weight', 7), '/indicators/1/id', 'part-ecoutes')
  const parsed = parseQuestionnaire(broken)

  expect(parsed.ok ? [] : parsed.problem.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'weight-out-of-range /dimensions/0/weight',
    'duplicate-id /indicators/1/id',
  ])
})

test('an over-long text is used all the same', () => {
  expect(parseQuestionnaire(changed(aQuestionnaireJson(), '/title', 'x'.repeat(500))).ok).toBe(true)
})

test('whatever is given, reading never throws', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom('', '/id', '/dimensions', '/dimensions/0', '/indicators/0', '/quiz'),
      (value, path) => {
        expect(typeof parseQuestionnaire(changed(aQuestionnaireJson(), path, value)).ok).toBe('boolean')
      },
    ),
  )
})
