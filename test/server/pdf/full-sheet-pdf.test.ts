import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Audience } from '#src/accompaniment/entry.ts'
import { openHtmlPrinter, type HtmlPrinter } from '#server/pdf/html-printer.ts'
import { printSynthesis } from '#server/pdf/print.ts'
import { aFullSheet } from '#test/support/synthesis/a-full-sheet.ts'
import { auditDocument, readAuditExample } from '#test/support/synthesis/example-audit.ts'
import { readExample, synthesisWith, type Example } from '#test/support/synthesis/example-synthesis.ts'
import { laidOut } from '#test/support/synthesis/laid-out.ts'
import { readPdfBack } from '#test/support/synthesis/read-pdf-back.ts'

const words =
  'Nous relisons chaque semaine avec les équipes ce qui a été dit, puis nous décidons de ce qui change. '.repeat(20)
const texts = [
  ['long phrases', words],
  ['no space at all', 'Anticonstitutionnellement'.repeat(80)],
  ['another script', 'مرحبا بالعالم نحن نرحب بالجميع هنا '.repeat(60)],
] as const

let printer: HtmlPrinter
let example: Example
let audit: Example

beforeAll(async () => {
  printer = openHtmlPrinter()
  example = await readExample()
  audit = await readAuditExample()
})
afterAll(() => printer.close())

async function printedAudit(audience: Audience, text: string, level: 1 | 3) {
  const sheet = aFullSheet(audit.questionnaire, { text, level, name: text.slice(0, 300).trim() })
  return readPdfBack((await printSynthesis(printer, auditDocument(audit, audience, { sheet }).content)).pdf)
}

describe('a sheet filled to its limits', () => {
  test.each(texts)('has six to ten internal pages, each marked, and one for the wall: %s', async (_, text) => {
    for (const level of [1, 3] as const) {
      const internal = await printedAudit('lcd-internal', text, level)
      expect(internal.pages.length).toBeGreaterThanOrEqual(6)
      expect(internal.pages.length).toBeLessThanOrEqual(10)
      for (const page of internal.pages) expect(page).toContain('Confidentiel')
      expect((await printedAudit('lcd-public', text, level)).pages).toHaveLength(1)
    }
  })

  test.each(texts)('leaves no title alone on its page: %s', async (_, text) => {
    const sheet = aFullSheet(example.questionnaire, { text })
    const { pages } = await readPdfBack((await printSynthesis(printer, synthesisWith(example, sheet))).pdf)
    for (const page of pages) expect(page.length).toBeGreaterThan(200)
    expect(pages.length).toBeLessThan(60)
  })
})

test.each([undefined, 1, 2, 3, 4] as const)('a profile all at level %s stands on one sheet', async (level) => {
  const ids = example.questionnaire.dimensions.flatMap(({ criteria }) => criteria.map(({ id }) => id))
  const answers = Object.fromEntries(level === undefined ? [] : ids.map((id) => [id, { level }]))
  const { pages } = await readPdfBack((await printSynthesis(printer, synthesisWith(example, { answers }))).pdf)
  const profile = pages.filter((page) => page.includes('Profildessept'))
  expect(profile).toHaveLength(1)
  expect(profile[0]).toContain('Iln’yapasdenoteglobale')
})

describe('a figure of many signs', () => {
  test.each([1250, 125_000, 12_500_000, 1e12])('%d stays in its column', async (value) => {
    const amount = example.questionnaire.indicators.find((one) => one.unit === '€' && one.calculation === 'number')
    if (amount === undefined) throw new Error('an amount of money is among the indicators')
    const synthesis = synthesisWith(example, {
      indicators: { [amount.id]: { value } },
      keyArguments: [{ criterion: 'pouvoir-agir-acces-droits', claim: 'Un fait', indicators: [amount.id] }],
    })
    const beyond = await laidOut(
      synthesis,
      `(() => {
        const range = document.createRange()
        range.selectNodeContents(document.querySelector('.arg .hero'))
        return range.getBoundingClientRect().right - document.querySelector('.arg .fig').getBoundingClientRect().right
      })()`,
    )
    expect(beyond).toBeLessThanOrEqual(0)
  })
})

test('a day stands on one line of its cell, in every month', async () => {
  const plan = Array.from({ length: 12 }, (_, month) => ({
    action: 'Écrire',
    due: `2026-${String(month + 1).padStart(2, '0')}-28`,
  }))
  for (const content of [
    synthesisWith(example, { plan }),
    auditDocument(audit, 'lcd-internal', { sheet: { plan } }).content,
  ]) {
    const days = await laidOut(
      content,
      `[...document.querySelectorAll('.plan tbody td')].filter((cell) => cell.textContent.startsWith('28')).map((cell) => {
        const range = document.createRange()
        range.selectNodeContents(cell)
        const lines = new Set([...range.getClientRects()].map(({ top }) => top)).size
        return lines === 1 && range.getBoundingClientRect().right <= cell.getBoundingClientRect().right
      })`,
    )
    expect(days).toEqual(plan.map(() => true))
  }
})

test('an emoji, which the fonts do not have, leaves no empty box', async () => {
  const name = 'Les Ateliers 👩🏽‍🌾 du Canal 🎉🇫🇷 ❤️'
  const structure = { ...example.sheet.structure, name }
  const { text, info } = await readPdfBack((await printSynthesis(printer, synthesisWith(example, { structure }))).pdf)
  expect(text).toContain('LesAteliersduCanal')
  expect(text).not.toMatch(/\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/u)
  expect(JSON.stringify(info)).not.toMatch(/\p{Emoji_Presentation}/u)
})
