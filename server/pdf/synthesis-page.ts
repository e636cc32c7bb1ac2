import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { SynthesisContent } from '#src/synthesis/audiences.ts'

/** What `src/synthesis/html.tsx` exports, once bundled. */
type Bundle = {
  readonly synthesisHtml: (
    content: SynthesisContent,
    styles: { readonly css: string; readonly fontsCss: string },
  ) => string
}

const bundleFile = new URL('../../dist/synthesis/html.js', import.meta.url)
const viteProgram = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url))
const styles = new URL('../../src/synthesis/', import.meta.url)

let loaded: Promise<(content: SynthesisContent) => string> | undefined

/** The whole document as HTML: style and fonts inside, nothing left to fetch. */
export async function synthesisPage(content: SynthesisContent): Promise<string> {
  loaded ??= load().catch((error: unknown) => {
    // A bundle that could not be made once may be made later.
    loaded = undefined
    throw error
  })
  const page = await loaded
  return page(content)
}

async function load(): Promise<(content: SynthesisContent) => string> {
  if (!existsSync(bundleFile)) await buildBundle()
  const [bundle, print, audit, fontsCss] = await Promise.all([
    import(bundleFile.href) as Promise<Bundle>,
    readFile(new URL('print.css', styles), 'utf8'),
    readFile(new URL('audit/audit.css', styles), 'utf8'),
    embeddedFonts(),
  ])
  const css = `${print}\n${audit}`
  return (content) => bundle.synthesisHtml(content, { css, fontsCss })
}

/**
 * `npm start` builds ahead; the command line, in a fresh clone, builds at its first document. In a process of its own:
 * the build would stop this one for a second, and React's clothes follow the environment.
 */
async function buildBundle(): Promise<void> {
  const config = fileURLToPath(new URL('vite.config.ts', import.meta.url))
  await promisify(execFile)(process.execPath, [viteProgram, 'build', '--config', config, '--logLevel', 'error'], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

/**
 * The pinned cuts, named `<family>[-<optical size>]-<weight>.woff2`, as `@font-face` rules. Static cuts and not the
 * variable fonts: Chromium embeds those as outlines without names, heavy and soft.
 */
async function embeddedFonts(): Promise<string> {
  const folder = new URL('fonts/', styles)
  const files = (await readdir(folder)).filter((file) => file.endsWith('.woff2')).toSorted()
  const rules = files.map(async (file) => {
    const data = await readFile(new URL(file, folder), 'base64')
    const [family = '', ...cut] = file.replace('.woff2', '').split('-')
    const weight = cut.at(-1) ?? '400'
    const size = cut.length > 1 ? ` ${cut[0]}` : ''
    const name = `Jalon ${family.charAt(0).toUpperCase()}${family.slice(1)}${size}`
    return `@font-face{font-family:"${name}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`
  })
  return (await Promise.all(rules)).join('\n')
}
