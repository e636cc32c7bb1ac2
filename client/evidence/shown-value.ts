import type { IndicatorEntry } from '#src/accompaniment/entry.ts'
import { indicatorResult } from '#src/indicators/indicator-value.ts'
import type { Indicator } from '#src/questionnaire/questionnaire.ts'
import type { IndicatorFlag } from '#src/scoring/score.ts'
import { formatNumber, fr } from '#client/app/fr.ts'
import { evidenceTexts } from './texts-fr.ts'

/** A value of an indicator in words, and what must be said beside it. */
type ShownValue =
  | { readonly kind: 'value'; readonly text: string; readonly value: number; readonly flags: readonly IndicatorFlag[] }
  | { readonly kind: 'not-computable' | 'unavailable' | 'none'; readonly text: string }

/** « 73,3 % », « 96 », « non mesuré »: the one way a figure is written on these screens. */
export function shownValue(indicator: Indicator, entry: IndicatorEntry | undefined): ShownValue {
  if (entry === undefined) return { kind: 'none', text: evidenceTexts.noValue }
  if ('unavailable' in entry) return { kind: 'unavailable', text: evidenceTexts.notMeasured }
  const result = indicatorResult(indicator, entry)
  if (!result.computable) return { kind: 'not-computable', text: evidenceTexts.notComputable }
  return { kind: 'value', text: withUnit(indicator, result.value), value: result.value, flags: result.flags }
}

/** `n` is a count: it prints no unit. */
export function withUnit({ unit, decimals }: Pick<Indicator, 'unit' | 'decimals'>, value: number): string {
  const number = formatNumber(value, decimals ?? 1)
  return unit === 'n' ? number : fr(`${number} ${unit}`)
}
