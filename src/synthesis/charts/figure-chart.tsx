import { figureFr, fr, numberFr } from '#src/synthesis/french.ts'
import type { IndicatorRow } from '#src/synthesis/model/indicators.ts'
import { mm, size8 } from './tile.tsx'

/** The drawing beside an argument: the people themselves where they are few, a share, or the years. */
export function FigureChart({ row }: { readonly row: IndicatorRow }) {
  if (row.result.kind !== 'value') return null
  const { parts, value } = row.result
  if (row.unit === '%' && parts !== undefined && isCountable(parts.numerator, parts.denominator)) {
    return <Squares filled={parts.numerator} total={parts.denominator} label={row.label} />
  }
  if (row.series.length > 1) return <Years row={row} />
  return row.unit === '%' && value >= 0 && value <= 100 ? <Share value={value} row={row} /> : null
}

function isCountable(numerator: number, denominator: number): boolean {
  return Number.isInteger(numerator) && Number.isInteger(denominator) && denominator <= 100 && numerator <= denominator
}

function Squares({
  filled,
  total,
  label,
}: {
  readonly filled: number
  readonly total: number
  readonly label: string
}) {
  const perRow = total > 60 ? 14 : 10
  const step = 56 / perRow
  const side = step * 0.87
  const height = Math.ceil(total / perRow) * step
  return (
    <svg
      width="56mm"
      height={`${height}mm`}
      viewBox={`0 0 56 ${height}`}
      role="img"
      aria-label={fr(`${label} : ${filled} carrés pleins sur ${total}`)}
    >
      {Array.from({ length: total }, (_, index) => (
        <rect
          key={index}
          x={mm((index % perRow) * step + 0.12)}
          y={mm(Math.floor(index / perRow) * step + 0.12)}
          width={mm(side - 0.24)}
          height={mm(side - 0.24)}
          fill={index < filled ? 'var(--level-4)' : 'none'}
          stroke={index < filled ? 'var(--level-4)' : 'var(--line-strong)'}
          strokeWidth={0.24}
        />
      ))}
    </svg>
  )
}

function Share({ value, row }: { readonly value: number; readonly row: IndicatorRow }) {
  const inside = value >= 20
  return (
    <svg
      width="56mm"
      height="6.4mm"
      viewBox="0 0 56 6.4"
      role="img"
      aria-label={fr(`${row.label} : ${figureFr(value, row.unit, row.decimals)}`)}
    >
      <rect x={0.12} y={0.12} width={55.76} height={6} fill="none" stroke="var(--line-strong)" strokeWidth={0.24} />
      <rect x={0} y={0} width={mm(0.56 * value)} height={6.24} fill="var(--level-4)" />
      <text
        x={mm(inside ? 1.6 : 0.56 * value + 1.4)}
        y={4.3}
        fontSize={3.087}
        fontWeight={600}
        style={{ fill: inside ? '#fff' : 'var(--ink)' }}
      >
        {figureFr(value, row.unit, 0)}
      </text>
    </svg>
  )
}

function Years({ row }: { readonly row: IndicatorRow }) {
  const most = Math.max(...row.series.map(({ value }) => Math.abs(value)), 1e-9)
  const height = row.series.length * 5.6
  return (
    <svg
      width="56mm"
      height={`${height}mm`}
      viewBox={`0 0 56 ${height}`}
      role="img"
      aria-label={fr(
        `${row.label} : ${row.series.map(({ year, value }) => `${year}, ${figureFr(value, row.unit, row.decimals)}`).join(' ; ')}`,
      )}
    >
      {row.series.map(({ year, value }, index) => {
        const width = Math.max(0.4, (32 * Math.abs(value)) / most)
        const last = index === row.series.length - 1
        return (
          <g key={year}>
            <text x={0} y={index * 5.6 + 3.2} fontSize={size8} style={{ fill: 'var(--ink-2)' }}>
              {year}
            </text>
            <rect x={8.5} y={index * 5.6} width={mm(width)} height={4.4} fill={`var(--level-${last ? 4 : 3})`} />
            <text x={mm(8.5 + width + 1.2)} y={index * 5.6 + 3.25} fontSize={size8} fontWeight={last ? 600 : 400}>
              {numberFr(value, row.decimals)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
