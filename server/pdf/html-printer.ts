import { launchPrintBrowser, type Browser, type Page } from './browser.ts'
import { withoutDates } from './pdf-dates.ts'

/** Prints whole HTML documents, each in a page of its own. */
export type HtmlPrinter = {
  /** The PDF, its dates fixed: the same HTML gives the same bytes. Waits its turn when two others are printing. */
  readonly print: (html: string) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

/** Two prints at once are the most two processors serve well; a third only makes all of them late. */
const atOnce = 2
/** A browser is replaced after so many prints, before anything it keeps grows. */
const printsPerBrowser = 200
/** A document that takes longer is stuck. */
const longestPrint = 60_000

/**
 * Opens at the first print and stays warm: the next page is made ready while nobody waits for it. A browser that dies
 * is replaced, and the print it was on is tried once more on the new one.
 */
export function openHtmlPrinter(chromium?: string): HtmlPrinter {
  let shop: Promise<Shop> | undefined
  let printing = 0
  const waiting: (() => void)[] = []

  const currentShop = async (): Promise<Shop> => {
    const open = await shop
    if (open !== undefined && open.browser.connected && open.prints < printsPerBrowser) return open
    if (open !== undefined) void open.retire()
    shop = openShop(chromium)
    return shop
  }

  const printOnce = async (html: string): Promise<Uint8Array> => {
    const current = await currentShop()
    return current.print(html)
  }

  return {
    print: async (html) => {
      while (printing >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
      printing += 1
      try {
        return await printOnce(html).catch(async (error: unknown) => {
          const current = await shop
          if (current?.browser.connected === true) throw error
          shop = undefined
          return printOnce(html)
        })
      } finally {
        printing -= 1
        waiting.shift()?.()
      }
    },
    close: async () => {
      const open = await shop?.catch(() => undefined)
      shop = undefined
      await open?.retire()
    },
  }
}

type Shop = {
  readonly browser: Browser
  prints: number
  readonly print: (html: string) => Promise<Uint8Array>
  readonly retire: () => Promise<void>
}

async function openShop(chromium: string | undefined): Promise<Shop> {
  const browser = await launchPrintBrowser(chromium)
  let ready: Promise<Page> | undefined = readyPage(browser)
  const inUse = new Set<Page>()

  const shop: Shop = {
    browser,
    prints: 0,
    print: async (html) => {
      shop.prints += 1
      // Taken before anything is awaited: two prints must never share a page.
      const taken = ready ?? readyPage(browser)
      ready = undefined
      const page = await taken
      inUse.add(page)
      try {
        await page.setContent(html, { waitUntil: 'load', timeout: longestPrint })
        return withoutDates(
          await page.pdf({
            preferCSSPageSize: true,
            printBackground: true,
            tagged: true,
            outline: true,
            timeout: longestPrint,
          }),
        )
      } finally {
        inUse.delete(page)
        // Closing and making the next page ready are nobody's wait.
        void page
          .browserContext()
          .close()
          .catch(() => undefined)
        if (browser.connected) {
          ready ??= readyPage(browser)
          ready.catch(() => undefined)
        }
      }
    },
    retire: async () => {
      // A print under way on an old browser is let finish by its own page; the browser goes once none is left.
      if (inUse.size > 0) return void setTimeout(() => void shop.retire(), 1000).unref()
      // A page half made would leave its own timer running, and a command waiting half a minute to end.
      await ready?.catch(() => undefined)
      await browser.close().catch(() => undefined)
    },
  }

  return shop
}

/** A context per document, so that nothing of one is left for the next; no script ever runs in it. */
async function readyPage(browser: Browser): Promise<Page> {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.setJavaScriptEnabled(false)
  await page.emulateMediaType('print')
  // The first document of a page pays for all that a page loads once: a blank one pays it while nobody waits.
  await page.setContent('<!doctype html><title>.</title><p>.</p>')
  await page.pdf({ tagged: true, outline: true })
  return page
}
