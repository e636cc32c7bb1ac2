import { ownValue } from '#src/shared/own-value.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { Grade } from '#src/scoring/score.ts'
import type { SynthesisSource } from '#src/synthesis/synthesis-source.ts'

export type IndicatorRow = {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly decimals: number
  readonly core: boolean
  readonly result: ShownResult
  /** Oldest first, two years at least, or empty. */
  readonly series: readonly { readonly year: number; readonly value: number }[]
  /** Against the indicator's own direction, first year to last; a descriptive one never judges. */
  readonly trend: 'better' | 'worse' | 'stable' | 'descriptive' | 'unknown'
  readonly source?: string
  readonly comment?: string
  readonly limits: string
  readonly benchmark?: string
  /** The same share among the territory's people, as the network gives it. */
  readonly territory?: number
  /** Outside what the catalogue calls possible, and nobody said why. */
  readonly isUnusual: boolean
  readonly grade: Exclude<Grade, 'B'>
  readonly proofs: readonly string[]
}

export type ShownResult =
  | {
      readonly kind: 'value'
      readonly value: number
      readonly parts?: {
        readonly numerator: number
        readonly denominator: number
        readonly numeratorLabel?: string
        readonly denominatorLabel?: string
      }
    }
  /** Fewer than five people: the figure stays within the team. */
  | { readonly kind: 'masked' }
  | { readonly kind: 'zero-denominator' }
  | { readonly kind: 'unavailable'; readonly reason: string }

export type IndicatorGroup = {
  readonly dimensionId: string
  readonly dimension: string
  readonly rows: readonly IndicatorRow[]
}

/** Every indicator that has a value, or a reason for having none, in the questionnaire's order. */
export function measuredIndicators({ questionnaire, sheet, score, context }: SynthesisSource): readonly IndicatorRow[] {
  const results = new Map(score.indicators.map((result) => [result.id, result]))
  const provenCriteria = new Set(Object.keys(sheet.proofs ?? {}).filter((id) => ownValue(sheet.proofs, id)?.length))
  const supported = new Set(
    questionnaire.dimensions
      .flatMap(({ criteria }) => criteria)
      .filter(({ id }) => provenCriteria.has(id))
      .flatMap(({ indicators }) => indicators),
  )

  return questionnaire.indicators.flatMap((indicator): IndicatorRow[] => {
    const result = results.get(indicator.id)
    const reason = ownValue(context.unavailable, indicator.id)
    if (result === undefined && reason === undefined) return []

    const entered = ownValue(sheet.indicators, indicator.id)
    const proofs = entered?.proofs ?? []
    const territory = ownValue(context.territory, indicator.id)
    const shown = shownResult()
    const past = shown.kind === 'value' ? seriesOf(ownValue(context.series, indicator.id) ?? []) : []

    return [
      {
        id: indicator.id,
        label: indicator.label,
        unit: indicator.unit,
        decimals: indicator.decimals ?? (indicator.unit === '%' ? 1 : 2),
        core: indicator.core ?? false,
        result: shown,
        series: past,
        trend: trendOf(past, indicator.direction),
        ...(entered?.source === undefined ? {} : { source: entered.source }),
        ...(entered?.comment === undefined ? {} : { comment: entered.comment }),
        limits: indicator.limits,
        isUnusual: shown.kind === 'value' && result?.flags.includes('out-of-bounds') === true,
        ...(indicator.benchmark === undefined
          ? {}
          : { benchmark: `${indicator.benchmark.text} (${indicator.benchmark.source})` }),
        ...(territory === undefined ? {} : { territory }),
        grade: shown.kind === 'value' && (proofs.length > 0 || supported.has(indicator.id)) ? 'A' : 'C',
        proofs,
      },
    ]

    function shownResult(): ShownResult {
      if (result === undefined) return { kind: 'unavailable', reason: reason ?? '' }
      if (result.flags.includes('masked')) return { kind: 'masked' }
      if (!result.computable) return { kind: 'zero-denominator' }
      if (entered === undefined || 'value' in entered) return { kind: 'value', value: result.value }
      const { numerator, denominator } = entered
      const { numeratorLabel, denominatorLabel } = indicator
      return {
        kind: 'value',
        value: result.value,
        parts: {
          numerator,
          denominator,
          ...(numeratorLabel === undefined ? {} : { numeratorLabel }),
          ...(denominatorLabel === undefined ? {} : { denominatorLabel }),
        },
      }
    }
  })
}

/** Under the first dimension that uses it: an indicator is listed once. */
export function indicatorGroups(
  questionnaire: Questionnaire,
  rows: readonly IndicatorRow[],
): readonly IndicatorGroup[] {
  const listed = new Set<string>()
  return questionnaire.dimensions.flatMap(({ id, title, criteria }) => {
    const used = new Set(criteria.flatMap(({ indicators }) => indicators))
    const own = rows.filter((row) => used.has(row.id) && !listed.has(row.id))
    for (const row of own) listed.add(row.id)
    return own.length === 0 ? [] : [{ dimensionId: id, dimension: title, rows: own }]
  })
}

/** What the core set asks for and nobody gave; what the structure's kinds leave out is not missing. */
export function notMeasured(
  { questionnaire, sheet }: SynthesisSource,
  rows: readonly IndicatorRow[],
): readonly string[] {
  const listed = new Set(rows.map(({ id }) => id))
  const { kinds } = sheet.structure
  return questionnaire.indicators
    .filter(
      ({ id, core, excludedFor }) =>
        core === true && !listed.has(id) && !kinds.every((kind) => excludedFor?.includes(kind)),
    )
    .map(({ label }) => label)
}

function seriesOf(values: readonly { readonly year: number; readonly value: number }[]) {
  return values.length < 2 ? [] : values.toSorted((a, b) => a.year - b.year).slice(-5)
}

function trendOf(series: IndicatorRow['series'], direction: 'up' | 'down' | 'none'): IndicatorRow['trend'] {
  const [first, last] = [series[0], series.at(-1)]
  if (first === undefined || last === undefined) return 'unknown'
  if (direction === 'none') return 'descriptive'
  if (first.value === last.value) return 'stable'
  return last.value > first.value === (direction === 'up') ? 'better' : 'worse'
}
