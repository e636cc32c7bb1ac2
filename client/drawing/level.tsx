import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import { LevelRod, type RodValue } from './level-rod.tsx'
import { drawingTexts } from './texts-fr.ts'
import './drawing.css'

/** An answer's drawing and words: rod, numeral and name. */
export function Level({ value, names, height = 28 }: LevelProps) {
  return (
    <span className="level">
      <LevelRod value={value} height={height} />
      <span>
        {typeof value === 'number' && <b>{value} </b>}
        {wordsOf(value, names)}
      </span>
    </span>
  )
}

type LevelProps = {
  readonly value: RodValue
  readonly names?: readonly string[] | undefined
  readonly height?: number
}

/** What a rod shows for an answer; no answer is `unanswered`. */
export function rodValueOf(answer: CriterionAnswer | null | undefined): RodValue {
  if (!answer) return 'unanswered'
  if ('level' in answer) return answer.level
  return 'unknown' in answer ? 'unknown' : 'not-applicable'
}

/** « Structuré », « ne sait pas », « non concerné », « sans réponse ». */
export function wordsOf(value: RodValue, names: readonly string[] | undefined): string {
  if (typeof value === 'number') return names?.[value - 1] ?? drawingTexts.levelNames[value - 1] ?? ''
  return drawingTexts.absences[value]
}
