import { randomUUID } from 'node:crypto'
import type { ElementHandle } from 'puppeteer-core'
import type { Browser, Page } from '#server/pdf/browser.ts'

/** Somebody in front of a browser of their own. Every gesture waits for what it needs, and for nothing else. */
export type Visitor = {
  readonly page: Page
  readonly go: (path: string) => Promise<void>
  /** Opens a sign-in link and presses its button. */
  readonly enter: (link: string) => Promise<void>
  /** Waits until the page says so. */
  readonly sees: (text: string) => Promise<void>
  readonly noLongerSees: (text: string) => Promise<void>
  /** Presses the button or link that carries these words. */
  readonly press: (text: string) => Promise<void>
  /** Chooses the radio or checkbox of that label. */
  readonly choose: (label: string) => Promise<void>
  /** Types into the field of that label, in place of what it held. */
  readonly fill: (label: string, text: string) => Promise<void>
  readonly select: (label: string, option: string) => Promise<void>
  readonly attach: (label: string, file: string) => Promise<void>
  readonly key: (...keys: readonly string[]) => Promise<void>
  /** The bar says that everything is saved. */
  readonly isSaved: () => Promise<void>
  /** The same session, without the screen. */
  readonly call: <T>(method: string, path: string, body?: object) => Promise<Reply<T>>
  /** Saves an entry without the screen, on top of the revision that stands. */
  readonly save: (accompanimentId: string, key: string, value: unknown) => Promise<void>
  readonly bytes: (path: string) => Promise<Uint8Array>
  /** What went wrong in the page itself: it must stay empty. */
  readonly faults: string[]
  readonly close: () => Promise<void>
}

export type Reply<T> = { readonly status: number; readonly body: T }

/** How long a screen may take on a busy machine before it counts as broken. */
const patience = 15_000

export async function openVisitor(browser: Browser, address: string): Promise<Visitor> {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.setViewport({ width: 1280, height: 800 })
  page.setDefaultTimeout(patience)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    // A content security policy that refused something says so here.
    if (message.type() === 'error' && message.text().includes('Content Security Policy')) faults.push(message.text())
  })

  async function find(what: Target, text: string): Promise<ElementHandle<HTMLElement>> {
    const handle = await page
      .waitForFunction(findInPage, { polling: 'mutation' }, what, text)
      .catch(async (cause: unknown) => {
        throw new Error(`no ${what} « ${text} » at ${page.url()}, which says: ${await saidBy(page)}`, { cause })
      })
    return handle as ElementHandle<HTMLElement>
  }

  async function field(label: string): Promise<ElementHandle<HTMLElement>> {
    return find('field', label)
  }

  async function call<T>(method: string, path: string, body?: object): Promise<Reply<T>> {
    const reply: unknown = await page.evaluate(
      async (wanted) => {
        const response = await fetch(`/api${wanted.path}`, {
          method: wanted.method,
          ...(wanted.body === undefined
            ? {}
            : { body: JSON.stringify(wanted.body), headers: { 'content-type': 'application/json' } }),
        })
        const text = await response.text()
        return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
      },
      { method, path, body },
    )
    return reply as Reply<T>
  }

  const visitor: Visitor = {
    page,
    faults,
    call,
    go: async (path) => {
      await page.goto(path.startsWith('http') ? path : `${address}${path}`)
    },
    enter: async (link) => {
      await page.goto(link)
      await visitor.press('Entrer')
      await page.waitForFunction(
        () => !location.pathname.startsWith('/sign-in') && document.querySelector('#content h1') !== null,
        { polling: 'mutation' },
      )
    },
    sees: async (text) => {
      await page.waitForFunction(saysInPage, { polling: 'mutation' }, text, true).catch(async (cause: unknown) => {
        throw new Error(`« ${text} » never showed at ${page.url()}, which says: ${await saidBy(page)}`, { cause })
      })
    },
    noLongerSees: async (text) => {
      await page.waitForFunction(saysInPage, { polling: 'mutation' }, text, false)
    },
    press: async (text) => {
      await (await find('control', text)).click()
    },
    choose: async (label) => {
      await (await find('choice', label)).click()
    },
    fill: async (label, text) => {
      const input = await field(label)
      await input.evaluate((element) => {
        if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return
        element.focus()
        element.select()
      })
      const type = await input.evaluate((element) => (element instanceof HTMLInputElement ? element.type : ''))
      if (type.startsWith('date') || type === 'time') await input.evaluate(setNatively, text)
      else if (text === '') await page.keyboard.press('Backspace')
      else await input.type(text)
    },
    select: async (label, option) => {
      const input = await field(label)
      const value = await input.evaluate(
        (element, words) =>
          element instanceof HTMLSelectElement
            ? [...element.options].find((each) => each.text.includes(words))?.value
            : undefined,
        option,
      )
      if (value === undefined) throw new Error(`no option « ${option} » in « ${label} »`)
      await input.select(value)
    },
    attach: async (label, file) => {
      const input = await field(label)
      await (input as ElementHandle<HTMLInputElement>).uploadFile(file)
    },
    key: async (...keys) => {
      for (const each of keys) await page.keyboard.press(each as Parameters<typeof page.keyboard.press>[0])
    },
    isSaved: async () => {
      await page.waitForFunction(() => (document.querySelector('.save')?.textContent ?? '').startsWith('Enregistré'), {
        polling: 'mutation',
      })
    },
    save: async (accompanimentId, key, value) => {
      const view = await call<{ entries: Record<string, { revision: number } | undefined> }>(
        'GET',
        `/accompaniments/${accompanimentId}`,
      )
      const { status, body } = await call(
        'PUT',
        `/accompaniments/${accompanimentId}/entries/${encodeURIComponent(key)}`,
        {
          operationId: randomUUID(),
          baseRevision: view.body.entries[key]?.revision ?? 0,
          value,
        },
      )
      if (status !== 200) throw new Error(`${key} was refused: ${status} ${JSON.stringify(body)}`)
    },
    bytes: async (path) => {
      const base64 = await page.evaluate(async (wanted) => {
        const response = await fetch(`/api${wanted}`)
        if (!response.ok) throw new Error(`${wanted}: ${response.status}`)
        const bytes = new Uint8Array(await response.arrayBuffer())
        let binary = ''
        for (const byte of bytes) binary += String.fromCharCode(byte)
        return btoa(binary)
      }, path)
      return new Uint8Array(Buffer.from(base64, 'base64'))
    },
    close: () => context.close(),
  }
  return visitor
}

/** What a person would report when something is not there. */
function saidBy(page: Page): Promise<string> {
  return page.evaluate(() => (document.querySelector('[role="dialog"]') ?? document.body).textContent.slice(0, 1500))
}

type Target = 'control' | 'choice' | 'field'

/** Runs in the page: the visible thing that carries these words, typographic spaces and apostrophes put aside. */
function findInPage(what: Target, text: string): HTMLElement | false {
  const plain = (words: string) =>
    words
      .replace(/[\u00a0\u202f\s]+/g, ' ')
      .replaceAll('’', "'")
      .trim()
  const shows = (element: HTMLElement) => element.getClientRects().length > 0
  const dialog = document.querySelector('[role="dialog"]')
  const root: ParentNode = dialog ?? document
  const wanted = plain(text)
  const carries = (element: HTMLElement) =>
    plain(element.getAttribute('aria-label') ?? element.textContent ?? '').includes(wanted)

  if (what === 'control') {
    const controls = [...root.querySelectorAll<HTMLElement>('button, a, summary')]
    const fitting = controls.filter((each) => shows(each) && carries(each) && !each.hasAttribute('disabled'))
    // The one that says just that, before one that says it among other words.
    return fitting.find((each) => plain(each.textContent) === wanted) ?? fitting[0] ?? false
  }
  const labels = [...root.querySelectorAll<HTMLLabelElement>('label')].filter((each) => shows(each) && carries(each))
  if (what === 'choice') {
    return (
      labels.find((label) => label.control instanceof HTMLInputElement && /radio|checkbox/.test(label.control.type)) ??
      false
    )
  }
  const control = labels
    .map((label) => label.control)
    .find((each) => each !== null && !('readOnly' in each && each.readOnly === true))
  return control ?? false
}

function saysInPage(text: string, expected: boolean): boolean {
  const plain = (words: string) =>
    words
      .replace(/[\u00a0\u202f\s]+/g, ' ')
      .replaceAll('’', "'")
      .trim()
  const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
  const said = plain(`${document.body.innerText} ${fields.map((each) => each.value).join(' ')}`)
  return said.includes(plain(text)) === expected
}

/** A date field takes its value whole: typing it depends on the language of the browser. */
function setNatively(element: HTMLElement, value: string): void {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  setter?.call(element, value)
  element.dispatchEvent(new Event('input', { bubbles: true }))
  element.dispatchEvent(new Event('change', { bubbles: true }))
}
