import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { Score } from '#src/scoring/score.ts'
import type { SynthesisContext } from './synthesis-context.ts'

/** What a synthesis is made from. `sheet` has been parsed against `questionnaire`, and `score` is its result. */
export type SynthesisSource = {
  readonly questionnaire: Questionnaire
  readonly sheet: AnswerSheet
  readonly score: Score
  /** SHA-256 of the content this document shows, in hexadecimal. */
  readonly fingerprint: string
  readonly context: SynthesisContext
}
