import { expect, test } from 'vitest'
import { checkQuestionnaire } from '#src/questionnaire/check.ts'
import { compileQuestionnaire, originOf } from '#src/questionnaire/compile.ts'
import { parseQuestionnaire } from '#src/questionnaire/parse.ts'
import { aQuestionnaireJson, changed } from '#test/support/a-questionnaire.ts'

const whole = aQuestionnaireJson()
const dimensions = whole['dimensions'] as readonly { readonly id: string }[]

function files(more: Readonly<Record<string, unknown>> = {}): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries({
      'questionnaire.yaml': {
        id: 'essai',
        version: '1.1.0',
        title: 'Un essai',
        overall: false,
        dimensions: ['accueil', 'territoire'],
      },
      'indicators.yaml': whole['indicators'],
      'dimensions/accueil.yaml': dimensions[0],
      'dimensions/territoire.yaml': dimensions[1],
      ...more,
    }).filter(([, content]) => content !== undefined),
  )
}

const found = (more: Readonly<Record<string, unknown>>) =>
  compileQuestionnaire(files(more)).problems.map(({ code, file, path }) => `${code} ${file} ${path}`)

test('the authored files make the canonical form', () => {
  const compiled = compileQuestionnaire(files())

  expect(compiled.problems).toEqual([])
  expect(parseQuestionnaire(compiled.json)).toEqual(parseQuestionnaire(whole))
})

test('dimensions come in the order of the list, not of the files', () => {
  const main = { id: 'essai', version: '1.1.0', title: 'Un essai', dimensions: ['territoire', 'accueil'] }
  const parsed = parseQuestionnaire(compileQuestionnaire(files({ 'questionnaire.yaml': main })).json)

  expect(parsed.ok && parsed.value.dimensions.map(({ id }) => id)).toEqual(['territoire', 'accueil'])
})

test('an indicator in percent is multiplied by 100 where its author says nothing', () => {
  const indicators = (whole['indicators'] as readonly Record<string, unknown>[]).map((each) =>
    changed(each, '/factor', undefined),
  )
  const parsed = parseQuestionnaire(compileQuestionnaire(files({ 'indicators.yaml': indicators })).json)

  expect(parsed.ok && parsed.value.indicators.map(({ factor }) => factor)).toEqual([100, 1])
})

test('the line feed that ends a block text is no part of it', () => {
  const titled = { ...dimensions[1], title: 'Servir le territoire\n' }
  const compiled = compileQuestionnaire(files({ 'dimensions/territoire.yaml': titled }))

  expect(parseQuestionnaire(compiled.json)).toEqual(parseQuestionnaire(whole))
})

test.each<readonly [fault: string, more: Readonly<Record<string, unknown>>]>([
  ['file-missing questionnaire.yaml ', { 'questionnaire.yaml': undefined }],
  ['wrong-type questionnaire.yaml ', { 'questionnaire.yaml': ['essai'] }],
  ['unknown-key questionnaire.yaml /titre', { 'questionnaire.yaml': { titre: [], dimensions: [] } }],
  ['missing-key questionnaire.yaml /dimensions', { 'questionnaire.yaml': { id: 'essai' } }],
  ['wrong-type questionnaire.yaml /dimensions/0', { 'questionnaire.yaml': { dimensions: [{ id: 'accueil' }] } }],
  ['duplicate questionnaire.yaml /dimensions/1', { 'questionnaire.yaml': { dimensions: ['accueil', 'accueil'] } }],
  ['unknown-dimension questionnaire.yaml /dimensions/1', { 'dimensions/territoire.yaml': undefined }],
  ['file-name-mismatch dimensions/accueil.yaml /id', { 'dimensions/accueil.yaml': { ...dimensions[0], id: 'autre' } }],
  ['file-unlisted dimensions/oubliee.yaml ', { 'dimensions/oubliee.yaml': {} }],
  ['file-unlisted indicateurs.yaml ', { 'indicateurs.yaml': [] }],
])('%s', (fault, more) => {
  expect(found(more)).toContain(fault)
})

test('a fault of the canonical form is told in the file it was written in', () => {
  const broken = { ...dimensions[1], weight: 9 }
  const indicators = [...(whole['indicators'] as readonly unknown[]), 3]
  const compiled = compileQuestionnaire(files({ 'dimensions/territoire.yaml': broken, 'indicators.yaml': indicators }))
  const places = checkQuestionnaire(compiled.json, []).map(({ path }) => originOf(path, compiled.origins))

  expect(places).toEqual([
    { file: 'dimensions/territoire.yaml', path: '/weight' },
    { file: 'indicators.yaml', path: '/2' },
  ])
  expect(originOf('/version', compiled.origins)).toEqual({ file: 'questionnaire.yaml', path: '/version' })
})
