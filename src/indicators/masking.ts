import type { IndicatorValue } from '#src/answers/answer-sheet.ts'
import type { Indicator } from '#src/questionnaire/questionnaire.ts'
import type { IndicatorResult } from '#src/scoring/score.ts'

/** Under this many people a figure could speak of someone in particular. */
const fewestPeople = 5

/** What is shown of an indicator outside the structure's own team: its value, or only that it is withheld. */
export type ShownOutside =
  | { readonly kind: 'shown'; readonly result: IndicatorResult }
  | { readonly kind: 'masked'; readonly id: string; readonly unit: string }

/**
 * Whether the value is masked everywhere outside the structure's own team: its denominator counts people and is under
 * 5, 0 included. A plain number has no denominator and is never masked.
 */
export function isMasked({ countsPeople }: Pick<Indicator, 'countsPeople'>, entered: IndicatorValue): boolean {
  return countsPeople && 'denominator' in entered && entered.denominator < fewestPeople
}

/** The one door to an indicator for a reader outside the team; a masked result leaves without its value. */
export function shownOutside(result: IndicatorResult): ShownOutside {
  return result.flags.includes('masked')
    ? { kind: 'masked', id: result.id, unit: result.unit }
    : { kind: 'shown', result }
}
