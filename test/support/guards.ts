import type { Dossier } from '#src/accompaniment/dossier.ts'
import type { GuardInput } from '#src/accompaniment/guards/guard.ts'
import { missingSteps } from '#src/accompaniment/missing-steps.ts'
import { answerSheetOf } from '#src/accompaniment/sheet.ts'
import type { JourneyEvent } from '#src/accompaniment/states.ts'
import type { JourneyId } from '#src/questionnaire/questionnaire.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { aSmallQuestionnaire, uuid } from '#test/support/a-dossier.ts'

const today = '2026-03-02'

/** What the guards of a dossier look at, on 2 March 2026. */
export function guardInput(dossier: Dossier, criteria = 10, journey: JourneyId = 'key-arguments'): GuardInput {
  const questionnaire = { ...aSmallQuestionnaire(criteria), journey }
  return {
    questionnaire,
    dossier,
    score: scoreAnswerSheet(questionnaire, '', answerSheetOf(questionnaire, dossier)),
    today,
  }
}

/** The codes of what an event still lacks. */
export function missing(
  event: JourneyEvent,
  dossier: Dossier,
  criteria = 10,
  journey: JourneyId = 'key-arguments',
): readonly string[] {
  return missingSteps(event, guardInput(dossier, criteria, journey)).map(({ code }) => code)
}

/** An entry: a key argument on the criterion of that number. */
export const argument = (index: number, own = {}) => ({
  [`argument/${uuid(index)}`]: { criterion: `critere-${index}`, claim: `Affirmation ${index}`, indicators: [], ...own },
})
