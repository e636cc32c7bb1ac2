import { expect, test } from 'vitest'
import { answerSheetOf } from '#src/accompaniment/sheet.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { stageMap } from '#src/scoring/stage-map.ts'
import { aDossier, aSmallQuestionnaire } from '#test/support/a-dossier.ts'

// The first criterion is legal, the others are not.
const questionnaire = aSmallQuestionnaire(4)

function mapOf(answers: Readonly<Record<string, object>>) {
  const entries = Object.fromEntries(
    Object.entries(answers).map(([number, answer]) => [`criterion/critere-${number}`, answer]),
  ) as never
  const sheet = answerSheetOf(questionnaire, aDossier({ entries }))
  return stageMap(questionnaire, scoreAnswerSheet(questionnaire, '', sheet))[0]?.criteria ?? []
}

test.each([
  [1, 2],
  [2, 1],
  [3, 0],
  [4, 0],
])('a legal duty at level %i lacks %i levels, to level 3 and never beyond', (level, gap) => {
  expect(mapOf({ 1: { level } })[0]).toMatchObject({ legal: true, level, legalGap: gap, isWarning: level === 1 })
})

test('a practice that no duty covers lacks nothing, even at level 1', () => {
  expect(mapOf({ 2: { level: 1 } })[1]).toMatchObject({ legal: false, level: 1, legalGap: 0, isWarning: false })
})

test('an answer that is no level has no height and no depth', () => {
  const [unknown, out, blank] = mapOf({ 1: { unknown: true }, 2: { notApplicable: true, reason: 'sans objet' } })
  expect(unknown).toMatchObject({ answer: 'unknown', legalGap: 0, isWarning: false })
  expect(unknown).not.toHaveProperty('level')
  expect(out).toMatchObject({ answer: 'notApplicable', legalGap: 0 })
  expect(blank).toMatchObject({ answer: 'unanswered', legalGap: 0 })
})

test('stages and criteria keep the questionnaire’s order', () => {
  expect(mapOf({}).map(({ id }) => id)).toEqual(['critere-1', 'critere-2', 'critere-3', 'critere-4'])
})
