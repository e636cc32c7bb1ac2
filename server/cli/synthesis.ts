import { hash } from 'node:crypto'
import { stat, writeFile } from 'node:fs/promises'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { ok, refused } from '#src/shared/result.ts'
import { audienceDocuments, audienceFor } from '#src/synthesis/audiences.ts'
import { composeFor } from '#src/synthesis/compose.ts'
import { openHtmlPrinter } from '#server/pdf/html-printer.ts'
import { printSynthesis } from '#server/pdf/print.ts'
import { parseArguments } from './arguments.ts'
import type { CommandProblem, Outcome } from './outcome.ts'
import { readSheet } from './sheet.ts'

/** `synthesis FILE --audience full|lcd-internal|lcd-public --out OUT.pdf [--questionnaires DIR]`: prints without a server. */
export async function synthesisCommand(args: readonly string[]): Promise<Outcome> {
  const options = ['audience', 'out', 'questionnaires']
  const parsed = parseArguments(args, { most: 1, options, needs: ['FILE', '--audience', '--out'] })
  if (!parsed.ok) return parsed

  const { FILE: file, '--audience': audience, '--out': out } = parsed.value.given
  const isKnown = Object.hasOwn(audienceDocuments, audience)
  const ofAudience: readonly CommandProblem[] = isKnown
    ? []
    : [{ code: 'unknown-audience', path: '', details: { value: audience } }]

  const read = await readSheet(file, parsed.value.options['questionnaires'])
  if (!read.ok) return refused([...ofAudience, ...read.problem])
  if (!isKnown) return refused(ofAudience)

  const { questionnaire, sha256, sheet } = read.value
  const document = audienceFor(questionnaire, audience)
  if (document === undefined)
    return refused([{ code: 'audience-of-another-journey', path: '', details: { value: audience } }])

  if (await isSameFile(file, out)) return refused([{ code: 'not-writable', path: '', details: { value: out } }])

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

/** Whether the document would be written over the answers themselves, under whatever name. */
async function isSameFile(file: string, out: string): Promise<boolean> {
  const [one, other] = await Promise.all([stat(file), stat(out).catch(() => undefined)])
  return other !== undefined && one.ino === other.ino && one.dev === other.dev
}
