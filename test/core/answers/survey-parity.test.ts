import fc from 'fast-check'
import { Model } from 'survey-core'
import { expect, test } from 'vitest'
import { compileAnswerRules } from '#src/answers/answer-rules.ts'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import {
  answersFromSurveyData,
  exampleName,
  reasonName,
  surveyDataFromAnswers,
} from '#src/questionnaire/survey-answers.ts'
import { toSurveyJson } from '#src/questionnaire/to-survey-json.ts'
import { aSketchedQuestionnaire } from '#test/support/a-sheet.ts'

const questionnaire = aSketchedQuestionnaire({
  dimensions: [
    { id: 'd', title: 'D', criteria: [{ id: 'accueil' }, { id: 'freins' }] },
    { id: 'e', title: 'E', criteria: [{ id: 'exclu', excludedFor: ['ACI'] }, { id: 'estime' }] },
  ],
})
const texts = { unknown: 'Ne sait pas', notApplicable: 'Non concerné', example: 'Un exemple', reason: 'Pourquoi ?' }
const json = toSurveyJson(questionnaire, ['ACI'], texts)
const rules = compileAnswerRules(questionnaire, ['ACI'])

const choice = fc.constantFrom(1, 2, 3, 4, 'unknown', 'notApplicable')
const reason = fc.constantFrom(undefined, '', 'na', 'nul', 'sans objet', 'é'.repeat(3))
const example = fc.constantFrom(undefined, 'Un livret d’accueil.')

/** What SurveyJS says of values for one criterion: valid or not, and the values it keeps. */
function judgedBySurvey(data: Readonly<Record<string, unknown>>) {
  const model = new Model(json)

  model.data = data

  return { valid: model.validate(), kept: model.data as Readonly<Record<string, unknown>> }
}

test('SurveyJS and our rules accept and refuse the same choices, reasons and examples', () => {
  fc.assert(
    fc.property(choice, reason, example, (chosen, why, how) => {
      const data = {
        accueil: chosen,
        ...(why === undefined ? {} : { [reasonName('accueil')]: why }),
        ...(how === undefined ? {} : { [exampleName('accueil')]: how }),
      }
      const { accueil } = answersFromSurveyData(data, ['accueil'])

      expect(rules.checkCriterionAnswer('accueil', accueil).ok).toBe(judgedBySurvey(data).valid)
    }),
  )
})

test('every answer our rules accept is one SurveyJS can show, keeps and gives back as it was', () => {
  const answer: fc.Arbitrary<CriterionAnswer> = fc.oneof(
    fc.record({ level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const) }),
    fc.record({ unknown: fc.constant(true as const) }),
    fc.record({ notApplicable: fc.constant(true as const), reason: fc.constantFrom('nul', 'sans objet ici') }),
    fc.record({ level: fc.constant(3 as const), example: fc.constantFrom('Un livret.', 'Deux\nlignes') }),
  )
  const answers = fc.dictionary(fc.constantFrom('accueil', 'freins', 'estime'), answer)

  fc.assert(
    fc.property(answers, (given) => {
      for (const [id, value] of Object.entries(given)) expect(rules.checkCriterionAnswer(id, value).ok).toBe(true)

      const { valid, kept } = judgedBySurvey(surveyDataFromAnswers(given))

      expect(valid).toBe(true)
      expect(answersFromSurveyData(kept, ['accueil', 'freins', 'estime'])).toEqual(given)
    }),
  )
})

test('a criterion excluded for the structure is asked by neither', () => {
  expect(new Model(json).getQuestionByName('exclu')).toBeNull()
  expect(rules.checkCriterionAnswer('exclu', { level: 3 }).ok).toBe(false)
})

test('where SurveyJS is lax, our rules are the ones that refuse', () => {
  for (const value of [99, 2.5, '3x', true]) {
    expect(rules.checkCriterionAnswer('accueil', { level: value }).ok).toBe(false)
  }
})
