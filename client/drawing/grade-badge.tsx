import type { Grade } from '#src/scoring/score.ts'
import { drawingTexts } from './texts-fr.ts'
import './drawing.css'

/** How solid the evidence is: letter, border and ground all differ, and the meaning is read out. */
export function GradeBadge({ grade }: { readonly grade: Grade }) {
  return (
    <span className={`grade grade-${grade}`} role="img" aria-label={drawingTexts.gradeMeanings[grade]}>
      {grade}
    </span>
  )
}
