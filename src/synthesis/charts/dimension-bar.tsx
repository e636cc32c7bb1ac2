import type { ProfileCriterion, ProfileDimension } from '#src/synthesis/model/profile.ts'
import { fr } from '#src/synthesis/french.ts'
import { inRows, weightOf } from './bar-rows.ts'
import { labelIn } from './label.ts'
import { mm, size8, Tile } from './tile.tsx'

const width = 131
const top = 2.6
const height = 8.6
const gap = 0.8

/** A narrower tile could not hold its level and its letter. */
const least = 10
const leading = 3.5

type Placed = {
  readonly criterion: ProfileCriterion
  readonly x: number
  readonly y: number
  readonly width: number
  readonly lines: readonly string[]
}

/** One bar is all the applicable weight of a dimension, strongest and best proved first, what has no level last. */
export function DimensionBar({ dimension }: { readonly dimension: ProfileDimension }) {
  const applicable = dimension.criteria.filter(({ answer }) => answer !== 'notApplicable').toSorted(strongestFirst)
  const { tiles, total } = placed(applicable)

  return (
    <svg
      width={`${width}mm`}
      height={`${total}mm`}
      viewBox={`0 0 ${width} ${total}`}
      role="img"
      aria-label={fr(described(dimension))}
    >
      {tiles.map((tile) => (
        <CriterionTile key={tile.criterion.id} tile={tile} />
      ))}
    </svg>
  )
}

function placed(criteria: readonly ProfileCriterion[]): { readonly tiles: readonly Placed[]; readonly total: number } {
  const rows = inRows(criteria, { width, gap, least })
  const unit = (width + gap) / Math.max(1, ...rows.map(weightOf))
  const tiles: Placed[] = []
  let y = 0
  for (const row of rows) {
    let x = 0
    const own = row.map((criterion): Placed => {
      const start = x
      x += unit * criterion.weight
      const lines = labelIn(fr(criterion.shortTitle), unit * criterion.weight - 1.2)
      return { criterion, x: start, y, width: unit * criterion.weight - gap, lines }
    })
    tiles.push(...own)
    y += top + height + 1.5 + Math.max(1, ...own.map(({ lines }) => lines.length)) * leading
  }
  return { tiles, total: rows.length === 0 ? top + height + 1.5 + leading : y }
}

function CriterionTile({ tile: { criterion, x, y, width: own, lines } }: { readonly tile: Placed }) {
  const { answer, level, grade, argument } = criterion
  return (
    <g>
      <Tile box={{ x, y: y + top, width: own, height }} answer={answer} level={level} grade={grade} />
      {lines.map((line, index) => (
        <text
          key={`${index} ${line}`}
          x={mm(x)}
          y={mm(y + top + height + leading * (index + 1))}
          fontSize={size8}
          fontWeight={argument === undefined ? 400 : 600}
        >
          {line}
        </text>
      ))}
      {argument !== undefined && (
        <>
          <circle
            cx={mm(x + own - 2.6)}
            cy={mm(y + top + 0.2)}
            r={2.35}
            fill="var(--accent)"
            stroke="var(--paper)"
            strokeWidth={0.5}
          />
          <text
            x={mm(x + own - 2.6)}
            y={mm(y + top + 1.25)}
            fontSize={size8}
            fontWeight={700}
            textAnchor="middle"
            style={{ fill: '#fff' }}
          >
            {argument}
          </text>
        </>
      )}
    </g>
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
