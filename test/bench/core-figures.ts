import { readFile } from 'node:fs/promises'
import { Model } from 'survey-core'
import { compileAnswerRules } from '#src/answers/answer-rules.ts'
import { parseAnswerSheet } from '#src/answers/parse-answer-sheet.ts'
import { surveyDataFromAnswers } from '#src/questionnaire/survey-answers.ts'
import { toSurveyJson } from '#src/questionnaire/to-survey-json.ts'
import { explainDimension } from '#src/scoring/explanation.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { loadVerifiedQuestionnaires } from '#server/questionnaires/verified.ts'
import { medianMs } from './timing.ts'

// A program of its own: a test runner rewrites our modules and not survey-core's, and would slow one side alone.
const questionnaires = await loadVerifiedQuestionnaires('questionnaires')
const file = 'questionnaires/utilite-sociale/1.0.0/examples/les-ateliers-du-canal.json'
const parsed = parseAnswerSheet(JSON.parse(await readFile(file, 'utf8')), questionnaires)
const loaded = questionnaires.get('utilite-sociale@1.0.0')
if (!parsed.ok || loaded === undefined) throw new Error('the example cannot be read')
const { questionnaire } = loaded
const sheet = parsed.value

const texts = { unknown: 'Ne sait pas', notApplicable: 'Non concerné', example: 'Un exemple', reason: 'Pourquoi ?' }
const json = toSurveyJson(questionnaire, sheet.structure.kinds, texts)
const data = surveyDataFromAnswers(sheet.answers)
const rules = compileAnswerRules(questionnaire, sheet.structure.kinds)
const model = new Model(json)
model.data = data

// Every answer in turn, so that the figure is that of an ordinary one.
const answers = Object.entries(sheet.answers)
const ours = medianMs(() => {
  for (const [id, answer] of answers) rules.checkCriterionAnswer(id, answer)
})

process.stdout.write(
  JSON.stringify({
    validateMs: ours / answers.length,
    surveyValidateMs: medianMs(() => model.validate()),
    scoreMs: medianMs(() => {
      const score = scoreAnswerSheet(questionnaire, '', sheet)
      for (const { id } of score.dimensions) explainDimension(questionnaire, score, id)
    }),
    surveyLoadMs: medianMs(() => {
      new Model(json).data = data
    }),
  }),
)
