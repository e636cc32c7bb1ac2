import type { AnswerSheet, CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { Criterion, Kind, Level } from '#src/questionnaire/questionnaire.ts'
import { ownValue } from '#src/shared/own-value.ts'
import type { AnswerKind, Grade } from './score.ts'

/** A criterion with what the sheet says of it: what every score, order and explanation is made from. */
export type AnsweredCriterion = {
  readonly criterion: Criterion
  readonly answer: AnswerKind
  /** Present only where `answer` is `level`. */
  readonly level?: Level
  readonly grade: Grade
}

/**
 * Whether the questionnaire leaves the criterion out for a structure of these kinds: excluded for every one of them
 * (scoring rules, §1). A structure of no known kind has nothing excluded.
 */
export function isExcluded(criterion: Pick<Criterion, 'excludedFor'>, kinds: readonly Kind[]): boolean {
  return kinds.length > 0 && kinds.every((kind) => criterion.excludedFor.includes(kind))
}

/**
 * What the sheet answers to a criterion. An exclusion wins over an answer left from before the structure changed kinds;
 * blank, unknown and not applicable stay three different things (scoring rules, §1).
 */
export function answerTo(criterion: Criterion, sheet: AnswerSheet): Pick<AnsweredCriterion, 'answer' | 'level'> {
  if (isExcluded(criterion, sheet.structure.kinds)) return { answer: 'notApplicable' }

  const answer: CriterionAnswer | undefined = ownValue(sheet.answers, criterion.id)

  if (answer === undefined) return { answer: 'unanswered' }
  if ('level' in answer) return { answer: 'level', level: answer.level }

  return { answer: 'unknown' in answer ? 'unknown' : 'notApplicable' }
}

/** Points of a level, out of 3. */
export function pointsOf(level: Level): number {
  return level - 1
}
