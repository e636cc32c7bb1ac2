import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import { surveyLimits } from '#src/questionnaire/survey-answers.ts'

/** « Non concerné » without its reason: chosen on the screen, and not to be saved yet. */
export function isUnfinished(answer: CriterionAnswer): boolean {
  return 'notApplicable' in answer && (answer.reason ?? '').trim().length < surveyLimits.reason
}
