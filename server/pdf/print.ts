import type { SynthesisContent } from '#src/synthesis/audiences.ts'
import type { HtmlPrinter } from './html-printer.ts'
import { pageCount } from './pdf-dates.ts'
import { synthesisPage } from './synthesis-page.ts'

export type PrintedSynthesis = { readonly pdf: Uint8Array; readonly pages: number }

/** Prints a synthesis as a tagged PDF; the same synthesis gives the same bytes. */
export async function printSynthesis(printer: HtmlPrinter, content: SynthesisContent): Promise<PrintedSynthesis> {
  const pdf = await printer.print(await synthesisPage(content))
  return { pdf, pages: pageCount(pdf) }
}
