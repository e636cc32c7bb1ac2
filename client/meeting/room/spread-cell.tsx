import type { Level } from '#src/questionnaire/questionnaire.ts'
import { roomTexts } from './texts-fr.ts'

/** Up to this many, one dot for each answer; beyond, a bar of the same length for the largest count. */
const mostDots = 25

/** How many chose a level: the number, then dots of one size in all rows, so that rows compare at a glance. */
export function SpreadCell({ level, count, largest }: SpreadProps) {
  return (
    <span className="spread">
      <b className="num" aria-hidden="true">
        {count}
      </b>
      <span className="vh">{roomTexts.countAt(count)}</span>
      {largest <= mostDots ? (
        <svg className="spread-dots" viewBox={`0 0 ${width} 60`} aria-hidden="true">
          {Array.from({ length: count }, (_, index) => {
            const { x, y, r } = dotAt(index, largest)
            return (
              <circle
                // Dots are a count: they have no other identity.
                key={index}
                cx={x}
                cy={y}
                r={r}
                fill={`var(--level-${level})`}
                stroke="var(--level-edge)"
                strokeWidth="3"
              />
            )
          })}
        </svg>
      ) : (
        <svg className="spread-dots" viewBox={`0 0 ${width} 60`} preserveAspectRatio="none" aria-hidden="true">
          <rect
            x="1.5"
            y="12"
            width={Math.max(3, (count / largest) * (width - 3))}
            height="36"
            fill={`var(--level-${level})`}
            stroke="var(--level-edge)"
            strokeWidth="3"
            visibility={count === 0 ? 'hidden' : undefined}
          />
        </svg>
      )}
    </span>
  )
}

const width = 348

/** Six large dots fill the row; more are drawn smaller, in two rows from thirteen on. */
function dotAt(index: number, largest: number): { readonly x: number; readonly y: number; readonly r: number } {
  const rows = largest > 12 ? 2 : 1
  const perRow = Math.ceil(largest / rows)
  const step = Math.min(58, width / Math.max(6, perRow))
  const r = Math.min(step * 0.43, rows === 2 ? 13 : 25)
  const row = Math.floor(index / perRow)
  return { x: (index % perRow) * step + r + 2, y: rows === 1 ? 30 : 15 + row * 30, r }
}

type SpreadProps = { readonly level: Level; readonly count: number; readonly largest: number }
