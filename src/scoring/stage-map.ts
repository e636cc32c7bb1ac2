import type { Level, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { AnswerKind, Grade, Score } from './score.ts'
import { legalGap } from './warnings.ts'

/** One stage of a person's path: its practices above the ground, what its legal duties still lack below. */
export type Stage = {
  readonly id: string
  readonly title: string
  readonly shortTitle?: string
  readonly criteria: readonly StageCriterion[]
}

export type StageCriterion = {
  readonly id: string
  readonly title: string
  readonly shortTitle: string
  readonly weight: number
  readonly legal: boolean
  readonly answer: AnswerKind
  readonly level?: Level
  /** 0 to 2 on a legal criterion, 0 elsewhere. Drawn, never added up (scoring rules, §5). */
  readonly legalGap: number
  readonly grade: Grade
  readonly isWarning: boolean
  readonly isSupport: boolean
}

/** The map of stages, in the questionnaire's order: the score object drawn, with nothing computed again. */
export function stageMap(questionnaire: Questionnaire, score: Score): readonly Stage[] {
  const results = new Map(score.dimensions.flatMap(({ criteria }) => criteria).map((result) => [result.id, result]))
  const warnings = new Set(score.warnings)
  const supports = new Set(score.strengths)

  return questionnaire.dimensions.map(({ id, title, shortTitle, criteria }) => ({
    id,
    title,
    ...(shortTitle === undefined ? {} : { shortTitle }),
    criteria: criteria.map((criterion) => {
      const result = results.get(criterion.id)
      const level = result?.level
      return {
        id: criterion.id,
        title: criterion.title,
        shortTitle: criterion.shortTitle,
        weight: criterion.weight,
        legal: criterion.legal,
        answer: result?.answer ?? 'unanswered',
        ...(level === undefined ? {} : { level }),
        legalGap: level === undefined ? 0 : legalGap(criterion, level),
        grade: result?.grade ?? 'C',
        isWarning: warnings.has(criterion.id),
        isSupport: supports.has(criterion.id),
      }
    }),
  }))
}
