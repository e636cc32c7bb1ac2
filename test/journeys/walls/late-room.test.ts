import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'

let jalon: RunningJalon
let browser: Browser
let advisor: Visitor

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'yes' }), launchBrowser(undefined)])
  advisor = await openVisitor(browser, jalon.address)
  await advisor.enter(jalon.advisorLink)
})

afterAll(async () => {
  await browser?.close()
  await jalon?.stop()
})

test('a wall that was opened before the room shows how to join once it opens, though nobody touches that window', async () => {
  const { body } = await advisor.call<{ readonly items: readonly { readonly id: string; readonly state: string }[] }>(
    'GET',
    '/portfolio',
  )
  const id = body.items.find(({ state }) => state === 'evidence')?.id ?? ''
  const wall = await advisor.page.browserContext().newPage()
  await wall.goto(`${jalon.address}/accompaniments/${id}/room`)
  await wall.waitForSelector('h1')

  await advisor.go(`/accompaniments/${id}/meeting#preparation`)
  await advisor.press('Préparer la salle')
  await advisor.sees('Lien à envoyer')
  await advisor.press('Aller à la réunion')
  await advisor.press('Ouvrir la réunion')
  await advisor.sees('Code')
  await wall.waitForSelector('.join-code', { timeout: 15_000 })
  expect(await wall.$eval('.join-code', (code) => code.textContent.replaceAll(/\s/gu, ''))).toMatch(/^[A-Z0-9]{6}$/u)
})
