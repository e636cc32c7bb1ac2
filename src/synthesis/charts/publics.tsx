import { figureFr, fr, numberFr, shortened } from '#src/synthesis/french.ts'
import type { IndicatorRow } from '#src/synthesis/model/indicators.ts'
import { mm, size8 } from './tile.tsx'

const width = 116
const left = 66
const right = 106
const rowHeight = 6.1

/** Shares of the people welcomed, largest first: a dot, and the territory's tick where it is known. Axis from 0. */
export function Publics({ rows }: { readonly rows: readonly IndicatorRow[] }) {
  const shares = rows
    .flatMap(({ id, label, result, territory, unit, decimals }) =>
      result.kind === 'value'
        ? [{ id, label, value: result.value, territory, text: figureFr(result.value, unit, Math.min(decimals, 0)) }]
        : [],
    )
    .toSorted((a, b) => b.value - a.value)
  const compared = shares.some(({ territory }) => territory !== undefined)
  const top = compared ? 9 : 4
  const most = Math.max(10, ...shares.flatMap(({ value, territory }) => [value, territory ?? 0]))
  const at = (value: number) => left + ((right - left) * value) / most
  const height = top + rowHeight * shares.length
  const label = `Part de chaque public${compared ? ', structure puis territoire' : ''}. ${shares.map((share) => `${share.label} : ${share.text}${share.territory === undefined ? '' : ` contre ${numberFr(share.territory)} %`}`).join(' ; ')}.`

  return (
    <svg
      width={`${width}mm`}
      height={`${height}mm`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={fr(label)}
    >
      <line x1={left} x2={left} y1={top - 3.4} y2={height - 2.5} stroke="var(--line-strong)" strokeWidth={0.2} />
      {compared && (
        <>
          <circle cx={left + 1.45} cy={2} r={1.45} fill="var(--level-4)" />
          <text x={left + 4} y={3.05} fontSize={size8} fontWeight={600}>
            La structure
          </text>
          <line x1={left + 26} x2={left + 26} y1={0.4} y2={3.6} stroke="var(--ink-2)" strokeWidth={0.5} />
          <text x={left + 28} y={3.05} fontSize={size8} style={{ fill: 'var(--ink-2)' }}>
            Le territoire
          </text>
        </>
      )}
      {shares.map((share, index) => {
        const y = top + index * rowHeight
        const x = at(share.value)
        const other = share.territory === undefined ? undefined : at(share.territory)
        const ahead = other === undefined || x >= other
        return (
          <g key={share.id}>
            <text x={0} y={y + 1.05} fontSize={3.087}>
              {fr(shortened(share.label, 42))}
            </text>
            <line x1={mm(other ?? left)} x2={mm(x)} y1={y} y2={y} stroke="var(--level-2)" strokeWidth={0.9} />
            {other !== undefined && (
              <line x1={mm(other)} x2={mm(other)} y1={y - 1.6} y2={y + 1.6} stroke="var(--ink-2)" strokeWidth={0.5} />
            )}
            <circle cx={mm(x)} cy={y} r={1.45} fill="var(--level-4)" />
            <text
              x={mm(x + (ahead ? 2.4 : -2.4))}
              y={y + 1.05}
              fontSize={3.087}
              fontWeight={600}
              textAnchor={ahead ? 'start' : 'end'}
            >
              {share.text}
            </text>
            {other !== undefined && share.territory !== undefined && (
              <text
                x={mm(other + (ahead ? -1.6 : 1.6))}
                y={y + 1}
                fontSize={size8}
                textAnchor={ahead ? 'end' : 'start'}
                style={{ fill: 'var(--ink-2)' }}
              >
                {numberFr(share.territory)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}
