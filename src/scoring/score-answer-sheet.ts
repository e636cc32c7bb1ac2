import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import { indicatorResult } from '#src/indicators/indicator-value.ts'
import { suggestActions } from '#src/plan/suggest-actions.ts'
import type { Criterion, Indicator, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { ownValue } from '#src/shared/own-value.ts'
import { answerTo, type AnsweredCriterion, pointsOf } from './criterion.ts'
import { gainToNext, scoreDimension, vectorOf } from './dimension.ts'
import { evidenceGrade } from './evidence-grade.ts'
import { scoreOverall } from './overall.ts'
import type { Coverage, CriterionResult, DimensionResult, DimensionScore, IndicatorResult, Score } from './score.ts'
import { strengths, toDemonstrate } from './strengths.ts'
import { warnings } from './warnings.ts'

type ScoredDimension = {
  readonly id: string
  readonly answered: readonly AnsweredCriterion[]
  readonly score: DimensionScore
}

/**
 * The result object of a sheet, the only source of every figure shown anywhere. The sheet has been parsed against this
 * questionnaire, or made from entries that the same rules accepted: ids the questionnaire does not know are ignored.
 * Keys come in the order of `jalon/score@1`; what does not exist is absent, never null or 0.
 *
 * @param sha256 the hash of the questionnaire's canonical form, in hexadecimal
 */
export function scoreAnswerSheet(questionnaire: Questionnaire, sha256: string, sheet: AnswerSheet): Score {
  const indicators = new Map(questionnaire.indicators.map((indicator) => [indicator.id, indicator]))
  const results = questionnaire.dimensions.map(({ id, weight, criteria }) => {
    const answered = criteria.map((criterion) => answeredCriterion(criterion, sheet, indicators))

    return { id, weight, answered, score: scoreDimension(answered) }
  })
  const criteria = results.flatMap(({ answered }) => answered)

  return {
    format: 'jalon/score@1',
    questionnaire: { id: questionnaire.id, version: questionnaire.version, sha256 },
    dimensions: results.map(dimensionResult),
    indicators: indicatorResults(questionnaire, sheet),
    strengths: strengths(criteria),
    toDemonstrate: toDemonstrate(criteria),
    warnings: warnings(criteria),
    suggestedActions: suggestActions(criteria),
    ...(questionnaire.overall ? { overall: scoreOverall(results) } : {}),
  }
}

function answeredCriterion(
  criterion: Criterion,
  sheet: AnswerSheet,
  indicators: ReadonlyMap<string, Indicator>,
): AnsweredCriterion {
  return { criterion, ...answerTo(criterion, sheet), grade: evidenceGrade(criterion, sheet, indicators) }
}

function dimensionResult({ id, answered, score }: ScoredDimension): DimensionResult {
  return {
    id,
    score,
    vector: vectorOf(answered),
    criteria: answered.map((criterion) => criterionResult(criterion, score.coverage)),
  }
}

function criterionResult(answered: AnsweredCriterion, coverage: Coverage): CriterionResult {
  const { criterion, answer, level, grade } = answered
  const gain = gainToNext(answered, coverage)

  return {
    id: criterion.id,
    weight: criterion.weight,
    answer,
    ...(level === undefined ? {} : { level, points: pointsOf(level) }),
    grade,
    ...(gain === undefined ? {} : { gainToNext: gain }),
  }
}

function indicatorResults(questionnaire: Questionnaire, sheet: AnswerSheet): readonly IndicatorResult[] {
  return questionnaire.indicators.flatMap((indicator) => {
    const value = ownValue(sheet.indicators, indicator.id)

    return value === undefined ? [] : [indicatorResult(indicator, value)]
  })
}
