import type { ProfileCriterion, ProfileDimension } from '#src/synthesis/model/profile.ts'
import { capitalised, fr, plural } from '#src/synthesis/french.ts'
import { linesIn } from './label.ts'
import { mm, size8 } from './tile.tsx'

const base = 118
const betweenCriteria = 0.66
const betweenDimensions = 5.6
const full = 176
const heights = [0, 29, 58, 87, 116] as const

/** The cover: a bundle is a criterion, its threads its weight, its height its level. Data, so no two covers are alike. */
export function Threads({ dimensions }: { readonly dimensions: readonly ProfileDimension[] }) {
  const criteria = dimensions.flatMap((dimension) => dimension.criteria)
  const units = criteria.reduce((sum, { weight }) => sum + weight, 0)
  const gaps = betweenCriteria * (criteria.length - dimensions.length) + betweenDimensions * (dimensions.length - 1)
  const step = Math.min(5, Math.max(0.4, (full - gaps) / Math.max(1, units)))
  const thread = step * 0.71

  let x = 0
  const placed = dimensions.map((dimension) => {
    const from = x
    const bundles = dimension.criteria.map((criterion) => {
      const start = x
      x += criterion.weight * step + betweenCriteria
      return { criterion, start }
    })
    const width = x - from
    x += betweenDimensions - betweenCriteria
    return { dimension, from, width, bundles }
  })

  return (
    <svg width="176mm" height="130mm" viewBox="0 0 176 130" role="img" aria-label={fr(description(criteria))}>
      {[1, 2, 3, 4].map((level) => (
        <g key={level}>
          <line
            x1={-4}
            x2={full}
            y1={base - (heights[level] ?? 0)}
            y2={base - (heights[level] ?? 0)}
            stroke="var(--sand-2)"
            strokeWidth={0.3}
          />
          <text
            x={-6}
            y={base - (heights[level] ?? 0) + 1.05}
            textAnchor="end"
            fontSize={3.087}
            style={{ fill: 'var(--ink-2)' }}
          >
            {level}
          </text>
        </g>
      ))}
      {placed.map(({ dimension, from, width, bundles }) => (
        <g key={dimension.id}>
          {bundles.map(({ criterion, start }) => (
            <Bundle key={criterion.id} criterion={criterion} start={start} step={step} thread={thread} />
          ))}
          {linesIn(fr(dimension.shortTitle), width + 5)
            .slice(0, 3)
            .map((line, index) => (
              <text key={line} x={mm(from)} y={base + 4.4 + index * 3.6} fontSize={size8}>
                {line}
              </text>
            ))}
        </g>
      ))}
      <line x1={-4} x2={full} y1={base} y2={base} stroke="var(--ink)" strokeWidth={0.35} />
    </svg>
  )
}

type BundleProps = {
  readonly criterion: ProfileCriterion
  readonly start: number
  readonly step: number
  readonly thread: number
}

function Bundle({ criterion, start, step, thread }: BundleProps) {
  const { answer, level, grade, argument, weight } = criterion
  const threads = Array.from({ length: weight }, (_, index) => start + index * step)
  if (answer === 'notApplicable') return null
  if (level === undefined) {
    const dots = answer === 'unknown' ? [0, 1, 2, 3] : [0]
    return threads.flatMap((x) =>
      dots.map((dot) => (
        <circle
          key={`${x} ${dot}`}
          cx={mm(x + thread / 2)}
          cy={base - 2 - dot * 2.9}
          r={Math.min(0.5, thread / 2)}
          fill={answer === 'unknown' ? 'var(--level-4)' : 'none'}
          stroke="var(--level-4)"
          strokeWidth={0.15}
        />
      )),
    )
  }
  const height = heights[level]
  const fill = argument === undefined ? `var(--level-${Math.max(level, 2)})` : 'var(--accent)'
  return (
    <g>
      {threads.map((x) =>
        grade === 'C' ? (
          <rect
            key={x}
            x={mm(x + 0.12)}
            y={base - height + 0.12}
            width={mm(thread - 0.24)}
            height={height - 0.24}
            fill="none"
            stroke={argument === undefined ? 'var(--level-3)' : fill}
            strokeWidth={0.24}
          />
        ) : (
          <rect
            key={x}
            x={mm(x)}
            y={base - height}
            width={mm(thread)}
            height={height}
            fill={fill}
            {...(level < 3 && argument === undefined ? { stroke: 'var(--line-strong)', strokeWidth: 0.2 } : {})}
          />
        ),
      )}
      {argument !== undefined && (
        <text
          className="d"
          x={mm(start + (weight * step - step + thread) / 2)}
          y={base - height - 2}
          textAnchor="middle"
          fontSize={4.2}
          fontWeight={700}
          style={{ fill: 'var(--accent)' }}
        >
          {argument}
        </text>
      )}
    </g>
  )
}

function description(criteria: readonly ProfileCriterion[]): string {
  const levels = [4, 3, 2, 1].map(
    (level) => `${criteria.filter((one) => one.level === level).length} au niveau ${level}`,
  )
  const others = (['unknown', 'unanswered', 'notApplicable'] as const).flatMap((kind) => {
    const count = criteria.filter(({ answer }) => answer === kind).length
    const word = { unknown: 'ne sait pas', unanswered: 'sans réponse', notApplicable: 'non concerné' }[kind]
    return count === 0 ? [] : [`${count} ${word}`]
  })
  return `${criteria.length} ${plural(criteria.length, 'critère')} en un dessin : ${[...levels, ...others].join(', ')}. ${capitalised('chaque fil est une unité de poids, sa hauteur le niveau, de 1 à 4.')}`
}
