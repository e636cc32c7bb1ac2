import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { BrowserMissing } from './browser-missing.ts'
import { unpackedChromium } from './chromium-package.ts'

/** A Chromium that runs on this machine, and the environment it needs. */
export type Chromium = { readonly executable: string; readonly environment: Readonly<Record<string, string>> }

/** `/usr/bin/chromium` of Debian is a wrapper script that adds flags of its own: the binary itself is named. */
const installed = [
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
] as const

/**
 * The browser to print with: the one named by `CHROMIUM_PATH`, else the one of the npm package, else one installed.
 * The same resolver serves the product and its tests.
 *
 * @throws BrowserMissing where none can be run
 */
export async function resolveChromium(chosen: string | undefined): Promise<Chromium> {
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new BrowserMissing(chosen)
    return { executable: chosen, environment: {} }
  }
  const unpacked = await unpackedChromium()
  if (unpacked !== undefined) {
    const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: unpacked.fontconfig }
    for (const libraries of [{}, { LD_LIBRARY_PATH: unpacked.libraries }]) {
      const environment = { ...fonts, ...libraries }
      if (await runs(unpacked.executable, environment)) return { executable: unpacked.executable, environment }
    }
  }
  const executable = installed.find((file) => existsSync(file))
  if (executable === undefined) throw new BrowserMissing()
  return { executable, environment: {} }
}

/** Whether the system's loader finds every library the binary wants. */
async function runs(executable: string, environment: Readonly<Record<string, string>>): Promise<boolean> {
  try {
    await promisify(execFile)(executable, ['--version'], { env: { ...process.env, ...environment }, timeout: 20_000 })
    return true
  } catch {
    return false
  }
}
