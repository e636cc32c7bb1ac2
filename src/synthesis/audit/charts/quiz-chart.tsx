import { mm, size8 } from '#src/synthesis/charts/tile.tsx'
import { fr, numberFr } from '#src/synthesis/french.ts'
import type { QuizRow } from '#src/synthesis/audit/model/quiz.ts'

const width = 116
const left = 64
const right = 106
const rowHeight = 4.15
const top = 6.4
const longest = 42

/** By case, the share of right answers: a ring before, a dot after; where it falls, a colour and the word. */
export function QuizChart({ rows }: { readonly rows: readonly QuizRow[] }) {
  const at = (share: number) => left + (right - left) * share
  const bottom = top + rowHeight * (rows.length - 1) + 2.2
  const label = `Part de bonnes réponses, avant puis après. ${rows
    .map(
      ({ title, before, after }) =>
        `${title} : ${[before, after].map((one) => (one === undefined ? 'non montré' : percent(one))).join(' puis ')}`,
    )
    .join(' ; ')}.`

  return (
    <svg
      width={`${width}mm`}
      height={`${mm(bottom + 1)}mm`}
      viewBox={`0 0 ${width} ${mm(bottom + 1)}`}
      role="img"
      aria-label={fr(label)}
    >
      {[0, 1].map((share) => (
        <g key={share}>
          <line x1={at(share)} x2={at(share)} y1={top - 2.4} y2={mm(bottom)} stroke="var(--line)" strokeWidth={0.25} />
          <text x={at(share)} y={2.4} fontSize={size8} textAnchor="middle" style={{ fill: 'var(--ink-2)' }}>
            {share === 0 ? '0' : fr('100 %')}
          </text>
        </g>
      ))}
      {rows.map((row, index) => (
        <CaseLine key={row.id} row={row} y={top + index * rowHeight} at={at} />
      ))}
    </svg>
  )
}

type CaseLineProps = { readonly row: QuizRow; readonly y: number; readonly at: (share: number) => number }

function CaseLine({ row: { title, before, after }, y, at }: CaseLineProps) {
  const worse = before !== undefined && after !== undefined && after < before
  const colour = worse ? 'var(--warning)' : 'var(--level-4)'
  const said = title.length > longest ? `${title.slice(0, longest - 1)}…` : title
  return (
    <g>
      <text x={0} y={mm(y + 1)} fontSize={size8} fontWeight={worse ? 600 : 400}>
        {fr(said)}
      </text>
      {before !== undefined && after !== undefined && before !== after && (
        <line
          x1={mm(at(before))}
          x2={mm(at(after))}
          y1={mm(y)}
          y2={mm(y)}
          stroke={worse ? 'var(--warning)' : 'var(--level-2)'}
          strokeWidth={worse ? 0.5 : 0.9}
        />
      )}
      {before !== undefined && (
        <circle cx={mm(at(before))} cy={mm(y)} r={1.1} fill="var(--paper)" stroke={colour} strokeWidth={0.35} />
      )}
      {after !== undefined && <circle cx={mm(at(after))} cy={mm(y)} r={1.3} fill={colour} />}
      {after !== undefined && (
        <text
          x={worse ? mm(at(after) - 2.4) : width}
          y={mm(y + 1)}
          fontSize={size8}
          fontWeight={600}
          textAnchor="end"
          style={{ fill: worse ? 'var(--warning)' : 'var(--ink)' }}
        >
          {worse ? `recule, ${numberFr(100 * after)}` : numberFr(100 * after)}
        </text>
      )}
      {before !== undefined && before !== after && (
        <text
          x={mm(at(before) + (worse ? 2.2 : -2.2))}
          y={mm(y + 1)}
          fontSize={size8}
          textAnchor={worse ? 'start' : 'end'}
          style={{ fill: 'var(--ink-2)' }}
        >
          {numberFr(100 * before)}
        </text>
      )}
    </g>
  )
}

function percent(share: number): string {
  return `${numberFr(100 * share)} %`
}
