import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { OpenCriterion } from '#client/opened/opened.ts'
import type { AgendaPart } from './agenda-times.ts'

export function exampleOf(answer: CriterionAnswer | undefined): { readonly example?: string } {
  return answer?.example === undefined ? {} : { example: answer.example }
}

/** The answer with these words as its example; none where there are none. */
export function withExample(answer: CriterionAnswer, example: string): CriterionAnswer {
  const { example: _, ...rest } = answer
  return example.trim() === '' ? rest : { ...rest, example }
}

/** The criteria of a meeting, in its order; what the order does not name is not in this meeting. */
export function inOrder(
  criteria: readonly OpenCriterion[],
  order: readonly string[] | undefined,
): readonly OpenCriterion[] {
  if (order === undefined) return criteria
  const chosen = order.flatMap((id) => criteria.filter(({ criterion }) => criterion.id === id))
  // An order made for another version of the questionnaire must not leave a meeting empty.
  return chosen.length === 0 ? criteria : chosen
}

/** Criteria of one dimension that follow one another make a part; a dimension taken in two goes makes two. */
export function partsOf(criteria: readonly OpenCriterion[]): readonly AgendaPart[] {
  return criteria.reduce<readonly AgendaPart[]>((parts, { criterion, dimension }) => {
    const last = parts.at(-1)
    if (last?.id !== dimension.id)
      return [...parts, { id: dimension.id, title: dimension.shortTitle ?? dimension.title, criteria: [criterion.id] }]
    return [...parts.slice(0, -1), { ...last, criteria: [...last.criteria, criterion.id] }]
  }, [])
}
