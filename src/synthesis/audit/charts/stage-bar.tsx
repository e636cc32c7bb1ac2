import { labelIn } from '#src/synthesis/charts/label.ts'
import { mm, size8, Tile } from '#src/synthesis/charts/tile.tsx'
import { fr } from '#src/synthesis/french.ts'
import type { Stage, StageCriterion } from '#src/synthesis/audit/model/audit-synthesis.ts'
import { ScalesPath } from './scales.tsx'
import { gap, type Placed, placedIn, rowsOf, unitOf, width } from './stage-rows.ts'

const top = 4
const height = 7.8
/** What the scales take over the bar: inside the drawing, or they would print at the foot of the sheet before. */
const above = 0.9
const leading = 3.4
/** Under this, the letter would touch the numeral. */
const narrow = 10.5
/** Mean width of a character at 8 pt. */
const charWidth = 1.5

/** All the applicable weight of a stage: legal criteria first, under a black rule; a warning is framed and numbered. */
export function StageBar({ stage }: { readonly stage: Stage }) {
  const applicable = stage.criteria.filter(({ answer }) => answer !== 'notApplicable').toSorted(strongestFirst)
  const rows = rowsOf(applicable)
  const unit = Math.min(...rows.map(unitOf))
  let total = 0
  const drawn = rows.map((row) => {
    const { end, placed } = placedIn(row, unit)
    const labels = labelsOf(placed)
    const y = total
    total += top + height + 0.6 + leading * Math.max(1, ...labels.map((lines) => lines.length)) + 0.6
    return { y, end, placed, labels, hasLaw: row.lawful.length > 0 }
  })

  return (
    <svg
      width={`${width}mm`}
      height={`${mm(total + above)}mm`}
      viewBox={`0 ${-above} ${width} ${mm(total + above)}`}
      role="img"
      aria-label={fr(described(stage))}
    >
      {drawn.map(({ y, end, placed, labels, hasLaw }) => (
        <g key={y} transform={`translate(0 ${mm(y)})`}>
          {hasLaw && (
            <>
              <ScalesPath x={0} y={-above} size={3.5} />
              <rect x={4.6} y={1} width={mm(Math.max(0, end - 4.6))} height={0.7} fill="var(--ink)" />
            </>
          )}
          {placed.map((tile, index) => (
            <g key={tile.criterion.id}>
              <CriterionTile tile={tile} />
              <Label tile={tile} lines={labels[index] ?? []} />
            </g>
          ))}
        </g>
      ))}
    </svg>
  )
}

function Label({ tile, lines }: { readonly tile: Placed; readonly lines: readonly string[] }) {
  const { warning, support } = tile.criterion
  return lines.map((line, row) => (
    <text
      key={`${row} ${line}`}
      x={mm(spillsBack(tile, line) ? tile.x + tile.width : tile.x)}
      y={mm(top + height + 3.4 + row * leading)}
      textAnchor={spillsBack(tile, line) ? 'end' : 'start'}
      fontSize={size8}
      fontWeight={warning === undefined && support === undefined ? 400 : 600}
      {...(warning === undefined ? {} : { style: { fill: 'var(--warning)' } })}
    >
      {line}
    </text>
  ))
}

/** A label wider than its tile goes whole on the third line, where those of its neighbours leave it free. */
function labelsOf(placed: readonly Placed[]): readonly (readonly string[])[] {
  const labels = placed.map(({ criterion, width: own }) => labelIn(fr(criterion.shortTitle), own + gap - 0.6))
  const spilling = placed.map(({ criterion, width: own }) => {
    const longest = Math.max(
      ...fr(criterion.shortTitle)
        .split(' ')
        .map((word) => word.length),
    )
    return own < narrow && longest * charWidth > own + gap
  })
  const isFree = labels.every((lines, at) => spilling[at] === true || lines.length <= 2)
  if (!isFree || spilling.filter((each) => each).length !== 1) return labels
  return labels.map((lines, at) =>
    spilling[at] === true ? ['', '', fr(placed[at]?.criterion.shortTitle ?? '')] : lines,
  )
}

/** Wider than its tile, at the end of the bar: it ends with the tile. */
function spillsBack({ x, width: own }: Placed, line: string): boolean {
  return own < narrow && line.length * charWidth > own + gap && x + line.length * charWidth > width
}

function CriterionTile({ tile: { criterion, x, width: own } }: { readonly tile: Placed }) {
  const { answer, level, grade, warning, support } = criterion
  return (
    <>
      <Tile box={{ x, y: top, width: own, height }} answer={answer} level={level} grade={grade} bare={own < narrow} />
      {own < narrow && level !== undefined && <NarrowLevel x={x} criterion={criterion} />}
      {warning !== undefined && (
        <>
          <rect
            x={mm(x + 0.4)}
            y={top + 0.4}
            width={mm(own - 0.8)}
            height={height - 0.8}
            fill="none"
            stroke="var(--warning)"
            strokeWidth={0.8}
          />
          <rect
            x={mm(x + own - 7.6)}
            y={top - 2.2}
            width={7.2}
            height={4.4}
            rx={0.6}
            fill="var(--warning)"
            stroke="var(--paper)"
            strokeWidth={0.5}
          />
          <text
            x={mm(x + own - 4)}
            y={top + 1}
            fontSize={size8}
            fontWeight={700}
            textAnchor="middle"
            style={{ fill: '#fff' }}
          >
            {`V${warning}`}
          </text>
        </>
      )}
      {support !== undefined && (
        <>
          <circle
            cx={mm(x + own - 3.4)}
            cy={top + 0.1}
            r={2.35}
            fill="var(--accent)"
            stroke="var(--paper)"
            strokeWidth={0.5}
          />
          <text
            x={mm(x + own - 3.4)}
            y={top + 1.15}
            fontSize={size8}
            fontWeight={700}
            textAnchor="middle"
            style={{ fill: '#fff' }}
          >
            {support}
          </text>
        </>
      )}
    </>
  )
}

function NarrowLevel({ x, criterion }: { readonly x: number; readonly criterion: StageCriterion }) {
  const { level = 1, grade } = criterion
  const light = grade === 'C' || level < 3
  return (
    <>
      {grade === 'C' && <rect x={mm(x + 0.5)} y={top + 1.1} width={6.4} height={height - 2.2} fill="var(--paper)" />}
      <text
        className="d"
        x={mm(x + 1)}
        y={mm(top + height / 2 + 1.55)}
        fontSize={4.6}
        fontWeight={600}
        style={{ fill: light ? 'var(--ink)' : '#fff' }}
      >
        {level}
      </text>
      <text
        x={mm(x + 4.2)}
        y={mm(top + height / 2 + 1.55)}
        fontSize={3.175}
        fontWeight={600}
        style={{ fill: light ? 'var(--ink)' : '#fff' }}
      >
        {grade}
      </text>
    </>
  )
}

function strongestFirst(a: StageCriterion, b: StageCriterion): number {
  return (b.level ?? 0) - (a.level ?? 0) || a.grade.localeCompare(b.grade) || b.weight - a.weight
}

function described({ title, criteria }: Stage): string {
  const parts = criteria.map(({ title: name, legal, answer, level, grade, warning, support }) => {
    const state = {
      level: `niveau ${level}, solidité ${grade}`,
      unknown: 'ne sait pas',
      unanswered: 'sans réponse',
      notApplicable: 'non concerné',
    }[answer]
    return `${name}${legal ? ', obligation légale' : ''} : ${state}${warning === undefined ? '' : `, vigilance ${warning}`}${support === undefined ? '' : `, point d’appui ${support}`}`
  })
  return `${title}. ${parts.join(' ; ')}.`
}
