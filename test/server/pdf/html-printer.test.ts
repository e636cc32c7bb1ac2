import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchPrintBrowser } from '#server/pdf/browser.ts'
import { openHtmlPrinter, type HtmlPrinter } from '#server/pdf/html-printer.ts'
import { pageCount, withoutDates } from '#server/pdf/pdf-dates.ts'

let printer: HtmlPrinter

beforeAll(() => {
  printer = openHtmlPrinter()
})
afterAll(() => printer.close())

const page = (body: string, head = '') =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title>${head}</head><body>${body}</body></html>`

describe('the printer', () => {
  test('prints as many pages as the document has', async () => {
    const pdf = await printer.print(
      page('<p>un</p><p style="break-before: page">deux</p><p style="break-before: page">trois</p>'),
    )
    expect(Buffer.from(pdf.subarray(0, 5)).toString('latin1')).toBe('%PDF-')
    expect(pageCount(pdf)).toBe(3)
  })

  test('prints the same document twice as the same bytes', async () => {
    const html = page('<h1>Les Ateliers du Canal</h1><p>Synthèse</p>')
    const [one, two] = [await printer.print(html), await printer.print(html)]
    expect(Buffer.compare(one, two)).toBe(0)
  })

  test('serves several at once, each with its own document', async () => {
    const pages = [1, 2, 3, 4, 5].map((count) =>
      page('<p style="break-after: page">x</p>'.repeat(count - 1) + '<p>fin</p>'),
    )
    const printed = await Promise.all(pages.map((html) => printer.print(html)))
    expect(printed.map(pageCount)).toEqual([1, 2, 3, 4, 5])
  })

  test('runs no script', async () => {
    const html = page('<p id="p">un</p><script>document.write("<p style=\'break-before: page\'>deux</p>")</script>')
    expect(pageCount(await printer.print(html))).toBe(1)
  })
})

test('fixing the dates changes neither the length nor anything else', async () => {
  const browser = await launchPrintBrowser()
  try {
    const tab = await browser.newPage()
    await tab.setContent(page('<p>un</p>'))
    const raw = await tab.pdf()
    const fixed = withoutDates(raw)
    expect(fixed).toHaveLength(raw.length)
    const differing = [...fixed.keys()].filter((index) => fixed[index] !== raw[index])
    expect(differing.length).toBeGreaterThan(0)
    expect(differing.length).toBeLessThanOrEqual(40)
  } finally {
    await browser.close()
  }
})

test('opens no connection, whatever the document asks for', async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('x')
  })
  let connections = 0
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const [named, literal] = [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
  const vectors = [named, literal].flatMap((origin) => [
    `<img src="${origin}/img">`,
    `<img srcset="${origin}/srcset 1x">`,
    `<iframe src="${origin}/iframe"></iframe>`,
    `<object data="${origin}/object"></object>`,
    `<embed src="${origin}/embed">`,
    `<video src="${origin}/video" poster="${origin}/poster"></video>`,
    `<audio src="${origin}/audio"></audio>`,
    `<script src="${origin}/script"></script>`,
    `<svg><image href="${origin}/svg"/><use href="${origin}/use#a"/></svg>`,
    `<div style="background:url(${origin}/background)">x</div>`,
    `<form action="${origin}/form"><input type="image" src="${origin}/input"></form>`,
    `<style>@import url(${origin}/import); @font-face{font-family:x;src:url(${origin}/font)} p{font-family:x}</style><p>x</p>`,
  ])
  const heads = [named, literal].map(
    (origin) =>
      `<link rel="stylesheet" href="${origin}/css"><link rel="prefetch" href="${origin}/prefetch"><link rel="preconnect" href="${origin}"><link rel="dns-prefetch" href="${origin}"><link rel="icon" href="${origin}/icon"><link rel="manifest" href="${origin}/manifest">`,
  )
  try {
    await printer.print(page(vectors.join(''), heads.join('')))
    for (const origin of [named, literal]) {
      await printer
        .print(page('<p>x</p>', `<meta http-equiv="refresh" content="0;url=${origin}/refresh">`))
        .catch(() => undefined)
    }
    expect(asked).toEqual([])
    expect(connections).toBe(0)
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
})
