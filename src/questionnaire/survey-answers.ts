import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { Level } from './questionnaire.ts'

/** Answers as SurveyJS holds them: one value per question, by question name. */
export type SurveyData = Readonly<Record<string, string | number>>

/** Longest free text and shortest reason, in characters, as in `jalon/answer-sheet@1`. */
export const surveyLimits = { text: 2000, reason: 3 } as const

/** No id holds two hyphens in a row, so that these names never meet a criterion's. */
export function exampleName(criterionId: string): string {
  return `${criterionId}--example`
}

export function reasonName(criterionId: string): string {
  return `${criterionId}--reason`
}

/** What SurveyJS is given to show the answers; a criterion left blank has no value. */
export function surveyDataFromAnswers(answers: Readonly<Record<string, CriterionAnswer>>): SurveyData {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => [
      [id, choiceOf(answer)] as const,
      ...('reason' in answer && answer.reason !== undefined ? [[reasonName(id), answer.reason] as const] : []),
      ...(answer.example === undefined ? [] : [[exampleName(id), answer.example] as const]),
    ]),
  )
}

/**
 * The answers that SurveyJS's values amount to, for the given criteria. Texts with no choice made are no answer yet; a
 * reason counts only where the criterion is said not applicable. Anything else is left to the answers' own rules.
 */
export function answersFromSurveyData(
  data: Readonly<Record<string, unknown>>,
  criterionIds: readonly string[],
): Readonly<Record<string, CriterionAnswer>> {
  return Object.fromEntries(
    criterionIds.flatMap((id) => {
      const answer = answerOf(data, id)

      return answer === undefined ? [] : [[id, answer] as const]
    }),
  )
}

function choiceOf(answer: CriterionAnswer): string | number {
  if ('level' in answer) return answer.level

  return 'unknown' in answer ? 'unknown' : 'notApplicable'
}

function answerOf(data: Readonly<Record<string, unknown>>, id: string): CriterionAnswer | undefined {
  const example = textIn(data, exampleName(id))
  const withExample = example === undefined ? {} : { example }

  switch (data[id]) {
    case 'unknown':
      return { unknown: true, ...withExample }
    case 'notApplicable': {
      const reason = textIn(data, reasonName(id))

      return { notApplicable: true, ...(reason === undefined ? {} : { reason }), ...withExample }
    }
    default: {
      const level = ([1, 2, 3, 4] as const satisfies readonly Level[]).find((each) => each === data[id])

      return level === undefined ? undefined : { level, ...withExample }
    }
  }
}

function textIn(data: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = data[name]

  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
