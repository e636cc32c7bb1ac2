import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { ok } from '#src/shared/result.ts'
import { parseArguments } from './arguments.ts'
import type { Outcome } from './outcome.ts'
import { readSheet } from './sheet.ts'

/** `score FILE [--questionnaires DIR]`: the score of an answer sheet, as JSON. */
export async function scoreCommand(args: readonly string[]): Promise<Outcome> {
  const parsed = parseArguments(args, { most: 1, options: ['questionnaires'], needs: ['FILE'] })

  if (!parsed.ok) return parsed

  const read = await readSheet(parsed.value.given.FILE, parsed.value.options['questionnaires'])

  if (!read.ok) return read

  const { questionnaire, sha256, sheet } = read.value

  return ok(`${JSON.stringify(scoreAnswerSheet(questionnaire, sha256, sheet), undefined, 2)}\n`)
}
