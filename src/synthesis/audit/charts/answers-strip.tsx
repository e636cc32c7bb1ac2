import { mm, size8 } from '#src/synthesis/charts/tile.tsx'
import { fr } from '#src/synthesis/french.ts'
import type { PerceptionClass } from '#src/synthesis/audit/model/perception.ts'

const width = 46
const height = 5.2

type StripProps = { readonly classes: readonly PerceptionClass[] | 'masked' }

/** Every answer in one bar, counts and never shares: dark agrees, empty does not or says nothing. A masked row is hatched. */
export function AnswersStrip({ classes }: StripProps) {
  if (classes === 'masked') return <Masked />
  const total = classes.reduce((sum, { count }) => sum + count, 0)
  let x = 0
  const parts = classes
    .toSorted((a, b) => order[a.side] - order[b.side])
    .map((one) => {
      const start = x
      x += (width * one.count) / Math.max(1, total)
      return { ...one, start, own: x - start }
    })
  const label = parts.map(({ text, count }) => `${text} : ${count}`).join(' ; ')
  return (
    <svg
      width={`${width}mm`}
      height={`${height}mm`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={fr(label)}
    >
      {parts.map(({ text, count, side, start, own }) => (
        <g key={text}>
          <rect
            x={mm(start + 0.12)}
            y={0.12}
            width={mm(Math.max(0, own - 0.24))}
            height={height - 0.24}
            fill={fills[side]}
            stroke="var(--line-strong)"
            strokeWidth={0.24}
          />
          {own > 3.6 && (
            <text
              x={mm(start + own / 2)}
              y={3.65}
              fontSize={size8}
              fontWeight={side === 'good' ? 600 : 400}
              textAnchor="middle"
              style={{ fill: side === 'good' ? '#fff' : 'var(--ink)' }}
            >
              {count}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

const order = { good: 0, both: 1, other: 2 } as const
const fills = { good: 'var(--level-4)', both: 'var(--level-2)', other: 'none' } as const

function Masked() {
  const lines = Array.from({ length: Math.ceil((width + height) / 2.2) }, (_, index) => index * 2.2)
  return (
    <svg
      width={`${width}mm`}
      height={`${height}mm`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label="répartition masquée"
    >
      <path
        d={lines
          .map((k) => {
            const [x1, y1] = k <= width ? [k, 0] : [width, k - width]
            const [x2, y2] = k <= height ? [0, k] : [k - height, height]
            return `M${mm(x1)} ${mm(y1)}L${mm(x2)} ${mm(y2)}`
          })
          .join('')}
        stroke="var(--line-strong)"
        strokeWidth={0.2}
        fill="none"
      />
      <rect
        x={0.12}
        y={0.12}
        width={width - 0.24}
        height={height - 0.24}
        fill="none"
        stroke="var(--line-strong)"
        strokeWidth={0.25}
        strokeDasharray="1 .8"
      />
      <rect x={8.5} y={0.7} width={29} height={height - 1.4} fill="var(--paper)" />
      <text x={23} y={3.6} fontSize={size8} textAnchor="middle" style={{ fill: 'var(--ink-2)' }}>
        trop peu de réponses
      </text>
    </svg>
  )
}
