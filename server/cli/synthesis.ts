import { hash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { ok, refused } from '#src/shared/result.ts'
import { audienceDocuments, audienceFor } from '#src/synthesis/audiences.ts'
import { composeFor } from '#src/synthesis/compose.ts'
import { openHtmlPrinter } from '#server/pdf/html-printer.ts'
import { printSynthesis } from '#server/pdf/print.ts'
import { missingArgument, parseArguments } from './arguments.ts'
import type { Outcome } from './outcome.ts'
import { readSheet } from './sheet.ts'

/** `synthesis FILE --audience full|lcd-internal|lcd-public --out OUT.pdf [--questionnaires DIR]`: prints without a server. */
export async function synthesisCommand(args: readonly string[]): Promise<Outcome> {
  const parsed = parseArguments(args, { most: 1, options: ['audience', 'out', 'questionnaires'] })
  if (!parsed.ok) return parsed

  const [file] = parsed.value.positionals
  const { out, audience, questionnaires } = parsed.value.options
  if (file === undefined) return missingArgument('FILE')
  if (audience === undefined) return missingArgument('--audience')
  if (out === undefined) return missingArgument('--out')
  if (!Object.hasOwn(audienceDocuments, audience))
    return refused([{ code: 'unknown-audience', path: '', details: { value: audience } }])

  const read = await readSheet(file, questionnaires)
  if (!read.ok) return read

  const { questionnaire, sha256, sheet } = read.value
  const document = audienceFor(questionnaire, audience)
  if (document === undefined)
    return refused([{ code: 'audience-of-another-journey', path: '', details: { value: audience } }])

  const score = scoreAnswerSheet(questionnaire, sha256, sheet)
  const { content } = composeFor(document.id, {
    questionnaire,
    sheet,
    score,
    hash: (text) => hash('sha256', text, 'hex'),
  })

  const printer = openHtmlPrinter(process.env['CHROMIUM_PATH'])
  try {
    const { pdf } = await printSynthesis(printer, content)
    return await writeFile(out, pdf).then(
      () => ok(''),
      () => refused([{ code: 'not-writable', path: '', details: { value: out } }]),
    )
  } finally {
    await printer.close()
  }
}
