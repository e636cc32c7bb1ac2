import { hash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import type { Score } from '#src/scoring/score.ts'
import type { SynthesisContext } from '#src/synthesis/synthesis-context.ts'
import { synthesisOf, type Synthesis } from '#src/synthesis/synthesis.ts'
import { readSheet } from '#server/cli/sheet.ts'

export type Example = {
  readonly questionnaire: Questionnaire
  readonly sha256: string
  readonly sheet: AnswerSheet
  readonly score: Score
}

/** The rich example that comes with the questionnaire of social utility. */
export async function readExample(): Promise<Example> {
  const file = fileURLToPath(
    new URL('../../../questionnaires/utilite-sociale/1.0.0/examples/les-ateliers-du-canal.json', import.meta.url),
  )
  const read = await readSheet(file)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  const { questionnaire, sha256, sheet } = read.value
  return { questionnaire, sha256, sheet, score: scoreAnswerSheet(questionnaire, sha256, sheet) }
}

/** The same with another sheet or context, scored again. */
export function synthesisWith(
  { questionnaire, sha256, sheet }: Example,
  changes: Partial<AnswerSheet> = {},
  context: SynthesisContext = {},
): Synthesis {
  const changed = { ...sheet, ...changes }
  const score = scoreAnswerSheet(questionnaire, sha256, changed)
  const fingerprint = hash('sha256', JSON.stringify({ sheet: changed, score, context }), 'hex')
  return synthesisOf({ questionnaire, sheet: changed, score, fingerprint, context })
}
