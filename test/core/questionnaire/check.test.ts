import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkQuestionnaire } from '#src/questionnaire/check.ts'
import { parseQuestionnaire } from '#src/questionnaire/parse.ts'
import { aQuestionnaire, aQuestionnaireJson, changed } from '#test/support/a-questionnaire.ts'

const first = '/dimensions/0/criteria/0'
const second = '/dimensions/0/criteria/1'
const allKinds = ['AI', 'ACI', 'EI', 'ETTI', 'EITI', 'OTHER']

function faultsAfter(path: string, value: unknown): readonly string[] {
  return checkQuestionnaire(changed(aQuestionnaireJson(), path, value), []).map(
    (fault) => `${fault.code} ${fault.path}`,
  )
}

test('a sound questionnaire has no fault', () => {
  expect(checkQuestionnaire(aQuestionnaireJson(), [])).toEqual([])
})

describe('each fault is found at its path', () => {
  test.each<readonly [fault: string, path: string, value: unknown]>([
    [`duplicate-id ${second}/id`, `${second}/id`, 'accueil-ecoute'],
    [`duplicate-id ${second}/actions/0/id`, `${second}/actions/0/id`, 'accueil-ecoute-1'],
    [`duplicate-id /indicators/1/id`, '/indicators/1/id', 'accueil'],
    [`invalid-id ${first}/id`, `${first}/id`, 'Accueil_écoute'],
    [`invalid-id ${first}/id`, `${first}/id`, 'accueil--ecoute'],
    [`invalid-id ${first}/id`, `${first}/id`, ''],
    [`invalid-id ${first}/id`, `${first}/id`, `a${'b'.repeat(80)}`],
    ['invalid-id /id', '/id', 'Essai'],
    ['invalid-version /version', '/version', '1.0'],
    ['invalid-version /version', '/version', '01.0.0'],
    ['invalid-version /version', '/version', '1.0.0\n'],
    [`unknown-indicator ${first}/indicators/1`, `${first}/indicators`, ['part-ecoutes', 'absent']],
    [`unknown-kind ${first}/excludedFor/0`, `${first}/excludedFor`, ['SCIC']],
    [`unknown-kind ${first}/variants/SCIC`, `${first}/variants`, { SCIC: 'Et vous ?' }],
    [`levels-not-four ${first}/levels`, `${first}/levels`, ['Un.', 'Deux.', 'Trois.']],
    [`levels-not-four ${first}/levels`, `${first}/levels`, ['Un.', 'Deux.', 'Trois.', 'Quatre.', 'Cinq.']],
    [`empty-text ${first}/levels/2`, `${first}/levels/2`, ' \u00A0'],
    [`identical-levels ${first}/levels/1`, `${first}/levels/1`, 'rien  encore'],
    [`weight-out-of-range ${first}/weight`, `${first}/weight`, 4],
    [`weight-out-of-range ${first}/weight`, `${first}/weight`, 0],
    [`weight-out-of-range ${first}/weight`, `${first}/weight`, 1.5],
    ['weight-out-of-range /dimensions/0/weight', '/dimensions/0/weight', -1],
    [`wrong-type ${first}/weight`, `${first}/weight`, '2'],
    [`excluded-for-every-kind ${first}/excludedFor`, `${first}/excludedFor`, allKinds],
    ['excluded-for-every-kind /indicators/0/excludedFor', '/indicators/0/excludedFor', allKinds],
    ['indicator-unused /indicators/0', `${first}/indicators`, []],
    ['unit-inconsistent /indicators/0/factor', '/indicators/0/factor', 1],
    ['missing-key /indicators/0/unit', '/indicators/0/unit', undefined],
    ['empty-text /indicators/0/unit', '/indicators/0/unit', ''],
    ['impossible-bounds /indicators/0/bounds', '/indicators/0/bounds', { min: 10, max: 9 }],
    ['impossible-bounds /indicators/0/bounds', '/indicators/0/bounds', { max: -1 }],
    ['number-out-of-range /indicators/0/bounds/max', '/indicators/0/bounds/max', Infinity],
    ['number-out-of-range /indicators/0/factor', '/indicators/0/factor', 0],
    ['number-out-of-range /indicators/0/decimals', '/indicators/0/decimals', 7],
    ['unknown-value /indicators/0/kind', '/indicators/0/kind', 'impact'],
    ['unknown-value /indicators/0/calculation', '/indicators/0/calculation', 'sum'],
    ['unknown-value /indicators/0/direction', '/indicators/0/direction', 'sideways'],
    [`action-without-level ${second}/actions/0/forLevels`, `${second}/actions/0/forLevels`, []],
    [`level-out-of-range ${first}/actions/0/forLevels/1`, `${first}/actions/0/forLevels`, [1, 5]],
    [`number-out-of-range ${first}/actions/0/impact`, `${first}/actions/0/impact`, 4],
    [`number-out-of-range ${first}/actions/0/effort`, `${first}/actions/0/effort`, 0],
    [`duplicate ${first}/actions/0/forLevels/1`, `${first}/actions/0/forLevels`, [1, 1]],
    [`duplicate ${first}/excludedFor/1`, `${first}/excludedFor`, ['AI', 'AI']],
    [`duplicate ${first}/indicators/1`, `${first}/indicators`, ['part-ecoutes', 'part-ecoutes']],
    [`legal-action-missing ${first}/actions`, `${first}/actions/0/forLevels`, [2, 3]],
    [`legal-action-missing ${first}/actions`, `${first}/actions`, []],
    [`raw-html ${first}/question`, `${first}/question`, 'Que <b>faisons-nous</b> ?'],
    [`raw-html ${first}/question`, `${first}/question`, 'Que faisons-nous &lt; ?'],
    [`unsafe-url ${first}/hint`, `${first}/hint`, 'Voir http://exemple.fr'],
    [`unsafe-url ${first}/hint`, `${first}/hint`, 'Voir javascript:alert(1)'],
    [`unsafe-url ${first}/hint`, `${first}/hint`, 'Voir //exemple.fr'],
    [`text-too-long ${first}/shortTitle`, `${first}/shortTitle`, 'x'.repeat(29)],
    [`text-too-long ${first}/actions/0/title`, `${first}/actions/0/title`, 'x'.repeat(91)],
    [`missing-key ${first}/shortTitle`, `${first}/shortTitle`, undefined],
    [`missing-key ${first}/question`, `${first}/question`, undefined],
    [`unknown-key ${first}/wieght`, `${first}/wieght`, 2],
    ['unknown-key /surprise', '/surprise', 1],
    ['unknown-key /indicators/0/bounds/~1a~0', '/indicators/0/bounds', { '/a~': 1 }],
    [`invalid-text ${first}/title`, `${first}/title`, 'Un\u0007titre'],
    [`invalid-text ${first}/title`, `${first}/title`, 'E\u0301couter'],
    [`invalid-text ${first}/title`, `${first}/title`, 'Un \uD800 titre'],
    [`invalid-text ${first}/title`, `${first}/title`, 'Un \u202Eertit'],
    ['invalid-text /quiz/0/cas', '/quiz', [{ cas: 'Un\u0000cas' }]],
    ['text-too-long /quiz/0', '/quiz', ['x'.repeat(2001)]],
    ['raw-html /perception/items/0', '/perception', { items: ['<script>'] }],
    ['empty-list /dimensions', '/dimensions', []],
    ['empty-list /dimensions/1/criteria', '/dimensions/1/criteria', []],
    ['missing-key /identity/0/choices', '/identity', [{ id: 'statut', label: 'Statut', type: 'choice' }]],
    ['wrong-format /format', '/format', 'jalon/questionnaire@2'],
    ['missing-key /format', '/format', undefined],
    ['unknown-value /locale', '/locale', 'en'],
  ])('%s', (fault, path, value) => {
    expect(faultsAfter(path, value)).toContain(fault)
  })
})

test.each([
  ['a text at its limit', `${first}/shortTitle`, '🌱'.repeat(28)],
  ['an https address', `${first}/hint`, 'Voir https://exemple.fr'],
  ['a comparison sign', `${first}/hint`, 'Moins de 5 % : < 5, ou 3 > 2 & plus'],
  ['a colon after a word', `${first}/hint`, 'Data : à 14:30, tel : non'],
  ['equal bounds', '/indicators/0/bounds', { min: 5, max: 5 }],
  ['a line end inside a text', `${first}/hint`, 'Un.\nDeux.'],
  ['sections of other methods', '/glossary', [{ id: 'quiz-1', options: ['a', 'b'] }]],
])('%s is no fault', (_name, path, value) => {
  expect(faultsAfter(path, value)).toEqual([])
})

test('all faults are found at once, those of shape and those of coherence', () => {
  const faults: readonly (readonly [path: string, value: unknown])[] = [
    [`${first}/weight`, 9],
    [`${second}/id`, 'accueil-ecoute'],
    ['/indicators/1/bounds', { min: 3, max: 2 }],
    ['/dimensions/1/title', '<i>x</i>'],
  ]
  const broken = faults.reduce<unknown>((json, [path, value]) => changed(json, path, value), aQuestionnaireJson())

  expect(
    checkQuestionnaire(broken, [])
      .map(({ code }) => code)
      .toSorted(),
  ).toEqual(['duplicate-id', 'impossible-bounds', 'raw-html', 'weight-out-of-range'])
})

describe('an id keeps the meaning a published version gave it', () => {
  const published = [aQuestionnaire()]
  const next = changed(aQuestionnaireJson(), '/version', '2.0.0')
  const faults = (json: unknown) => checkQuestionnaire(json, published).map(({ code, path }) => `${code} ${path}`)

  test('the same things in a new version are no fault', () => {
    expect(faults(next)).toEqual([])
  })

  test('another unit is one', () => {
    const json = changed(changed(next, '/indicators/1/unit', '€'), '/indicators/1/label', 'Autre chose')

    expect(faults(json)).toEqual(['id-reused /indicators/1/unit'])
  })

  test('another calculation is one', () => {
    expect(faults(changed(next, '/indicators/1/calculation', 'ratio'))).toEqual(['id-reused /indicators/1/calculation'])
  })

  test('another kind of thing is one', () => {
    expect(faults(changed(next, '/dimensions/1/id', 'territoire-achats-1'))).toContain('id-reused /dimensions/1/id')
  })

  test('another questionnaire may use the same id', () => {
    expect(faults(changed(changed(next, '/id', 'autre'), '/indicators/1/unit', '€'))).toEqual([])
  })
})

describe('odd inputs are refused quickly, without an exception', () => {
  const deep = (depth: number) => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], [])

  test.each<readonly [string, unknown]>([
    ['null', null],
    ['a number', 3],
    ['a text', 'questionnaire'],
    ['an array', [aQuestionnaireJson()]],
    ['an empty object', {}],
    ['lists instead of objects', { ...aQuestionnaireJson(), dimensions: [[[]]], indicators: [null, 1, 'x'] }],
    ['an object instead of a list', { ...aQuestionnaireJson(), dimensions: { 0: {} } }],
    ['a million entries', { ...aQuestionnaireJson(), dimensions: Array.from({ length: 1_000_000 }, () => 1) }],
    ['a million nested lists', { ...aQuestionnaireJson(), quiz: deep(1_000_000) }],
    ['a prototype', { ...aQuestionnaireJson(), ...JSON.parse('{"__proto__": {"id": "x"}}') }],
  ])('%s', (_name, json) => {
    const start = performance.now()

    expect(checkQuestionnaire(json, []).length).toBeGreaterThan(0)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

test('anything at all in the place of a part is judged without an exception, and nothing unusable is found sound', () => {
  const places = [
    '',
    '/id',
    '/dimensions',
    '/dimensions/0',
    '/dimensions/0/criteria',
    first,
    `${first}/levels`,
    `${first}/variants`,
    `${first}/indicators`,
    `${first}/actions`,
    `${first}/actions/0/forLevels`,
    '/indicators',
    '/indicators/0',
    '/indicators/0/bounds',
    '/identity',
    '/elementLibrary',
    '/levelNames',
    '/quiz',
  ]

  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 5 }), (place, value) => {
      const json = changed(aQuestionnaireJson(), place, value)

      expect(checkQuestionnaire(json, []).length > 0 || parseQuestionnaire(json).ok).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
