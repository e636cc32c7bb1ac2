import type { IndicatorValue } from '#src/answers/answer-sheet.ts'
import type { Indicator } from '#src/questionnaire/questionnaire.ts'
import type { IndicatorFlag, IndicatorResult } from '#src/scoring/score.ts'
import { isExplained, isOutOfBounds } from './bounds.ts'
import { isMasked } from './masking.ts'

/**
 * The value of an indicator with its flags (scoring rules, §3). A ratio is `numerator / denominator * factor`, in that
 * order; a number is taken as it is. A denominator of 0, or so small that the ratio is no finite number, is
 * `zero-denominator`. The value is never -0.
 */
export function indicatorResult(indicator: Indicator, entered: IndicatorValue): IndicatorResult {
  const { id, unit } = indicator
  const value = rawValue(indicator, entered)
  const masked: readonly IndicatorFlag[] = isMasked(indicator, entered) ? ['masked'] : []

  if (value === undefined) return { id, computable: false, reason: 'zero-denominator', unit, flags: masked }

  const outside = isOutOfBounds(indicator.bounds, value) && !isExplained(entered)

  return { id, computable: true, value, unit, flags: outside ? ['out-of-bounds', ...masked] : masked }
}

/** Undefined where it cannot be computed. Adding 0 turns -0 into 0 and changes nothing else. */
function rawValue({ factor }: Indicator, entered: IndicatorValue): number | undefined {
  if ('value' in entered) return entered.value + 0
  if (entered.denominator === 0) return undefined

  const value = (entered.numerator / entered.denominator) * factor

  return Number.isFinite(value) ? value + 0 : undefined
}
