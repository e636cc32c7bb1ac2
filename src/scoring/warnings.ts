import type { Level } from '#src/questionnaire/questionnaire.ts'
import type { AnsweredCriterion } from './criterion.ts'

/** Criteria that need a P1 action within 3 months, in the questionnaire's order. */
export function warnings(criteria: readonly AnsweredCriterion[]): readonly string[] {
  return criteria.filter(isWarning).map(({ criterion }) => criterion.id)
}

/** Level 1 on a legal obligation or a direct legal risk (scoring rules, §5). */
export function isWarning({ criterion, level }: Pick<AnsweredCriterion, 'criterion' | 'level'>): boolean {
  return criterion.legal && level === 1
}

/** What is missing to meet a legal duty, which level 3 meets; drawn, never added up. 0 where there is no duty. */
export function legalGap(criterion: { readonly legal: boolean }, level: Level): number {
  return criterion.legal ? Math.max(0, 3 - level) : 0
}
