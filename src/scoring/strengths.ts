import type { Level } from '#src/questionnaire/questionnaire.ts'
import type { AnsweredCriterion } from './criterion.ts'

/** Level 3 or 4 and evidence graded A or B: what the product proposes first as key arguments. */
export function strengths(criteria: readonly AnsweredCriterion[]): readonly string[] {
  return strongestFirst(criteria.filter((answered) => isHigh(answered) && answered.grade !== 'C'))
}

/** Level 3 or 4, but declared only: to be demonstrated before it can be a strength. Same order as strengths. */
export function toDemonstrate(criteria: readonly AnsweredCriterion[]): readonly string[] {
  return strongestFirst(criteria.filter((answered) => isHigh(answered) && answered.grade === 'C'))
}

function isHigh({ level }: AnsweredCriterion): boolean {
  return level !== undefined && level >= 3
}

/** Weight, level, grade; what is still equal keeps the questionnaire's order, because the sort is stable. */
function strongestFirst(criteria: readonly AnsweredCriterion[]): readonly string[] {
  return criteria
    .toSorted(
      (a, b) =>
        b.criterion.weight - a.criterion.weight || levelOf(b) - levelOf(a) || gradeRank[a.grade] - gradeRank[b.grade],
    )
    .map(({ criterion }) => criterion.id)
}

const gradeRank = { A: 0, B: 1, C: 2 } as const

function levelOf({ level }: AnsweredCriterion): Level | 0 {
  return level ?? 0
}
