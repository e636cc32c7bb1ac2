import type { Stage, StageCriterion } from '#src/scoring/stage-map.ts'

const column = 22
const segment = 14
const pitch = 17
const marks = 20
const ground = marks + 4 * pitch + 2

/** A warning's number, by criterion id. */
export type WarningNumbers = ReadonlyMap<string, number>

/**
 * One stage as a surveyor's profile: a rod for each criterion stands on the ground; what a legal duty lacks hangs below.
 * The words beside and the table say the same: the drawing has its own short alternative.
 */
export function StageDrawing({ stage, warnings, label }: StageDrawingProps) {
  const width = stage.criteria.length * column + 8
  return (
    <svg
      className="stage-drawing"
      viewBox={`0 0 ${width} ${ground + 2 * pitch + 26}`}
      style={{ width: `calc(${width} * var(--stage-unit, 1px))` }}
      role="img"
      aria-label={label}
    >
      {stage.criteria.map((criterion, index) => (
        <g key={criterion.id} transform={`translate(${4 + index * column} 0)`}>
          <Rod criterion={criterion} />
          <Gap criterion={criterion} number={warnings.get(criterion.id)} />
        </g>
      ))}
      <path d={`M0 ${ground} H${width}`} stroke="var(--ink)" strokeWidth="2.5" />
    </svg>
  )
}

function Rod({ criterion }: { readonly criterion: StageCriterion }) {
  const { answer, level = 0, legal } = criterion
  const isAbsent = answer === 'notApplicable' || answer === 'unanswered'
  return (
    <>
      {legal && <Scales />}
      {[0, 1, 2, 3].map((rank) => {
        const y = marks + (3 - rank) * pitch
        const isFilled = rank < level
        return (
          <g key={rank}>
            <rect
              x="3"
              y={y}
              width="16"
              height={segment}
              rx="3"
              fill={isFilled ? `var(--level-${level})` : 'var(--surface)'}
              stroke={isFilled ? 'var(--level-edge)' : 'var(--line-control)'}
              strokeWidth="1.4"
              strokeDasharray={isAbsent ? '3 2.4' : undefined}
            />
            {answer === 'unknown' && (
              <path
                d={`M5 ${y + 12} L11 ${y + 2} M11 ${y + 12} L17 ${y + 2}`}
                stroke="var(--ink-3)"
                strokeWidth="1.2"
              />
            )}
          </g>
        )
      })}
      {answer === 'notApplicable' && (
        <path d={`M3 ${marks + 4 * pitch - 3} L19 ${marks}`} stroke="var(--ink-3)" strokeWidth="1.6" />
      )}
    </>
  )
}

/** Hatched ochre: never red, never filled, so that it does not become the whole picture. */
function Gap({ criterion, number }: { readonly criterion: StageCriterion; readonly number: number | undefined }) {
  return (
    <>
      {Array.from({ length: criterion.legalGap }, (_, rank) => {
        const y = ground + 5 + rank * pitch
        return (
          <g key={rank}>
            <rect
              x="3"
              y={y}
              width="16"
              height={segment}
              rx="3"
              fill="var(--warn-tint)"
              stroke="var(--warn)"
              strokeWidth="1.6"
            />
            <path
              d={`M5 ${y + 9} L10 ${y + 2} M7 ${y + 12} L14 ${y + 2} M11 ${y + 12} L17 ${y + 4}`}
              stroke="var(--warn)"
              strokeWidth="1.2"
            />
          </g>
        )
      })}
      {number !== undefined && (
        <g transform={`translate(11 ${ground + 2 * pitch + 15})`}>
          <circle r="10.5" fill="var(--ink)" />
          <text className="stage-number" textAnchor="middle" y="5">
            {number}
          </text>
        </g>
      )}
    </>
  )
}

/** Neither of the fonts holds the scales. */
export function Scales() {
  return (
    <path
      className="stage-scales"
      d="M11 2.5 V14 M7 14 H15 M4.5 4.5 H17.5 M4.5 4.5 L2 10 H7 Z M17.5 4.5 L15 10 H20 Z"
      fill="none"
      stroke="var(--ink-2)"
      strokeWidth="1.3"
      strokeLinejoin="round"
    />
  )
}

type StageDrawingProps = { readonly stage: Stage; readonly warnings: WarningNumbers; readonly label: string }
