import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, test } from 'vitest'
import { parseAnswerSheet } from '#src/answers/parse-answer-sheet.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { synthesisOf, type Synthesis } from '#src/synthesis/synthesis.ts'
import { launchPrintBrowser, type Browser } from '#server/pdf/browser.ts'
import { openHtmlPrinter, type HtmlPrinter } from '#server/pdf/html-printer.ts'
import { printSynthesis } from '#server/pdf/print.ts'
import { synthesisPage } from '#server/pdf/synthesis-page.ts'
import { loadVerifiedQuestionnaires } from '#server/questionnaires/verified.ts'
import { report } from './figure.ts'
import { pairedMs } from './timing.ts'

let printer: HtmlPrinter
let browser: Browser
let synthesis: Synthesis

beforeAll(async () => {
  const questionnaires = await loadVerifiedQuestionnaires('questionnaires')
  const file = 'questionnaires/utilite-sociale/1.0.0/examples/les-ateliers-du-canal.json'
  const sheet = parseAnswerSheet(JSON.parse(await readFile(file, 'utf8')), questionnaires)
  const loaded = questionnaires.get('utilite-sociale@1.0.0')
  if (!sheet.ok || loaded === undefined) throw new Error('the example cannot be read')
  const { questionnaire, sha256 } = loaded
  const score = scoreAnswerSheet(questionnaire, sha256, sheet.value)
  synthesis = synthesisOf({ questionnaire, sheet: sheet.value, score, fingerprint: sha256, context: {} })
  printer = openHtmlPrinter()
  browser = await launchPrintBrowser()
}, 120_000)

afterAll(async () => {
  await printer.close()
  await browser.close()
})

test('a warm synthesis from request to bytes, against the same HTML on an open page', async () => {
  const html = await synthesisPage(synthesis)
  const page = await browser.newPage()
  await page.setJavaScriptEnabled(false)
  const [ours, bare] = await pairedMs(
    () => printSynthesis(printer, synthesis),
    async () => {
      await page.setContent(html, { waitUntil: 'load' })
      await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
    },
    15,
  )
  report(
    'a warm synthesis, of setContent and pdf on an open page',
    ours / bare,
    { atMost: 1.4 },
    `${ours.toFixed(0)} ms against ${bare.toFixed(0)} ms`,
  )
})
