import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { weightToReach } from './dimension.ts'
import type { AnswerVector, CriterionResult, DimensionScore, Score } from './score.ts'

/** Why a dimension has the score it has: every figure is taken from the score object or is an integer part of it. */
export type DimensionExplanation = {
  readonly id: string
  readonly title: string
  readonly score: DimensionScore
  readonly vector: AnswerVector
  readonly criteria: readonly CriterionExplanation[]
  /** Weight left out of the score and of coverage alike. */
  readonly notApplicableWeight: number
  /** Weight that lowers coverage: unknown and unanswered. */
  readonly missingWeight: number
  /** Weight still to be levelled before there is a score; 0 where there is one, or where nothing applies. */
  readonly weightToReach: number
}

export type CriterionExplanation = CriterionResult & {
  readonly title: string
  /** Part of the dimension's score; the shares' numerators sum to the score's. Absent without a score or a level. */
  readonly share?: Share
}

/** `numerator / denominator`, in points of 100, over the denominator of the dimension's score. */
export type Share = { readonly numerator: number; readonly denominator: number; readonly value: number }

/**
 * Explains one dimension of a score made with that questionnaire; undefined where it has no such dimension.
 */
export function explainDimension(
  questionnaire: Questionnaire,
  score: Score,
  dimensionId: string,
): DimensionExplanation | undefined {
  const dimension = questionnaire.dimensions.find(({ id }) => id === dimensionId)
  const result = score.dimensions.find(({ id }) => id === dimensionId)

  if (dimension === undefined || result === undefined) return undefined

  const titles = new Map(dimension.criteria.map(({ id, title }) => [id, title]))

  return {
    id: dimension.id,
    title: dimension.title,
    score: result.score,
    vector: result.vector,
    criteria: result.criteria.map((criterion) => ({
      ...criterion,
      title: titles.get(criterion.id) ?? criterion.id,
      ...shareOf(criterion, result.score),
    })),
    notApplicableWeight: result.vector.notApplicable,
    missingWeight: result.vector.unknown + result.vector.unanswered,
    weightToReach: result.score.computable ? 0 : weightToReach(result.score.coverage),
  }
}

function shareOf({ weight, points }: CriterionResult, score: DimensionScore): { readonly share?: Share } {
  if (!score.computable || points === undefined) return {}

  const numerator = 100 * weight * points

  return { share: { numerator, denominator: score.denominator, value: numerator / score.denominator } }
}
