import type { IndicatorValue } from '#src/answers/answer-sheet.ts'
import type { Indicator } from '#src/questionnaire/questionnaire.ts'

/** Under this many people a figure could speak of someone in particular. */
const fewestPeople = 5

/**
 * Whether the value is masked everywhere outside the structure's own team: its denominator counts people and is under
 * 5, 0 included. A plain number has no denominator and is never masked.
 */
export function isMasked({ countsPeople }: Pick<Indicator, 'countsPeople'>, entered: IndicatorValue): boolean {
  return countsPeople && 'denominator' in entered && entered.denominator < fewestPeople
}
