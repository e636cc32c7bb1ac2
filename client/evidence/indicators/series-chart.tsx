import type { Indicator } from '#src/questionnaire/questionnaire.ts'
import { indicatorSeries, type YearPoint } from '#src/indicators/series.ts'
import type { IndicatorValue } from '#src/answers/answer-sheet.ts'
import { withUnit } from '#client/evidence/shown-value.ts'
import { evidenceTexts } from '#client/evidence/texts-fr.ts'

const width = 348
const top = 28
const bottom = 72

/** One indicator over the years. A year without a value breaks the line; it never draws through it. */
export function SeriesChart({ indicator, values, current }: ChartProps) {
  const points = indicatorSeries(indicator, values).filter(({ result }) => result.computable)
  if (points.length < 2) return null
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined) return null
  const numbers = points.map(valueOf)
  const low = Math.min(...numbers)
  const high = Math.max(...numbers)
  const x = (year: number) => 44 + ((year - first.year) / Math.max(1, last.year - first.year)) * (width - 88)
  const y = (value: number) =>
    high === low ? (top + bottom) / 2 : bottom - ((value - low) / (high - low)) * (bottom - top)
  const words = points
    .map((point) => evidenceTexts.yearValue(point.year, withUnit(indicator, valueOf(point))))
    .join(', ')

  return (
    <svg
      className="series-chart"
      viewBox={`0 0 ${width} 112`}
      role="img"
      aria-label={evidenceTexts.chart(indicator.label, words)}
    >
      <path d={`M0 86H${width}`} stroke="var(--line-control)" strokeWidth="1" />
      {segments(points).map(([from, to]) => (
        <path
          key={from.year}
          d={`M${x(from.year)} ${y(valueOf(from))}L${x(to.year)} ${y(valueOf(to))}`}
          stroke="var(--level-3)"
          strokeWidth="3"
        />
      ))}
      {points.map((point) => {
        const here = String(point.year) === current
        return (
          <g key={point.year}>
            <circle
              cx={x(point.year)}
              cy={y(valueOf(point))}
              r="6"
              fill={here ? 'var(--level-4)' : 'var(--surface)'}
              stroke="var(--level-edge)"
              strokeWidth="2.5"
            />
            <text
              x={x(point.year)}
              y={y(valueOf(point)) - 13}
              textAnchor="middle"
              fontSize="16"
              fontWeight={here ? 700 : 500}
              fill="var(--ink)"
            >
              {withUnit(indicator, valueOf(point))}
            </text>
            <text x={x(point.year)} y="106" textAnchor="middle" fontSize="15" fill="var(--ink-3)">
              {point.year}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

type ChartProps = {
  readonly indicator: Indicator
  readonly values: Readonly<Record<string, IndicatorValue>>
  readonly current: string
}

function valueOf({ result }: YearPoint): number {
  return result.computable ? result.value : 0
}

/** Lines between years that follow each other. */
function segments(points: readonly YearPoint[]): readonly (readonly [YearPoint, YearPoint])[] {
  return points.flatMap((point, index) => {
    const next = points[index + 1]
    return next !== undefined && next.year === point.year + 1 ? [[point, next] as const] : []
  })
}
