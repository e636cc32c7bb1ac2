import type { IndicatorValue } from '#src/answers/answer-sheet.ts'
import type { Indicator } from '#src/questionnaire/questionnaire.ts'
import type { IndicatorResult } from '#src/scoring/score.ts'
import { indicatorResult } from './indicator-value.ts'

export type YearPoint = { readonly year: number; readonly result: IndicatorResult }

/**
 * An indicator over the years, oldest first, whatever the order it was entered in. A year without a value is absent: a
 * chart must break its line there, not draw through it. Keys that are not a year `YYYY` are left out.
 */
export function indicatorSeries(
  indicator: Indicator,
  valuesByYear: Readonly<Record<string, IndicatorValue>>,
): readonly YearPoint[] {
  return Object.entries(valuesByYear)
    .filter(([year]) => /^\d{4}$/.test(year))
    .map(([year, value]) => ({ year: Number(year), result: indicatorResult(indicator, value) }))
    .toSorted((a, b) => a.year - b.year)
}
