import { BrowserMissing } from './browser-missing.ts'
import { openPrintBrowser, type PrintBrowser } from './print-browser.ts'

/** Prints whole HTML documents, each in a page of its own. */
export type HtmlPrinter = {
  /** The PDF, its dates fixed: the same HTML gives the same bytes. Waits its turn when two others are printing. */
  readonly print: (html: string) => Promise<Uint8Array>
  /** Prints under way end, for so long as patience lasts; those waiting are refused. Nothing is left running. */
  readonly close: () => Promise<void>
}

export type PrinterLimits = {
  /** A browser is replaced after so many prints, before anything it keeps grows. */
  readonly printsPerBrowser: number
  /** Milliseconds. A document that takes longer is stuck, or its browser is. */
  readonly longestPrint: number
  /** Milliseconds left to the prints under way when the printer closes. */
  readonly patience: number
}

const usualLimits: PrinterLimits = { printsPerBrowser: 200, longestPrint: 60_000, patience: 2000 }

/** Two prints at once are the most two processors serve well; a third only makes all of them late. */
const atOnce = 2

/** What waited in line when the printer closed. */
export class PrinterClosed extends Error {
  override readonly name = 'PrinterClosed'
  override readonly message = 'the printer closed'
}

/**
 * Opens at the first print and stays warm. A print that fails, whatever the reason, costs its browser its place and is tried
 * once more on a new one: a browser that lost a page or does not answer is not to be trusted with the next.
 */
export function openHtmlPrinter(chromium?: string, limits: Partial<PrinterLimits> = {}): HtmlPrinter {
  const { printsPerBrowser, longestPrint, patience } = { ...usualLimits, ...limits }
  let current: Employed | undefined
  let printing = 0
  let isClosed = false
  const waiting: PromiseWithResolvers<void>[] = []
  const leaving = new Set<Employed>()

  // Nothing is awaited between looking for a browser and naming one: two prints at once must not open two.
  const employ = (): Employed => {
    if (isClosed) throw new PrinterClosed()
    if (current !== undefined && current.prints >= printsPerBrowser) void dismiss(current, longestPrint)
    current ??= open()
    current.prints += 1

    return current
  }

  const open = (): Employed => {
    const employed: Employed = { opening: openPrintBrowser(chromium, longestPrint), prints: 0 }
    employed.opening.then(
      // One that dies while nobody prints is missed by nobody.
      ({ gone }) => gone.then(() => dismiss(employed, 0)),
      () => undefined,
    )

    return employed
  }

  const dismiss = async (employed: Employed, milliseconds: number): Promise<void> => {
    if (current === employed) current = undefined
    leaving.add(employed)
    const browser = await employed.opening.catch(() => undefined)
    await browser?.retire(milliseconds)
    leaving.delete(employed)
  }

  const printOnce = async (html: string): Promise<Uint8Array> => {
    const employed = employ()
    try {
      const browser = await employed.opening

      return await browser.print(html)
    } catch (error) {
      // Its other print may still end well, and has its own time for that.
      void dismiss(employed, longestPrint)
      throw error
    }
  }

  const waitInLine = (): Promise<void> => {
    const turn = Promise.withResolvers<void>()
    waiting.push(turn)

    return turn.promise
  }

  /** To the next in line, so that nobody slips in between. */
  const giveTurn = (): void => {
    const next = waiting.shift()
    if (next === undefined) printing -= 1
    else next.resolve()
  }

  return {
    print: async (html) => {
      // A print that has not to wait is under way at once: a printer that closes the next moment lets it end.
      if (printing >= atOnce && !isClosed) await waitInLine()
      else printing += 1
      try {
        return await printOnce(html).catch((error: unknown) => {
          if (error instanceof BrowserMissing) throw error

          return printOnce(html)
        })
      } finally {
        giveTurn()
      }
    },
    close: async () => {
      isClosed = true
      for (const turn of waiting.splice(0)) turn.reject(new PrinterClosed())
      if (current !== undefined) leaving.add(current)
      await Promise.all([...leaving].map((employed) => dismiss(employed, patience)))
    },
  }
}

type Employed = { readonly opening: Promise<PrintBrowser>; prints: number }
