import { expect, test } from 'vitest'
import { checkQuestionnaire } from '#src/questionnaire/check.ts'
import { compileQuestionnaire, originOf } from '#src/questionnaire/compile.ts'
import { parseQuestionnaire } from '#src/questionnaire/parse.ts'
import { aQuestionnaireWithSections, someSections } from './some-sections.ts'

const whole = aQuestionnaireWithSections()
const dimensions = whole['dimensions'] as readonly { readonly id: string }[]
const { quiz, perception, perceptionPage, perceptionTranslations, legalGrounds, guidance, landmarks, datedFacts } =
  someSections

function compiled(more: Readonly<Record<string, unknown>> = {}) {
  const files = {
    'questionnaire.yaml': {
      id: 'essai',
      version: '1.1.0',
      title: 'Un essai',
      overall: false,
      journey: 'practices-audit',
      dimensions: ['accueil', 'territoire'],
    },
    'indicators.yaml': whole['indicators'],
    'dimensions/accueil.yaml': dimensions[0],
    'dimensions/territoire.yaml': dimensions[1],
    'quiz.yaml': quiz,
    'perception.yaml': { ...perceptionPage, items: perception },
    'perception.en.yaml': perceptionTranslations.en,
    'legal-grounds.yaml': legalGrounds,
    'guidance.yaml': guidance,
    'landmarks.yaml': landmarks,
    'dated-facts.yaml': datedFacts,
    ...more,
  }

  return compileQuestionnaire(new Map(Object.entries(files)))
}

test('the files of the sections make the canonical form', () => {
  const { json, problems } = compiled()

  expect(problems).toEqual([])
  expect(parseQuestionnaire(json)).toEqual(parseQuestionnaire({ ...whole, journey: 'practices-audit' }))
})

test.each([
  ['an item', { 'perception.yaml': { ...perceptionPage, items: [3] } }, { file: 'perception.yaml', path: '/items/0' }],
  [
    'the page',
    { 'perception.yaml': { ...perceptionPage, title: 3, items: perception } },
    { file: 'perception.yaml', path: '/title' },
  ],
  [
    'a language',
    { 'perception.en.yaml': { ...perceptionTranslations.en, words: 3 } },
    { file: 'perception.en.yaml', path: '/words' },
  ],
  ['the guidance', { 'guidance.yaml': { ...guidance, steps: 3 } }, { file: 'guidance.yaml', path: '/steps' }],
])('a fault of %s is told in the file it was written in', (_name, more, place) => {
  const { json, origins } = compiled(more)

  expect(checkQuestionnaire(json, []).map(({ path }) => originOf(path, origins))).toContainEqual(place)
})

test.each(['perception.english.yaml', 'perception.EN.yaml', 'quizz.yaml'])('%s is no expected file', (file) => {
  expect(compiled({ [file]: {} }).problems).toEqual([{ code: 'file-unlisted', file, path: '' }])
})
