import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import puppeteer, { type Browser } from 'puppeteer-core'
import { resolveChromium } from './chromium.ts'

export type { Browser, Page } from 'puppeteer-core'

/**
 * A browser that prints and does nothing else: no name resolves, so nothing leaves, whatever a document asks for. The
 * page's own defences (no JavaScript, a CSP, escaped text) stand behind this one.
 */
export async function launchPrintBrowser(chosen?: string): Promise<Browser> {
  return launchBrowser(chosen, ['--host-resolver-rules=MAP * ~NOTFOUND', '--no-proxy-server'])
}

/** A browser for people's screens: the tests' journeys drive it. */
export async function launchBrowser(chosen?: string, more: readonly string[] = []): Promise<Browser> {
  const { executable, environment } = await resolveChromium(chosen)
  const launch = async (sandbox: readonly string[]) => {
    // Chromium keeps what its processes share in files; one that is killed leaves them, with what it was printing.
    const temporary = mkdtempSync(path.join(tmpdir(), 'jalon-chromium-'))
    const forget = () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 })
    const browser = await puppeteer
      .launch({
        executablePath: executable,
        headless: 'shell',
        pipe: true,
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
        env: { ...process.env, ...environment, TMPDIR: temporary },
        args: [...quiet, ...sandbox, ...more],
      })
      .catch((error: unknown) => {
        forget()
        throw error
      })
    browser.process()?.once('exit', forget)
    return browser
  }

  // Chromium's sandbox refuses to work for root. For everyone else it stays on, but where the system refuses it (containers).
  return process.getuid?.() === 0 ? launch(withoutSandbox) : launch([]).catch(() => launch(withoutSandbox))
}

const withoutSandbox = ['--no-sandbox'] as const

/** Nothing that calls home, draws on a screen, or fills the small /dev/shm of a container. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
] as const
