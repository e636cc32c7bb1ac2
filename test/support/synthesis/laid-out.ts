import type { SynthesisContent } from '#src/synthesis/audiences.ts'
import { launchBrowser } from '#server/pdf/browser.ts'
import { synthesisPage } from '#server/pdf/synthesis-page.ts'

/** What a script finds in the document as it is laid out for print. */
export async function laidOut(content: SynthesisContent, script: string): Promise<unknown> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.setViewport({ width: 794, height: 1123 })
    await page.emulateMediaType('print')
    await page.setContent(await synthesisPage(content))
    return await page.evaluate(script)
  } finally {
    await browser.close()
  }
}
