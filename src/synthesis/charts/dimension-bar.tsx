import type { ProfileCriterion, ProfileDimension } from '#src/synthesis/model/profile.ts'
import { fr } from '#src/synthesis/french.ts'
import { linesIn } from './label.ts'
import { mm, size8, Tile } from './tile.tsx'

const width = 131
const top = 2.6
const height = 8.6
const gap = 0.8

/** One bar is all the applicable weight of a dimension, strongest and best proved first, what has no level last. */
export function DimensionBar({ dimension }: { readonly dimension: ProfileDimension }) {
  const applicable = dimension.criteria.filter(({ answer }) => answer !== 'notApplicable').toSorted(strongestFirst)
  const weight = applicable.reduce((sum, criterion) => sum + criterion.weight, 0)
  let x = 0
  const tiles = applicable.map((criterion) => {
    const own = ((width + gap) * criterion.weight) / weight
    const start = x
    x += own
    return { criterion, x: start, width: own - gap, lines: linesIn(fr(criterion.shortTitle), own - 1.2).slice(0, 3) }
  })
  const lines = Math.max(1, ...tiles.map((tile) => tile.lines.length))
  const total = top + height + 1.5 + lines * 3.5

  return (
    <svg
      width={`${width}mm`}
      height={`${total}mm`}
      viewBox={`0 0 ${width} ${total}`}
      role="img"
      aria-label={fr(described(dimension))}
    >
      {tiles.map(({ criterion, lines: label, ...tile }) => (
        <g key={criterion.id}>
          <Tile
            box={{ x: tile.x, y: top, width: tile.width, height }}
            answer={criterion.answer}
            level={criterion.level}
            grade={criterion.grade}
          />
          {label.map((line, index) => (
            <text
              key={`${index} ${line}`}
              x={mm(tile.x)}
              y={top + height + 3.5 + index * 3.5}
              fontSize={size8}
              fontWeight={criterion.argument === undefined ? 400 : 600}
            >
              {line}
            </text>
          ))}
          {criterion.argument !== undefined && (
            <>
              <circle
                cx={mm(tile.x + tile.width - 2.6)}
                cy={top + 0.2}
                r={2.35}
                fill="var(--accent)"
                stroke="var(--paper)"
                strokeWidth={0.5}
              />
              <text
                x={mm(tile.x + tile.width - 2.6)}
                y={top + 1.25}
                fontSize={size8}
                fontWeight={700}
                textAnchor="middle"
                style={{ fill: '#fff' }}
              >
                {criterion.argument}
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  )
}

function strongestFirst(a: ProfileCriterion, b: ProfileCriterion): number {
  return (b.level ?? 0) - (a.level ?? 0) || a.grade.localeCompare(b.grade) || b.weight - a.weight
}

function described({ title, criteria }: ProfileDimension): string {
  const parts = criteria.map(({ title: name, answer, level, grade, toDemonstrate, argument, weight }) => {
    const state = {
      level: `niveau ${level}, solidité ${grade}`,
      unknown: 'ne sait pas',
      unanswered: 'sans réponse',
      notApplicable: 'non concerné',
    }[answer]
    return `${name} (poids ${weight}) : ${state}${toDemonstrate ? ', à démontrer' : ''}${argument === undefined ? '' : `, argument fort ${argument}`}`
  })
  return `${title}. ${parts.join(' ; ')}.`
}
