import { randomUUID } from 'node:crypto'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PerceptionTickets } from '#src/contract/awareness.ts'
import type { Guidance } from '#src/questionnaire/sections/awareness.ts'
import { qrPath } from '#src/room/qr.ts'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { prepareAudit } from '#test/support/journey/phone.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'

/** What leaves on paper, as the browser prints it: tickets to cut, the poster, what to do in a serious situation. */
let jalon: RunningJalon
let browser: Browser
let advisor: Visitor
let id: string

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'no' }), launchBrowser(undefined)])
  advisor = await openVisitor(browser, jalon.address)
  await advisor.enter(jalon.advisorLink)
  id = await prepareAudit(advisor)
})

afterAll(async () => {
  await browser?.close()
  await jalon?.stop()
})

test('forty tickets print whole, each code once beside its QR code, and nothing else', async () => {
  const opened = await advisor.call<PerceptionTickets>('POST', `/accompaniments/${id}/perception`, {
    operationId: randomUUID(),
    invited: 40,
    until: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
    informationDisplayed: true,
  })
  const tickets = opened.body.tickets.map((ticket) => ({
    code: `${ticket.slice(0, 4)} ${ticket.slice(4)}`,
    squares: squaresOf(`${jalon.address}/join#${ticket}`),
  }))
  expect(tickets).toHaveLength(40)

  const pages = await printed(`/accompaniments/${id}/tickets`)
  expect(pages.length).toBeLessThanOrEqual(4)
  const everything = pages.map(({ text }) => text).join(' ')
  for (const { code } of tickets) expect(timesIn(everything, code)).toBe(1)
  for (const { text, drawings } of pages) {
    const here = tickets.filter(({ code }) => text.includes(code))
    expect(here.length).toBeGreaterThan(0)
    // The whole of each ticket is where its code is: what to do with it, until when, its own QR code.
    for (const part of ['Comment ça se passe ici', 'Scannez', 'Jusqu’au']) expect(timesIn(text, part)).toBe(here.length)
    expect(drawings.filter((squares) => squares >= squaresOf('a')).toSorted(bySize)).toEqual(
      here.map(({ squares }) => squares).toSorted(bySize),
    )
  }
  expectOnlyTheSheet(pages)
})

test('the poster fills one page', async () => {
  const pages = await printed(`/accompaniments/${id}/poster`)
  expect(pages).toHaveLength(1)
  expect(pages[0]?.text).toContain('Les Ateliers du Canal')
  expectOnlyTheSheet(pages)
})

test('what to do in a situation prints with every number and address, on two pages at most', async () => {
  const { steps } = (await advisor.call<Guidance>('GET', '/guidance')).body
  const pages = await printed('/guidance')
  expect(pages.length).toBeLessThanOrEqual(2)
  const text = pages.map((page) => page.text).join(' ')
  for (const step of steps) {
    expect(text).toContain(plain(step.title))
    for (const { label, phone, url } of step.contacts ?? []) {
      expect(text).toContain(plain(label))
      if (phone !== undefined) expect(text).toContain(plain(phone))
      if (url !== undefined) expect(text).toContain(new URL(url).host.replace(/^www\./, ''))
    }
  }
  expect(text).not.toContain('Quitter vite')
  expectOnlyTheSheet(pages)
})

type PrintedPage = {
  readonly text: string
  /** Of each path that is drawn, how many squares it holds. */
  readonly drawings: readonly number[]
  /** Pieces of text that leave the paper. */
  readonly clipped: readonly string[]
}

async function printed(path: string): Promise<readonly PrintedPage[]> {
  const { page } = advisor
  await advisor.go(path)
  await page.waitForFunction(
    () => document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null,
    { polling: 'mutation' },
  )
  await page.waitForNetworkIdle({ idleTime: 100 })
  const margin = { top: '10mm', right: '10mm', bottom: '10mm', left: '10mm' }
  const data = await page.pdf({ format: 'A4', margin, printBackground: false })
  const pdf = await getDocument({ data, verbosity: 0 }).promise
  const pages: PrintedPage[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const sheet = await pdf.getPage(number)
    const [left = 0, bottom = 0, right = 0, top = 0] = sheet.view
    const items = (await sheet.getTextContent()).items.flatMap((item) => ('str' in item ? [item] : []))
    const isOut = (x: number, y: number, width: number) => x < left || x + width > right || y < bottom || y > top
    const { argsArray, fnArray } = await sheet.getOperatorList()
    pages.push({
      text: plain(items.map(({ str, hasEOL }) => str + (hasEOL ? ' ' : '')).join('')),
      drawings: fnArray.flatMap((operation, index) =>
        operation === OPS.constructPath ? [numbersIn(argsArray[index]) / numbersOfSquare] : [],
      ),
      clipped: items
        .filter(({ transform, width }) => isOut(Number(transform[4]), Number(transform[5]), width))
        .map(({ str }) => str),
    })
  }
  await pdf.cleanup()
  return pages
}

/** A square is five points, each with its operation, and its end. */
const numbersOfSquare = 5 * 3 + 1

function numbersIn(path: unknown): number {
  const [coordinates]: readonly unknown[] = Array.isArray(path) && Array.isArray(path[1]) ? path[1] : []
  return coordinates instanceof Float32Array ? coordinates.length : 0
}

function squaresOf(qrText: string): number {
  return timesIn(qrPath(qrText).path, 'M')
}

function expectOnlyTheSheet(pages: readonly PrintedPage[]): void {
  expect(pages.flatMap(({ clipped }) => clipped)).toEqual([])
  for (const { text } of pages)
    for (const navigation of ['Accompagnements', 'Bonnes pratiques', 'Mon compte', 'Imprimer', 'Aller au contenu'])
      expect(text).not.toContain(navigation)
}

function plain(text: string): string {
  return text.replace(/[\u00a0\u202f\s]+/g, ' ').replaceAll("'", '’')
}

function bySize(one: number, other: number): number {
  return one - other
}

function timesIn(text: string, part: string): number {
  return text.split(part).length - 1
}
