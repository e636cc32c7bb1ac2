import type { StartProblem } from '#server/start-refusal.ts'
import { startSentence } from '#server/start-texts-fr.ts'
import type { CommandProblem } from './outcome.ts'
import { sentenceOf } from './texts-fr.ts'

/** A warning as one line of JSON: it says so, since it shares standard error with problems. */
export function warningLine({ code, path, details = {}, file, line }: CommandProblem): string {
  return JSON.stringify({ code, severity: 'warning', path, message: sentenceOf(code, details), file, line })
}

/** One problem as one line of JSON, as other people's tools read it. */
export function problemLine({ code, path, details = {}, file, line }: CommandProblem): string {
  return JSON.stringify({ code, path, message: sentenceOf(code, details), file, line })
}

/** What keeps Jalon from its database, as one problem. */
export function startProblemLine(problem: StartProblem): string {
  return JSON.stringify({ code: problem.code, path: '', message: startSentence(problem) })
}
