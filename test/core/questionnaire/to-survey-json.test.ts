import fc from 'fast-check'
import { Model } from 'survey-core'
import { describe, expect, test } from 'vitest'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import { answersFromSurveyData, surveyDataFromAnswers } from '#src/questionnaire/survey-answers.ts'
import { type SurveyTexts, toSurveyJson } from '#src/questionnaire/to-survey-json.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { aQuestionnaire } from '#test/support/a-questionnaire.ts'

const texts: SurveyTexts = {
  unknown: 'Ne sait pas',
  notApplicable: 'Non concerné',
  example: 'Un exemple',
  reason: 'Pourquoi ?',
}

function namesFor(questionnaire: Questionnaire, kinds: Parameters<typeof toSurveyJson>[1]): readonly string[] {
  return toSurveyJson(questionnaire, kinds, texts).pages.flatMap((page) =>
    page.elements.flatMap(({ elements }) => elements.map(({ name }) => name)),
  )
}

/** The same questionnaire with another question everywhere. */
function asking(question: string): Questionnaire {
  const questionnaire = aQuestionnaire()

  return {
    ...questionnaire,
    dimensions: questionnaire.dimensions.map((dimension) => ({
      ...dimension,
      criteria: dimension.criteria.map((criterion) => ({ ...criterion, question })),
    })),
  }
}

test('a page per dimension, and per criterion a choice, a reason and an example', () => {
  const survey = toSurveyJson(aQuestionnaire(), ['AI'], texts)

  expect(survey.pages.map(({ name }) => name)).toEqual(['dimension--accueil', 'dimension--territoire'])
  expect(namesFor(aQuestionnaire(), ['AI']).slice(0, 3)).toEqual([
    'accueil-ecoute',
    'accueil-ecoute--reason',
    'accueil-ecoute--example',
  ])
})

test('a criterion excluded for every kind of the structure is not asked', () => {
  expect(namesFor(aQuestionnaire(), ['OTHER'])).not.toContain('accueil-droits')
  expect(namesFor(aQuestionnaire(), ['OTHER', 'AI'])).toContain('accueil-droits')
})

test('a variant is asked only where it suits every kind of the structure', () => {
  const titles = (kinds: Parameters<typeof toSurveyJson>[1]) =>
    JSON.stringify(toSurveyJson(aQuestionnaire(), kinds, texts))

  expect(titles(['EITI'])).toContain('Et les personnes accompagnées ?')
  expect(titles(['EITI', 'AI'])).not.toContain('Et les personnes accompagnées ?')
})

test('SurveyJS reads it without an error, and sees the choices', () => {
  const model = new Model(toSurveyJson(aQuestionnaire(), ['AI'], texts))

  expect(model.jsonErrors ?? []).toEqual([])
  expect(model.getAllQuestions()).toHaveLength(9)
  model.setValue('accueil-ecoute', 'notApplicable')
  expect(model.getQuestionByName('accueil-ecoute--reason').isVisible).toBe(true)
  expect(model.validate()).toBe(false)
  model.setValue('accueil-ecoute--reason', 'Sans objet ici')
  expect(model.validate()).toBe(true)
})

describe('nothing an answer holds is piped into a text', () => {
  test.each([
    '{accueil-ecoute--example}',
    '{ accueil-ecoute--example }',
    '{{accueil-ecoute--example}}',
    '{question.accueil-ecoute--example}',
  ])('%s', (piped) => {
    const model = new Model(toSurveyJson(asking(`Avant ${piped} après`), ['AI'], texts))

    model.setValue('accueil-ecoute', 3)
    model.setValue('accueil-ecoute--example', 'SECRET')
    const shown = model.getAllQuestions().map((question) => question.locTitle.renderedHtml)

    expect(shown.join(' ')).not.toContain('SECRET')
    expect(shown[0]?.replaceAll('\u2060', '')).toBe(`Avant ${piped} après`)
  })
})

const answer: fc.Arbitrary<CriterionAnswer> = fc
  .record(
    {
      choice: fc.constantFrom(1, 2, 3, 4, 'unknown', 'notApplicable'),
      example: fc.string().filter((text) => text.trim() !== ''),
    },
    { requiredKeys: ['choice'] },
  )
  .map(({ choice, example }): CriterionAnswer => {
    const more = example === undefined ? {} : { example }

    if (choice === 'unknown') return { unknown: true, ...more }
    if (choice === 'notApplicable') return { notApplicable: true, reason: 'Sans objet', ...more }

    return { level: choice as 1 | 2 | 3 | 4, ...more }
  })

test('answers survive the way through SurveyJS', () => {
  const ids = ['accueil-ecoute', 'accueil-droits', 'territoire-achats']

  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...ids), answer), (answers) => {
      expect(answersFromSurveyData(surveyDataFromAnswers(answers), ids)).toEqual(answers)
    }),
  )
})

test('texts without a choice are no answer, and a reason counts only with "not applicable"', () => {
  expect(answersFromSurveyData({ 'c--example': 'Oui' }, ['c'])).toEqual({})
  expect(answersFromSurveyData({ c: 2, 'c--reason': 'Non' }, ['c'])).toEqual({ c: { level: 2 } })
  expect(answersFromSurveyData({ c: 7 }, ['c'])).toEqual({})
})
