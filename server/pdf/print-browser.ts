import { launchPrintBrowser, type Browser, type Page } from './browser.ts'
import { withoutDates } from './pdf-dates.ts'

/** One Chromium that prints, with the next page always made ready while nobody waits for it. */
export type PrintBrowser = {
  /** Rejects when the document, its page or the browser fails, and after `longestPrint`. */
  readonly print: (html: string) => Promise<Uint8Array>
  /** Resolves when the browser is gone, asked for or not. */
  readonly gone: Promise<void>
  /** Lets the prints under way end, for so long at most (the shortest asked for); then the browser ends, by force if it must. */
  readonly retire: (patience: number) => Promise<void>
}

/** A page, and what tells that its process died: nothing that is asked of it after would ever answer. */
type ReadyPage = { readonly page: Page; readonly crashed: Promise<never> }

/** A browser that does not close in this time never will. */
const longestClose = 3000

export async function openPrintBrowser(chromium: string | undefined, longestPrint: number): Promise<PrintBrowser> {
  const browser = await launchPrintBrowser(chromium)
  const gone = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()))
  let ready: Promise<ReadyPage> | undefined = makeReady(browser)
  const underWay = new Set<Promise<unknown>>()

  const printOn = async (taken: Promise<ReadyPage>, html: string): Promise<Uint8Array> => {
    const { page, crashed } = await taken
    try {
      return await Promise.race([crashed, printPage(page, html, longestPrint)])
    } finally {
      // Closing and making the next page ready are nobody's wait.
      void closeContext(page)
      if (browser.connected && retiring === undefined) ready ??= makeReady(browser)
    }
  }

  let retiring: Promise<void> | undefined
  const { promise: patienceEnded, resolve: endPatience } = Promise.withResolvers<void>()
  const retireOnce = async () => {
    await Promise.race([Promise.allSettled(underWay), patienceEnded])
    const forcing = setTimeout(() => endByForce(browser), longestClose)
    // A page half made would leave its own timer running, and a command waiting half a minute to end.
    await ready?.catch(() => undefined)
    await browser.close().catch(() => undefined)
    clearTimeout(forcing)
  }

  return {
    gone,
    print: async (html) => {
      // Taken before anything is awaited: two prints must never share a page.
      const taken = ready ?? makeReady(browser)
      ready = undefined
      const work = within(longestPrint, printOn(taken, html))
      underWay.add(work)
      try {
        return await work
      } finally {
        underWay.delete(work)
      }
    },
    retire: async (patience) => {
      retiring ??= retireOnce()
      const timer = setTimeout(endPatience, patience)
      await retiring
      clearTimeout(timer)
    },
  }
}

async function printPage(page: Page, html: string, timeout: number): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load', timeout })

  return withoutDates(
    await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout }),
  )
}

/** A context per document, so that nothing of one is left for the next; no script ever runs in it. */
function makeReady(browser: Browser): Promise<ReadyPage> {
  const making = readyPage(browser)
  // Whoever takes it hears of its failure; where nobody does, it failed for nobody.
  making.catch(() => undefined)

  return making
}

async function readyPage(browser: Browser): Promise<ReadyPage> {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  const { promise: crashed, reject } = Promise.withResolvers<never>()
  crashed.catch(() => undefined)
  page.once('error', reject)
  await page.setJavaScriptEnabled(false)
  await page.emulateMediaType('print')
  // The first document of a page pays for all that a page loads once: a blank one pays it while nobody waits.
  await page.setContent('<!doctype html><title>.</title><p>.</p>')
  await page.pdf({ tagged: true, outline: true })

  return { page, crashed }
}

async function closeContext(page: Page): Promise<void> {
  await page
    .browserContext()
    .close()
    .catch(() => undefined)
}

/** Its whole group: it was started in one of its own. */
function endByForce(browser: Browser): void {
  const child = browser.process()
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch {
    // It ended in the meantime.
  }
}

/** The outcome of a work, or a refusal to wait longer. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`not done after ${milliseconds} ms`)), milliseconds)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
