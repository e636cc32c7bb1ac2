import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import { figureFr, numberFr } from '#src/synthesis/french.ts'
import type { Synthesis } from '#src/synthesis/synthesis.ts'
import { launchBrowser } from '#server/pdf/browser.ts'
import { openHtmlPrinter, type HtmlPrinter } from '#server/pdf/html-printer.ts'
import { printSynthesis } from '#server/pdf/print.ts'
import { synthesisPage } from '#server/pdf/synthesis-page.ts'
import { readExample, synthesisWith, type Example } from '#test/support/synthesis/example-synthesis.ts'
import { readPdfBack, squeezed } from '#test/support/synthesis/read-pdf-back.ts'

let printer: HtmlPrinter
let example: Example

beforeAll(async () => {
  printer = openHtmlPrinter()
  example = await readExample()
})
afterAll(() => printer.close())

async function readBack(synthesis: Synthesis) {
  const { pdf, pages } = await printSynthesis(printer, synthesis)
  return { ...(await readPdfBack(pdf)), pages }
}

describe('the synthesis of the example', () => {
  test('is a tagged French document with a title, an outline and six to ten pages', async () => {
    const { pages, raw, info, outline, language } = await readBack(synthesisWith(example))
    expect(pages).toBeGreaterThanOrEqual(6)
    expect(pages).toBeLessThanOrEqual(10)
    expect(language).toBe('fr')
    expect(JSON.stringify(info)).toContain('Les Ateliers du Canal')
    expect(raw).toContain('/MarkInfo')
    expect(JSON.stringify(outline)).toContain('points forts démontrés')
  })

  test('has its headings in order, table headers, and an alternative for every drawing', async () => {
    const { tags } = await readBack(synthesisWith(example))
    const headings = tags.flatMap(({ role }) => (/^H\d$/.test(role ?? '') ? [Number(role?.slice(1))] : []))
    expect(headings[0]).toBe(1)
    expect(headings.filter((level) => level === 1)).toHaveLength(1)
    headings.slice(1).forEach((level, index) => expect(level - (headings[index] ?? 0)).toBeLessThanOrEqual(1))
    expect(tags.filter(({ role }) => role === 'TH').length).toBeGreaterThan(20)
    const figures = tags.filter(({ role }) => role === 'Figure')
    expect(figures.length).toBeGreaterThan(8)
    expect(figures.filter(({ alt }) => alt === undefined || alt === '')).toEqual([])
  })

  test('prints every figure of the score object, and nothing else for it', async () => {
    const { text } = await readBack(synthesisWith(example))
    for (const { score } of example.score.dimensions) {
      const { levelled, applicable } = score.coverage
      expect(text).toContain(squeezed(`couverture ${numberFr((100 * levelled) / applicable)} %`))
      if (score.computable) expect(text).toContain(squeezed(`${numberFr(score.value)} %`))
    }
    for (const result of example.score.indicators) {
      if (!result.computable || result.flags.includes('masked')) continue
      const indicator = example.questionnaire.indicators.find(({ id }) => id === result.id)
      const decimals = indicator?.decimals ?? (result.unit === '%' ? 1 : 2)
      expect(text).toContain(squeezed(figureFr(result.value, result.unit, decimals)))
    }
  })

  test('carries real fonts, none drawn as outlines', async () => {
    const { raw } = await readBack(synthesisWith(example))
    expect(raw).toContain('/CIDFontType2')
    expect(raw).not.toContain('/Type3')
  })

  test('is the same bytes twice', async () => {
    const [one, two] = [
      await printSynthesis(printer, synthesisWith(example)),
      await printSynthesis(printer, synthesisWith(example)),
    ]
    expect(Buffer.compare(one.pdf, two.pdf)).toBe(0)
  })
})

describe('a sheet with little in it', () => {
  test('still makes a document: cover, identity, profile, method', async () => {
    const synthesis = synthesisWith(
      {
        ...example,
        sheet: { ...example.sheet, indicators: {}, keyArguments: [], customElements: [], plan: [], proofs: {} },
      },
      { answers: { 'pouvoir-agir-freins': { level: 3 } } },
    )
    const { pages, text } = await readBack(synthesis)
    expect(pages).toBeLessThanOrEqual(6)
    expect(text).toContain(squeezed('Non calculé'))
    expect(text).toContain(squeezed('Aucune valeur encore'))
  })

  test('says so where nothing applies', async () => {
    const none: CriterionAnswer = { notApplicable: true, reason: 'Sans objet ici.' }
    const answers = Object.fromEntries(Object.keys(example.sheet.answers).map((id) => [id, none]))
    const { text } = await readBack(synthesisWith(example, { answers }))
    expect(text).toContain(squeezed('aucun critère ne concerne la structure'))
  })

  test('shows no value that counts fewer than five people', async () => {
    const people = example.questionnaire.indicators.find(
      ({ countsPeople, calculation, id }) => countsPeople && calculation === 'ratio' && example.sheet.indicators?.[id],
    )
    const id = people?.id ?? ''
    const indicators = { ...example.sheet.indicators, [id]: { numerator: 3, denominator: 4 } }
    const synthesis = synthesisWith(example, { indicators })
    const rows = synthesis.indicators.flatMap((group) => group.rows)
    expect(rows.find((row) => row.id === id)?.result).toEqual({ kind: 'masked' })
    const { text } = await readBack(synthesis)
    expect(text).toContain(squeezed('masqué (moins de 5 personnes)'))
  })
})

describe('hostile texts', () => {
  test('print as text and open no connection', async () => {
    let connections = 0
    const server = createServer((_, response) => response.end('x'))
    server.on('connection', () => {
      connections += 1
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const origin = `http://127.0.0.1:${port}`
    const hostile = [
      `<script src="${origin}/a"></script>`,
      `</style><style>@import url(${origin}/b)`,
      `<meta http-equiv="refresh" content="0;url=${origin}/c">`,
      `"; } @page { background: url(${origin}/d) } \\`,
      `<img src=x onerror=fetch('${origin}/e')>`,
      'مؤسسة اجتماعية \u202eabc 🚲 é\u0301',
    ]
    try {
      for (const name of hostile) {
        const synthesis = synthesisWith(
          example,
          {
            structure: { ...example.sheet.structure, name },
            customElements: [{ title: name, description: name }],
            keyArguments: [{ criterion: 'pouvoir-agir-acces-droits', claim: name }],
          },
          { networkName: name, message: name, identity: [{ id: 'x', label: name, value: name }] },
        )
        const html = await synthesisPage(synthesis)
        expect(html.match(/<style>/g)).toHaveLength(1)
        expect(html).not.toContain(`<script`)
        const { text } = await readBack(synthesis)
        if (name.startsWith('<script')) expect(text).toContain('<scriptsrc=')
      }
      expect(connections).toBe(0)
    } finally {
      await new Promise((resolve) => server.close(resolve))
    }
  })

  test('however long, nothing is wider than the sheet', async () => {
    const long = 'Anticonstitutionnellement'.repeat(6)
    const phrase = `${'Une phrase longue de plus. '.repeat(70)}${long}`
    const synthesis = synthesisWith(
      example,
      {
        structure: { ...example.sheet.structure, name: `${long} ${'et compagnie '.repeat(20)}` },
        answers: Object.fromEntries(
          Object.entries(example.sheet.answers).map(([id, answer]) => [id, { ...answer, example: phrase }]),
        ),
        plan: [{ action: long, owner: long, due: '2026-06-30', successIndicator: phrase }],
        customElements: [{ title: long, description: phrase }],
      },
      { message: phrase, identity: [{ id: 'x', label: long, value: phrase }] },
    )
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      await page.setViewport({ width: 794, height: 1123 })
      await page.emulateMediaType('print')
      await page.setContent(await synthesisPage(synthesis))
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(794)
    } finally {
      await browser.close()
    }
    expect((await readBack(synthesis)).pages).toBeLessThan(40)
  })
})
