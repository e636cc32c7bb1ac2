import { readFile } from 'node:fs/promises'
import { Model } from 'survey-core'
import { beforeAll, test } from 'vitest'
import { compileAnswerRules } from '#src/answers/answer-rules.ts'
import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import { parseAnswerSheet } from '#src/answers/parse-answer-sheet.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { surveyDataFromAnswers } from '#src/questionnaire/survey-answers.ts'
import { toSurveyJson } from '#src/questionnaire/to-survey-json.ts'
import { explainDimension } from '#src/scoring/explanation.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { loadQuestionnaires } from '#server/questionnaires/load.ts'
import { medianMs, report } from './figure.ts'

let questionnaire: Questionnaire
let sheet: AnswerSheet

beforeAll(async () => {
  const questionnaires = await loadQuestionnaires('questionnaires')
  const file = 'questionnaires/utilite-sociale/1.0.0/examples/les-ateliers-du-canal.json'
  const parsed = parseAnswerSheet(JSON.parse(await readFile(file, 'utf8')), questionnaires)
  const loaded = questionnaires.get('utilite-sociale@1.0.0')
  if (!parsed.ok || loaded === undefined) throw new Error('the example cannot be read')
  questionnaire = loaded.questionnaire
  sheet = parsed.value
})

const texts = { unknown: 'Ne sait pas', notApplicable: 'Non concerné', example: 'Un exemple', reason: 'Pourquoi ?' }

test('validating one answer, against survey-core validating the same questionnaire', () => {
  const rules = compileAnswerRules(questionnaire, sheet.structure.kinds)
  const [id = '', answer] = Object.entries(sheet.answers)[0] ?? []
  const ours = medianMs(() => rules.checkCriterionAnswer(id, answer))

  const model = new Model(toSurveyJson(questionnaire, sheet.structure.kinds, texts))
  model.data = surveyDataFromAnswers(sheet.answers)
  const theirs = medianMs(() => model.validate())

  report(
    'validate one answer, times faster than survey-core',
    theirs / ours,
    { atLeast: 1000 },
    `${(ours * 1000).toFixed(2)} µs against ${theirs.toFixed(2)} ms`,
  )
})

test('scoring a full sheet with its explanation, against survey-core loading the same answers', () => {
  const ours = medianMs(() => {
    const score = scoreAnswerSheet(questionnaire, '', sheet)
    for (const { id } of score.dimensions) explainDimension(questionnaire, score, id)
  })

  const json = toSurveyJson(questionnaire, sheet.structure.kinds, texts)
  const data = surveyDataFromAnswers(sheet.answers)
  const theirs = medianMs(() => {
    new Model(json).data = data
  })

  report(
    'score a full sheet, times faster than survey-core loading',
    theirs / ours,
    { atLeast: 200 },
    `${(ours * 1000).toFixed(1)} µs against ${theirs.toFixed(2)} ms`,
  )
})
