import type { Level } from '#src/questionnaire/questionnaire.ts'
import type { Grade } from '#src/scoring/score.ts'

export function GradeMark({ grade }: { readonly grade: Grade }) {
  return (
    <span className={`g g-${grade}`}>
      <span className="sr">solidité </span>
      {grade}
    </span>
  )
}

/** Four squares: filled today, a dot where the action aims. */
export function LevelMark({ level, target }: { readonly level: Level; readonly target?: Level | undefined }) {
  const aim = target ?? level
  return (
    <svg
      className="lv"
      width="12.3mm"
      height="2.8mm"
      viewBox="0 0 12.3 2.8"
      role="img"
      aria-label={`niveau ${level} sur 4${target === undefined ? '' : `, visé ${target}`}`}
    >
      {[0, 1, 2, 3].map((index) => (
        <g key={index}>
          <rect
            x={index * 3.1 + 0.15}
            y={0.15}
            width={2.5}
            height={2.5}
            fill={index < level ? 'var(--level-4)' : 'none'}
            stroke="var(--level-4)"
            strokeWidth={0.25}
          />
          {index >= level && index < aim && <circle cx={index * 3.1 + 1.4} cy={1.4} r={0.65} fill="var(--level-4)" />}
        </g>
      ))}
    </svg>
  )
}
