import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { build } from 'vite'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { prepareRoom, prepareTeam } from '#test/support/journey/phone.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { openVisitor } from '#test/support/journey/visitor.ts'
import { report } from './figure.ts'

test('all the JavaScript of the page without an account, gzipped', async () => {
  // Vitest says `test`, and React would come in its development clothes.
  vi.stubEnv('NODE_ENV', 'production')
  const outDir = path.resolve('node_modules/.cache/jalon/bench-phone')
  await build({ configFile: 'client/phone/vite.config.ts', logLevel: 'silent', build: { outDir } })
  const names = readdirSync(path.join(outDir, 'assets')).filter((name) => name.endsWith('.js'))
  const kilobytes = ['worker.js', ...names.map((name) => `assets/${name}`)].reduce(
    (sum, name) => sum + gzipSync(readFileSync(path.join(outDir, name))).length / 1000,
    0,
  )
  report('JavaScript of the phone page, kB gzipped', kilobytes, { atMost: 100 }, `${names.length + 1} files`)

  const worker = readFileSync(path.join(outDir, 'worker.js'), 'utf8')
  expect(names.every((name) => worker.includes(`/join/assets/${name}`))).toBe(true)
  expect(worker).not.toContain('shell-version')
  vi.unstubAllEnvs()
})

let jalon: RunningJalon
let browser: Browser

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'no' }), launchBrowser(undefined)])
  // As the product's own build leaves them: beside each text, what a browser takes instead.
  const assets = path.resolve('dist/client/join/assets')
  for (const name of readdirSync(assets).filter((each) => /\.(js|css)$/.test(each))) {
    const file = path.join(assets, name)
    if (!existsSync(`${file}.gz`)) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)))
  }
})

afterAll(async () => {
  await browser?.close()
  await jalon?.stop()
})

test('the page can be used within three seconds on a slow phone and a slow network', async () => {
  const context = await browser.createBrowserContext()
  const page = await slowPhone(context)
  const startedAt = performance.now()
  const opening = page.goto(`${jalon.address}/join`)
  await page.waitForSelector('#join-field')
  await page.type('#join-field', 'A')
  const seconds = (performance.now() - startedAt) / 1000
  report('phone page usable on slow 4G and a 4× slower CPU, s', seconds, { atMost: 3 }, '')
  await opening
  await context.close()
})

test('the question of a running meeting is there soon after its code was scanned', async () => {
  const advisor = await openVisitor(browser, jalon.address)
  await advisor.enter(jalon.advisorLink)
  const room = await prepareRoom(advisor, await prepareTeam(advisor), '1')
  const [prepared] = (await room.view()).events
  const [criterionId = ''] = prepared?.type === 'prepared' ? prepared.criteria : []
  await room.lead({ type: 'start' }, { type: 'present', criterionId })
  const { code = '' } = await room.view()

  const context = await browser.createBrowserContext()
  const page = await slowPhone(context)
  const startedAt = performance.now()
  const opening = page.goto(`${jalon.address}/join#${code}`)
  await page.waitForSelector('.card:not(:disabled)')
  const seconds = (performance.now() - startedAt) / 1000
  report('question of a meeting, from its code, on the same phone, s', seconds, { atMost: 3 }, '')
  await opening
  await context.close()
})

/** A small phone with a slow processor, on what Chrome calls slow 4G. */
async function slowPhone(context: Awaited<ReturnType<Browser['createBrowserContext']>>) {
  const page = await context.newPage()
  await page.setViewport({ width: 320, height: 568 })
  await page.emulateNetworkConditions({
    download: (1.6 * 1024 * 1024 * 0.9) / 8,
    upload: (750 * 1024 * 0.9) / 8,
    latency: 562,
  })
  await page.emulateCPUThrottling(4)
  return page
}
