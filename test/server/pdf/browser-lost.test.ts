import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openHtmlPrinter, PrinterClosed, type HtmlPrinter, type PrinterLimits } from '#server/pdf/html-printer.ts'
import { pageCount } from '#server/pdf/pdf-dates.ts'
import { poll } from '#test/support/poll.ts'
import { browsersOf, descendantsOf } from '#test/support/processes.ts'

/** The browser, its zygotes, its helpers, the page ready and the one that closes. */
const processesOfOne = 9

let printers: HtmlPrinter[]
let temporary: string

beforeEach(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'jalon-browser-'))
  vi.stubEnv('TMPDIR', temporary)
  printers = []
})

/** Whatever happened, a printer that is closed leaves no process and no file. */
afterEach(async () => {
  await Promise.all(printers.map((printer) => printer.close()))
  const left = [...browsers(), ...(await readdir(temporary))]
  vi.unstubAllEnvs()
  await rm(temporary, { recursive: true, force: true })
  if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`)
})

const open = (limits: Partial<PrinterLimits> = {}, chromium?: string) => {
  const printer = openHtmlPrinter(chromium, limits)
  printers.push(printer)

  return printer
}

const browsers = () => browsersOf(process.pid)
const onlyBrowser = () => {
  const [browser, ...others] = browsers()
  expect(others).toEqual([])

  return browser ?? 0
}
const pages = (count: number) =>
  `<!doctype html><html lang="fr"><title>Essai</title>${'<p style="break-after: page">x</p>'.repeat(count - 1)}<p>fin</p></html>`

describe('a print is tried once more, on a new browser,', () => {
  test('when its browser is killed in the middle of it', async () => {
    const printer = open()
    await printer.print(pages(1))
    const first = onlyBrowser()
    // Stopped, it cannot end the print before it is killed.
    process.kill(first, 'SIGSTOP')
    const printing = [printer.print(pages(2)), printer.print(pages(3)), printer.print(pages(4))]
    process.kill(first, 'SIGKILL')
    expect((await Promise.all(printing)).map(pageCount)).toEqual([2, 3, 4])
    expect(onlyBrowser()).not.toBe(first)
  })

  test('when the process of its page is killed, as a system short of memory does', async () => {
    const printer = open()
    await printer.print(pages(1))
    const renderers = await poll('a page made ready', () => {
      const found = descendantsOf(onlyBrowser()).filter(({ command }) => command.includes('--type=renderer'))

      return found.length > 0 ? found : undefined
    })
    for (const { pid } of renderers) process.kill(pid, 'SIGSTOP')
    const printing = printer.print(pages(2))
    for (const { pid } of renderers) process.kill(pid, 'SIGKILL')
    expect(pageCount(await printing)).toBe(2)
  })

  test('when its browser no longer answers', async () => {
    const printer = open({ longestPrint: 5000 })
    await printer.print(pages(1))
    const stuck = onlyBrowser()
    process.kill(stuck, 'SIGSTOP')
    expect(pageCount(await printer.print(pages(2)))).toBe(2)
    await poll('the end of the stuck browser', () => (browsers().includes(stuck) ? undefined : true))
  })
})

test('a browser that dies while nobody prints is replaced at the next print', async () => {
  const printer = open()
  await printer.print(pages(1))
  const first = onlyBrowser()
  process.kill(first, 'SIGKILL')
  await poll('its end', () => (browsers().includes(first) ? undefined : true))
  expect(pageCount(await printer.print(pages(2)))).toBe(2)
})

test('prints asked for at once, before any browser runs, share one', async () => {
  const printer = open()
  await Promise.all([1, 2, 3, 4].map((count) => printer.print(pages(count))))
  onlyBrowser()
})

test('a browser leaves after its number of prints, those under way ended, and processes do not add up', async () => {
  const printer = open({ printsPerBrowser: 2 })
  await printer.print(pages(1))
  const first = onlyBrowser()
  const printed = await Promise.all(Array.from({ length: 9 }, (_, index) => printer.print(pages(index + 1))))
  expect(printed.map(pageCount)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  await poll('the others to leave', () => (browsers().length === 1 ? true : undefined))
  expect(onlyBrowser()).not.toBe(first)
  await poll('no more processes than one browser has', () =>
    descendantsOf(process.pid).length <= processesOfOne ? true : undefined,
  )
})

describe('closing', () => {
  test('lets the prints under way end and refuses those that wait', async () => {
    const printer = open()
    const asked = [1, 2, 3, 4, 5].map((count) => printer.print(pages(count)))
    const outcomes = Promise.allSettled(asked)
    await printer.close()
    expect((await outcomes).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ])
    await expect(printer.print(pages(1))).rejects.toThrow(PrinterClosed)
  })

  test('does not wait for a browser that no longer answers', async () => {
    const printer = open({ patience: 100 })
    await printer.print(pages(1))
    process.kill(onlyBrowser(), 'SIGSTOP')
    const printing = printer.print(pages(2))
    const outcome = Promise.allSettled([printing])
    await printer.close()
    expect(await outcome).toMatchObject([{ status: 'rejected' }])
  })
})

test('a browser that could not start does not keep the next from starting', async () => {
  const chromium = path.join(temporary, 'chromium')
  const printer = open({}, chromium)
  await expect(printer.print(pages(1))).rejects.toThrow(chromium)
  await expect(printer.print(pages(1))).rejects.toThrow(chromium)
})
