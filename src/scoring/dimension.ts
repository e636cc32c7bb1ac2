import { type AnsweredCriterion, pointsOf } from './criterion.ts'
import type { AnswerVector, Coverage, DimensionScore } from './score.ts'

/** The least share of the applicable weight that must hold a level, in percent. */
const leastCoveragePercent = 60

/**
 * Weighted mean of the levelled criteria, as a fraction of 100 (scoring rules, §2).
 *
 * A criterion that does not apply leaves the mean untouched; one left blank or unknown does too, but lowers coverage,
 * so a half-filled dimension never looks complete. Every sum is an integer; the one division comes last.
 */
export function scoreDimension(criteria: readonly AnsweredCriterion[]): DimensionScore {
  const coverage = coverageOf(criteria)

  if (coverage.applicable === 0) return { computable: false, reason: 'nothing-applicable', coverage }
  if (coverage.levelled === 0) return { computable: false, reason: 'nothing-answered', coverage }
  if (!isEnough(coverage)) return { computable: false, reason: 'coverage-too-low', coverage }

  const numerator = 100 * sum(criteria, ({ criterion, level }) => criterion.weight * (level ? pointsOf(level) : 0))
  const denominator = 3 * coverage.levelled

  return { computable: true, value: numerator / denominator, numerator, denominator, coverage }
}

/** Compared as integers, so that 60 % exactly is enough whatever the weights. */
export function isEnough({ levelled, applicable }: Coverage): boolean {
  return 100 * levelled >= leastCoveragePercent * applicable
}

/** The weight still to be levelled before coverage is enough; 0 where it is, or where nothing applies. */
export function weightToReach({ levelled, applicable }: Coverage): number {
  return Math.max(0, Math.ceil((leastCoveragePercent * applicable) / 100) - levelled)
}

/** Weight held by each kind of answer; what the questionnaire excludes counts as not applicable. */
export function vectorOf(criteria: readonly AnsweredCriterion[]): AnswerVector {
  const weightAt = (level: number) => weightWhere(criteria, (answered) => answered.level === level)

  return {
    level1: weightAt(1),
    level2: weightAt(2),
    level3: weightAt(3),
    level4: weightAt(4),
    unknown: weightWhere(criteria, ({ answer }) => answer === 'unknown'),
    unanswered: weightWhere(criteria, ({ answer }) => answer === 'unanswered'),
    notApplicable: weightWhere(criteria, ({ answer }) => answer === 'notApplicable'),
  }
}

/**
 * What one more level would add to the dimension's score, in points of 100: 0 at level 4, undefined where there is no
 * level. It is given even where coverage is too low for a score: it then says what the level weighs among those known.
 */
export function gainToNext({ criterion, level }: AnsweredCriterion, { levelled }: Coverage): number | undefined {
  if (level === undefined) return undefined

  return level === 4 ? 0 : (100 * criterion.weight) / (3 * levelled)
}

function coverageOf(criteria: readonly AnsweredCriterion[]): Coverage {
  return {
    levelled: weightWhere(criteria, ({ answer }) => answer === 'level'),
    applicable: weightWhere(criteria, ({ answer }) => answer !== 'notApplicable'),
  }
}

function weightWhere(criteria: readonly AnsweredCriterion[], holds: (answered: AnsweredCriterion) => boolean): number {
  return sum(criteria, (answered) => (holds(answered) ? answered.criterion.weight : 0))
}

function sum(criteria: readonly AnsweredCriterion[], of: (answered: AnsweredCriterion) => number): number {
  return criteria.reduce((total, answered) => total + of(answered), 0)
}
