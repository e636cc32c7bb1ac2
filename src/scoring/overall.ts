import type { Weight } from '#src/questionnaire/questionnaire.ts'
import { isEnough } from './dimension.ts'
import { addRatios, type ExactRatio, nearestDouble } from './exact-ratio.ts'
import type { DimensionScore, OverallScore } from './score.ts'

export type WeightedDimension = { readonly weight: Weight; readonly score: DimensionScore }

/**
 * Mean of the computable dimensions weighted by their own weights (scoring rules, §2), computable where they hold at
 * least 60 % of the weight of the dimensions with anything applicable. The mean is an exact fraction, rounded to a
 * double once, so it depends neither on the order of dimensions nor on intermediate roundings.
 */
export function scoreOverall(dimensions: readonly WeightedDimension[]): OverallScore {
  const applicable = dimensions.filter(({ score }) => score.coverage.applicable > 0)
  const levelled = dimensions.some(({ score }) => score.coverage.levelled > 0)
  const computable = dimensions.flatMap(({ weight, score }) => (score.computable ? [{ weight, score }] : []))
  const coverage = { levelled: totalWeight(computable), applicable: totalWeight(applicable) }

  if (applicable.length === 0) return { computable: false, reason: 'nothing-applicable', coverage }
  if (!levelled) return { computable: false, reason: 'nothing-answered', coverage }
  if (!isEnough(coverage)) return { computable: false, reason: 'coverage-too-low', coverage }

  const weighted = computable.map(({ weight, score }): ExactRatio => ({
    numerator: BigInt(weight * score.numerator),
    denominator: BigInt(score.denominator * coverage.levelled),
  }))

  return { computable: true, value: nearestDouble(weighted.reduce(addRatios, { numerator: 0n, denominator: 1n })) }
}

function totalWeight(dimensions: readonly { readonly weight: Weight }[]): number {
  return dimensions.reduce((total, { weight }) => total + weight, 0)
}
