import { linesIn } from '#src/synthesis/charts/label.ts'
import { mm, size8 } from '#src/synthesis/charts/tile.tsx'
import { fr } from '#src/synthesis/french.ts'
import type { AuditSynthesis } from '#src/synthesis/audit/model/audit-synthesis.ts'

const width = 176
const base = 60
const gap = 4.7

/** One column a stage, one block a criterion, its height its weight; black is the law. No result: it may lie on a desk. */
export function Stacks({ stages, tally }: Pick<AuditSynthesis, 'stages' | 'tally'>) {
  const column = (width - gap * (stages.length - 1)) / Math.max(1, stages.length)
  const heaviest = Math.max(1, ...stages.map(({ criteria }) => criteria.reduce((sum, { weight }) => sum + weight, 0)))
  const unit = Math.min(4.1, (base - 2) / heaviest)
  const labels = stages.map(({ shortTitle }) => linesIn(fr(shortTitle), column + gap - 4.5).slice(0, 3))
  const height = base + 2 + 3.6 * Math.max(1, ...labels.map((lines) => lines.length))
  const label = `Les ${stages.length} étapes et leurs ${tally.criteria} critères. Aucun résultat ne figure sur cette page.`

  return (
    <svg
      width={`${width}mm`}
      height={`${mm(height)}mm`}
      viewBox={`0 0 ${width} ${mm(height)}`}
      role="img"
      aria-label={fr(label)}
    >
      {stages.map(({ id, criteria }, index) => {
        const x = index * (column + gap)
        let y = base
        return (
          <g key={id}>
            {criteria
              .toSorted((a, b) => Number(b.legal) - Number(a.legal) || b.weight - a.weight)
              .map((criterion) => {
                y -= unit * criterion.weight
                const block = unit * criterion.weight
                return criterion.legal ? (
                  <rect
                    key={criterion.id}
                    x={mm(x)}
                    y={mm(y + 0.8)}
                    width={mm(column)}
                    height={mm(block - 0.8)}
                    fill="var(--ink)"
                  />
                ) : (
                  <rect
                    key={criterion.id}
                    x={mm(x + 0.15)}
                    y={mm(y + 0.95)}
                    width={mm(column - 0.3)}
                    height={mm(block - 1.1)}
                    fill="none"
                    stroke="var(--ink-2)"
                    strokeWidth={0.3}
                  />
                )
              })}
            {labels[index]?.map((line, row) => (
              <text key={`${row} ${line}`} x={mm(x)} y={mm(base + 4.8 + row * 3.6)} fontSize={size8}>
                {line}
              </text>
            ))}
          </g>
        )
      })}
    </svg>
  )
}
