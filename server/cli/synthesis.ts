import { hash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { ok, refused } from '#src/shared/result.ts'
import { synthesisOf } from '#src/synthesis/synthesis.ts'
import { openHtmlPrinter } from '#server/pdf/html-printer.ts'
import { printSynthesis } from '#server/pdf/print.ts'
import { missingArgument, parseArguments } from './arguments.ts'
import type { Outcome } from './outcome.ts'
import { readSheet } from './sheet.ts'

/** Audiences there is a document for, by method. */
const audiences: ReadonlySet<string> = new Set(['full'])

/** `synthesis FILE --audience full --out OUT.pdf [--questionnaires DIR]`: prints without a server. */
export async function synthesisCommand(args: readonly string[]): Promise<Outcome> {
  const parsed = parseArguments(args, { most: 1, options: ['audience', 'out', 'questionnaires'] })
  if (!parsed.ok) return parsed

  const [file] = parsed.value.positionals
  const { out, audience, questionnaires } = parsed.value.options
  if (file === undefined) return missingArgument('FILE')
  if (audience === undefined) return missingArgument('--audience')
  if (out === undefined) return missingArgument('--out')
  if (!audiences.has(audience)) return refused([{ code: 'unknown-audience', path: '', details: { value: audience } }])

  const read = await readSheet(file, questionnaires)
  if (!read.ok) return read

  const { questionnaire, sha256, sheet } = read.value
  const score = scoreAnswerSheet(questionnaire, sha256, sheet)
  const fingerprint = hash('sha256', JSON.stringify({ sheet, score }), 'hex')
  const synthesis = synthesisOf({ questionnaire, sheet, score, fingerprint, context: {} })

  const printer = openHtmlPrinter(process.env['CHROMIUM_PATH'])
  try {
    const { pdf } = await printSynthesis(printer, synthesis)
    return await writeFile(out, pdf).then(
      () => ok(''),
      () => refused([{ code: 'not-writable', path: '', details: { value: out } }]),
    )
  } finally {
    await printer.close()
  }
}
