import { hash } from 'node:crypto'
import { synthesisContextOf } from '#src/synthesis/dossier-context.ts'
import { synthesisOf, type Synthesis } from '#src/synthesis/synthesis.ts'
import type { HtmlPrinter } from '#server/pdf/html-printer.ts'
import { printSynthesis } from '#server/pdf/print.ts'
import type { Printer } from './printer.ts'

/** The document's read model, printed by the product's own browser. */
export function synthesisPrinter(htmlPrinter: HtmlPrinter): Printer {
  return {
    compose: ({ loaded, networkName, revision, day }) => {
      const { sheet, input, access } = loaded
      const { questionnaire, dossier, score } = input
      const { isExample } = access
      const context = synthesisContextOf({ questionnaire, dossier, score, networkName, isExample, revision, day })
      // Of all that the document shows: the same content has the same fingerprint, whoever prints it.
      const fingerprint = hash('sha256', JSON.stringify({ sheet, score, context }), 'hex')
      return { content: synthesisOf({ questionnaire, sheet, score, fingerprint, context }), fingerprint }
    },
    // Kept by `compose` in this very form.
    print: (content) => printSynthesis(htmlPrinter, content as Synthesis),
  }
}
