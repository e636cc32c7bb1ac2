import { hash } from 'node:crypto'
import type { SynthesisContent } from '#src/synthesis/audiences.ts'
import { composeFor } from '#src/synthesis/compose.ts'
import { synthesisContextOf } from '#src/synthesis/dossier-context.ts'
import type { HtmlPrinter } from '#server/pdf/html-printer.ts'
import { printSynthesis } from '#server/pdf/print.ts'
import type { Printer } from './printer.ts'

/** The document's read model, printed by the product's own browser. */
export function synthesisPrinter(htmlPrinter: HtmlPrinter): Printer {
  return {
    compose: ({ loaded, audience, networkName, revision, day, quiz, perception, perceptionSkipped }) => {
      const { sheet, input, access } = loaded
      const { questionnaire, dossier, score } = input
      const { isExample } = access
      const about = { networkName, isExample, revision, day, quiz, perception, perceptionSkipped }
      const context = synthesisContextOf({ questionnaire, dossier, score, ...about })
      return composeFor(audience, { questionnaire, sheet, score, context, hash: (text) => hash('sha256', text, 'hex') })
    },
    // Kept by `compose` in this very form.
    print: (content) => printSynthesis(htmlPrinter, content as SynthesisContent),
  }
}
