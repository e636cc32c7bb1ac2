import type { Level } from '#src/questionnaire/questionnaire.ts'

/** What a rod shows: a level, or one of the three absences, each with its own drawing. */
export type RodValue = Level | 'unknown' | 'not-applicable' | 'unanswered'

/**
 * A level as four segments filled from the bottom. Unknown is hatched, not applicable dashed and struck, unanswered
 * dashed and empty. Always beside its words: the drawing is hidden from screen readers.
 */
export function LevelRod({ value, height = 44 }: { readonly value: RodValue; readonly height?: number }) {
  const level = typeof value === 'number' ? value : 0
  const dashed = value === 'not-applicable' || value === 'unanswered'

  return (
    <svg width={(height * 14) / 46.3} height={height} viewBox="0 0 14 46.3" aria-hidden="true">
      {[0, 1, 2, 3].map((segment) => {
        const filled = segment < level
        const y = 31.9 - segment * 10.3
        return (
          <g key={segment}>
            <rect
              x="1"
              y={y}
              width="12"
              height="8.4"
              rx="1.6"
              fill={filled ? `var(--level-${level})` : 'var(--surface)'}
              stroke={filled ? 'var(--level-edge)' : 'var(--line-control)'}
              strokeWidth="1.3"
              strokeDasharray={dashed ? '2 1.7' : undefined}
            />
            {value === 'unknown' && (
              <path
                d={`M2 ${y + 7.6} L6.6 ${y + 0.8} M7 ${y + 7.6} L11.8 ${y + 0.8}`}
                stroke="var(--ink-3)"
                strokeWidth="1.2"
              />
            )}
          </g>
        )
      })}
      <path d="M4.4 40.7 L7 45.7 L9.6 40.7" fill={level > 0 ? 'var(--level-edge)' : 'var(--line-control)'} />
      {value === 'not-applicable' && <path d="M1 36.3 L13 6" stroke="var(--ink-3)" strokeWidth="1.6" />}
    </svg>
  )
}
