import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { Position } from '#src/room/room-events.ts'
import type { RodValue } from '#client/drawing/level-rod.tsx'
import { meetingTexts } from './texts-fr.ts'

/** The drawing of a position; passing is drawn as no answer. */
export function rodOf(position: Position | CriterionAnswer): RodValue {
  if ('level' in position) return position.level
  if ('unknown' in position) return 'unknown'
  return 'notApplicable' in position ? 'not-applicable' : 'unanswered'
}

/** « 2 Ponctuel », « Je ne sais pas ». */
export function positionWords(position: Position | CriterionAnswer, levelNames: readonly string[]): string {
  if ('level' in position) return `${position.level} ${levelNames[position.level - 1] ?? ''}`.trim()
  if ('unknown' in position) return meetingTexts.unknown
  return 'notApplicable' in position ? meetingTexts.notApplicable : meetingTexts.passed
}

export function isSamePosition(one: Position, other: Position | undefined): boolean {
  return other !== undefined && JSON.stringify(one) === JSON.stringify(other)
}
