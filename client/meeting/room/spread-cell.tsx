import type { Level } from '#src/questionnaire/questionnaire.ts'
import { CountDots } from '#client/drawing/count-dots.tsx'
import { roomTexts } from './texts-fr.ts'

/** How many chose a level: the number, then as many dots. */
export function SpreadCell({ level, count, largest }: SpreadProps) {
  return (
    <span className="spread">
      <b className="num" aria-hidden="true">
        {count}
      </b>
      <span className="vh">{roomTexts.countAt(count)}</span>
      <CountDots count={count} largest={largest} fill={`var(--level-${level})`} edge="var(--level-edge)" />
    </span>
  )
}

type SpreadProps = { readonly level: Level; readonly count: number; readonly largest: number }
