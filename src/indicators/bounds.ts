import type { IndicatorValue } from '#src/answers/answer-sheet.ts'
import type { Indicator } from '#src/questionnaire/questionnaire.ts'

/** Outside what the catalogue calls possible; both bounds are inside. Such a value is kept and flagged. */
export function isOutOfBounds({ min, max }: Indicator['bounds'], value: number): boolean {
  return (min !== undefined && value < min) || (max !== undefined && value > max)
}

/** A comment lifts the flag; a blank one explains nothing. */
export function isExplained({ comment }: IndicatorValue): boolean {
  return comment !== undefined && comment.trim() !== ''
}
