import type { CommandProblem } from './outcome.ts'
import { sentenceOf } from './texts-fr.ts'

/** One problem as one line of JSON, as other people's tools read it. */
export function problemLine({ code, path, details = {}, file, line }: CommandProblem): string {
  return JSON.stringify({ code, path, message: sentenceOf(code, details), file, line })
}
