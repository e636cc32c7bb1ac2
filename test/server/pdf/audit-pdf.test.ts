import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import type { Audience } from '#src/accompaniment/entry.ts'
import type { SynthesisContext } from '#src/synthesis/synthesis-context.ts'
import { launchBrowser } from '#server/pdf/browser.ts'
import { openHtmlPrinter, type HtmlPrinter } from '#server/pdf/html-printer.ts'
import { printSynthesis } from '#server/pdf/print.ts'
import { synthesisPage } from '#server/pdf/synthesis-page.ts'
import {
  allAt,
  auditDocument,
  auditModel,
  fullContext,
  readAuditExample,
} from '#test/support/synthesis/example-audit.ts'
import type { Example } from '#test/support/synthesis/example-synthesis.ts'
import { readPdfBack, squeezed } from '#test/support/synthesis/read-pdf-back.ts'

let printer: HtmlPrinter
let example: Example
let short: Example

beforeAll(async () => {
  printer = openHtmlPrinter()
  example = await readAuditExample()
  short = await readAuditExample('le-jardin-des-cinq-chemins.json')
})
afterAll(() => printer.close())

type Changes = { readonly sheet?: Partial<AnswerSheet>; readonly context?: SynthesisContext }

async function printed(own: Example, audience: Audience, changes: Changes = {}) {
  return readPdfBack((await printSynthesis(printer, auditDocument(own, audience, changes).content)).pdf)
}

const longName =
  'Association intermédiaire départementale pour l’insertion par l’activité économique et la solidarité des territoires du nord et de l’est'

/** Every way the document may be filled, each of which must hold to its sheets. */
function cases(): readonly (readonly [string, Example, Changes])[] {
  const named = { ...example.sheet.structure, name: longName }
  const full = fullContext(example)
  const ones = allAt(example, 1)
  const fours = allAt(example, 4)
  return [
    ['from the command line, with a plan', example, {}],
    ['from the command line, without a plan', short, {}],
    ['with all that an accompaniment knows', example, { context: full }],
    ['with a long name', example, { sheet: { structure: named }, context: full }],
    [
      'with everything at level 1',
      example,
      { sheet: ones, context: fullContext(example, { ...example.sheet, ...ones }) },
    ],
    ['with everything at level 1 and no plan', example, { sheet: ones }],
    ['with everything at level 4', example, { sheet: fours, context: { ...full, plan: [] } }],
    ['with nothing answered', example, { sheet: { answers: {}, plan: [], proofs: {} } }],
  ]
}

describe('the confidential document', () => {
  test('has six to eight sheets, and says on each that it is confidential', async () => {
    for (const [name, own, changes] of cases()) {
      const { pages } = await printed(own, 'lcd-internal', changes)
      const unmarked = pages.filter((page) => !page.includes('Confidentiel')).length
      expect({ name, unmarked, holds: pages.length >= 6 && pages.length <= 8 }).toEqual({
        name,
        unmarked: 0,
        holds: true,
      })
    }
  })

  test('is a tagged French document with a title, an outline and real fonts', async () => {
    const { raw, info, outline, language } = await printed(example, 'lcd-internal', { context: fullContext(example) })
    expect(language).toBe('fr')
    expect(JSON.stringify(info)).toContain('Les Passerelles du Port')
    expect(raw).toContain('/MarkInfo')
    expect(JSON.stringify(outline)).toContain('critères légaux')
    expect(raw).toContain('/CIDFontType2')
    expect(raw).not.toContain('/Type3')
  })

  test('has its headings in order, table headers, and an alternative for every drawing', async () => {
    const { tags } = await printed(example, 'lcd-internal', { context: fullContext(example) })
    const headings = tags.flatMap(({ role }) => (/^H\d$/.test(role ?? '') ? [Number(role?.slice(1))] : []))
    expect(headings[0]).toBe(1)
    expect(headings.filter((level) => level === 1)).toHaveLength(1)
    headings.slice(1).forEach((level, index) => expect(level - (headings[index] ?? 0)).toBeLessThanOrEqual(1))
    expect(tags.filter(({ role }) => role === 'TH').length).toBeGreaterThan(20)
    const figures = tags.filter(({ role }) => role === 'Figure')
    expect(figures.length).toBeGreaterThan(10)
    expect(figures.filter(({ alt }) => alt === undefined || alt === '')).toEqual([])
  })

  test('shows no result on its cover', async () => {
    const { pages } = await printed(example, 'lcd-internal', { context: fullContext(example) })
    const { warnings, supports } = auditModel(example)
    const [cover = ''] = pages
    expect(cover).not.toContain('igilance')
    expect(cover).not.toContain('%')
    for (const { title } of [...warnings, ...supports]) expect(cover).not.toContain(squeezed(title))
  })

  test('names every warning, and what is done about it', async () => {
    const { text } = await printed(example, 'lcd-internal')
    for (const { title, action } of auditModel(example).warnings) {
      expect(text).toContain(squeezed(title))
      if (action !== undefined) expect(text).toContain(squeezed(action.title))
    }
  })
})

describe('the page for the wall', () => {
  test('is one sheet, whatever it holds', async () => {
    for (const [name, own, changes] of cases()) {
      const { pages } = await printed(own, 'lcd-public', changes)
      expect({ name, sheets: pages.length }).toEqual({ name, sheets: 1 })
    }
    const context = fullContext(example)
    const message = 'Nous refusons toute discrimination, ici et chez nos clients, et nous le disons à chacun. '.repeat(
      7,
    )
    const plan = (context.plan ?? []).map((action) => ({ ...action, description: message }))
    const publishedActions = Object.fromEntries(plan.map(({ id }) => [id, true]))
    const full = await printed(example, 'lcd-public', { context: { ...context, message, plan, publishedActions } })
    expect(full.pages).toHaveLength(1)
    expect(full.text).toContain(squeezed('39 28'))
  })

  test('cuts none of its lines, however long the commitment and the actions', async () => {
    const context = fullContext(example)
    const plan = (context.plan ?? []).map((action, index) => ({
      ...action,
      description: 'Avec toutes les personnes concernées, dans chaque agence et en plusieurs langues. '.repeat(2),
      status: index % 2 === 0 ? ('done' as const) : ('todo' as const),
    }))
    const publishedActions = Object.fromEntries(plan.map(({ id }) => [id, true]))
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      await page.setViewport({ width: 794, height: 1123 })
      await page.emulateMediaType('print')
      for (const times of [1, 2, 3, 4, 5, 6, 7]) {
        for (const [identity, chosen] of [
          [context.identity ?? [], publishedActions],
          [[], publishedActions],
          [[], {}],
        ] as const) {
          const message = 'Nous refusons toute discrimination, ici et chez nos clients, et nous le disons. '.repeat(
            times,
          )
          const changed = { ...context, identity, message, plan, publishedActions: chosen }
          await page.setContent(await synthesisPage(auditDocument(example, 'lcd-public', { context: changed }).content))
          const cut = await page.evaluate(
            '(({ scrollHeight: all, clientHeight: seen }) => all - seen)(document.querySelector(".two"))',
          )
          expect({ times, cut }).toEqual({ times, cut: 0 })
        }
      }
    } finally {
      await browser.close()
    }
  })

  test('says no score, no level, no warning, and not that another document exists', async () => {
    const { text, info } = await printed(example, 'lcd-public', { context: fullContext(example) })
    for (const word of ['%', 'igilance', 'niveau1', 'score', 'onfidenti', 'P1', 'interne'])
      expect(text).not.toContain(word)
    for (const { title } of auditModel(example).warnings) {
      expect(text).not.toContain(squeezed(title))
      expect(JSON.stringify(info)).not.toContain(title)
    }
  })

  test('is tagged, in French, with one first heading', async () => {
    const { raw, tags, language } = await printed(example, 'lcd-public')
    expect(language).toBe('fr')
    expect(raw).toContain('/MarkInfo')
    expect(tags.filter(({ role }) => role === 'H1')).toHaveLength(1)
    expect(raw).not.toContain('/Type3')
  })
})

describe('both documents', () => {
  test.each(['lcd-internal', 'lcd-public'] as const)(
    '%s is the same bytes twice, also from what was kept',
    async (audience) => {
      const { content } = auditDocument(example, audience, { context: fullContext(example) })
      const kept = JSON.parse(JSON.stringify(content)) as typeof content
      const [one, two] = [await printSynthesis(printer, content), await printSynthesis(printer, kept)]
      expect(Buffer.compare(one.pdf, two.pdf)).toBe(0)
    },
  )

  test('are never wider than the sheet, however long the texts; hostile ones print as text', async () => {
    const long = 'Anticonstitutionnellement'.repeat(6)
    const hostile = `<script>alert(1)</script></style>${long}`
    const context = fullContext(example)
    const changes: Changes = {
      sheet: { structure: { ...example.sheet.structure, name: hostile } },
      context: {
        ...context,
        networkName: hostile,
        message: hostile,
        leadPerson: hostile,
        plan: (context.plan ?? []).map((action) => ({
          ...action,
          title: hostile,
          owner: hostile,
          deliverable: hostile,
        })),
        comments: Object.fromEntries(example.score.warnings.map((id) => [id, hostile])),
      },
    }
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      await page.setViewport({ width: 794, height: 1123 })
      await page.emulateMediaType('print')
      for (const audience of ['lcd-internal', 'lcd-public'] as const) {
        const html = await synthesisPage(auditDocument(example, audience, changes).content)
        expect(html.match(/<style>/g)).toHaveLength(1)
        expect(html).not.toContain('<script')
        await page.setContent(html)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(794)
      }
    } finally {
      await browser.close()
    }
  })
})
