import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { fr, numberFr } from '#src/synthesis/french.ts'
import type { IndicatorRow } from '#src/synthesis/model/indicators.ts'
import { mm, size8 } from './tile.tsx'

/** The years of one indicator on its own scale, first and last written; bordeaux only against its own direction. */
export function Sparkline({ row }: { readonly row: IndicatorRow }) {
  const { series, trend, decimals } = row
  const [first, last] = [series[0], series.at(-1)]
  if (first === undefined || last === undefined) return null
  const values = series.map(({ value }) => value)
  const x = scaleLinear([first.year, last.year], [8.4, 19.6])
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [4.1, 1.5])
  const colour = trend === 'worse' ? 'var(--warning)' : 'var(--level-3)'
  const path =
    line<(typeof series)[number]>(
      ({ year }) => x(year),
      ({ value }) => y(value),
    ).digits(2)(series) ?? ''
  const label = `${series.map(({ year, value }) => `${year} : ${numberFr(value, decimals)}`).join(', ')}${trend === 'worse' ? ', se dégrade' : ''}`
  return (
    <svg width="28mm" height="5.8mm" viewBox="0 0 28 5.8" role="img" aria-label={fr(label)}>
      <path d={path} fill="none" stroke={colour} strokeWidth={0.4} strokeLinejoin="round" />
      {series.slice(0, -1).map(({ year, value }) => (
        <circle
          key={year}
          cx={mm(x(year))}
          cy={mm(y(value))}
          r={0.5}
          fill="var(--paper)"
          stroke={colour}
          strokeWidth={0.3}
        />
      ))}
      <circle
        cx={mm(x(last.year))}
        cy={mm(y(last.value))}
        r={0.8}
        fill={trend === 'worse' ? colour : 'var(--level-4)'}
      />
      <text x={6.9} y={mm(y(first.value) + 1)} textAnchor="end" fontSize={size8} style={{ fill: 'var(--ink-2)' }}>
        {numberFr(first.value, decimals)}
      </text>
      <text x={21.3} y={mm(y(last.value) + 1)} fontSize={size8} fontWeight={600}>
        {numberFr(last.value, decimals)}
      </text>
    </svg>
  )
}
