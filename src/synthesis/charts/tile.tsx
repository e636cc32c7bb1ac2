import type { AnswerKind, Grade } from '#src/scoring/score.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'

/** Type sizes inside drawings, whose unit is the millimetre. */
export const size8 = 2.822
const size9 = 3.175

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Solid: proved. Hatched: declared only. Dashed and empty: no level. Numeral: level. Letter: grade. */
export function Tile(props: {
  readonly box: Box
  readonly answer: AnswerKind
  readonly level?: Level | undefined
  readonly grade: Grade
  readonly bare?: boolean
}) {
  const { box, answer, level, grade, bare } = props
  const { x, y, width, height } = box
  const middle = y + height / 2 + 1.55
  if (level === undefined) {
    return (
      <g>
        <rect
          x={x + 0.125}
          y={y + 0.125}
          width={width - 0.25}
          height={height - 0.25}
          fill="none"
          stroke="var(--line-strong)"
          strokeWidth={0.25}
          strokeDasharray="1 .8"
        />
        {bare !== true && (
          <text className="d" x={x + 2} y={middle} fontSize={4.4} fontWeight={600} style={{ fill: 'var(--ink-2)' }}>
            {answer === 'unknown' ? '?' : '–'}
          </text>
        )}
      </g>
    )
  }
  const declared = grade === 'C'
  const edge = `var(--level-${declared ? Math.max(level, 3) : level})`
  const ink = declared || level < 3 ? 'var(--ink)' : '#fff'
  return (
    <g>
      {declared ? (
        <>
          <path
            d={hatch({ x: x + 0.2, y: y + 0.2, width: width - 0.4, height: height - 0.4 }, hatchStep[level])}
            stroke={edge}
            strokeWidth={0.42}
            fill="none"
          />
          <rect
            x={x + 0.125}
            y={y + 0.125}
            width={width - 0.25}
            height={height - 0.25}
            fill="none"
            stroke={edge}
            strokeWidth={0.25}
          />
          {bare !== true && (
            <rect x={x + 1} y={y + 1.1} width={Math.min(8.2, width - 2)} height={height - 2.2} fill="var(--paper)" />
          )}
        </>
      ) : (
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          fill={edge}
          {...(level < 3 ? { stroke: 'var(--line-strong)', strokeWidth: 0.25 } : {})}
        />
      )}
      {bare !== true && (
        <>
          <text className="d" x={x + 2} y={middle} fontSize={4.6} fontWeight={600} style={{ fill: ink }}>
            {level}
          </text>
          <text x={x + 5.6} y={middle} fontSize={size9} fontWeight={600} style={{ fill: ink }}>
            {grade}
          </text>
        </>
      )}
    </g>
  )
}

const hatchStep: Readonly<Record<Level, number>> = { 1: 2.7, 2: 1.9, 3: 1.5, 4: 1.2 }

/** Lines at 45°, cut to the box by arithmetic: Chromium turns an SVG pattern into a bitmap in the PDF. */
function hatch({ x, y, width, height }: Box, step: number): string {
  const count = Math.max(0, Math.ceil((width + height - step / 2) / step))
  return Array.from({ length: count }, (_, index) => {
    const k = step / 2 + index * step
    const from = k <= width ? [x + k, y] : [x + width, y + k - width]
    const to = k <= height ? [x, y + k] : [x + k - height, y + height]
    return `M${from.map(mm).join(' ')}L${to.map(mm).join(' ')}`
  }).join('')
}

/** Hundredths of a millimetre are enough. */
export function mm(value: number): string {
  return String(Math.round(value * 100) / 100)
}
