import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { poll } from '#test/support/poll.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'

type Portfolio = { readonly items: readonly { readonly id: string; readonly state: string }[] }

let jalon: RunningJalon
let browser: Browser
let advisor: Visitor
let colleague: Visitor
let id = ''
let argument = ''
const colleagueEmail = 'awa@brouette.test'
const field = 'L’argument, dans les mots'

/** Looks again until it holds: tries after a cut are up to some seconds apart. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000, interval: 50 })

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'yes' }), launchBrowser(undefined)])
  advisor = await openVisitor(browser, jalon.address)
  await advisor.enter(jalon.advisorLink)
  const portfolio = await advisor.call<Portfolio>('GET', '/portfolio')
  id = portfolio.body.items.find(({ state }) => state === 'evidence')?.id ?? ''
  const [first] = Object.keys((await view()).entries).filter((key) => key.startsWith('argument/'))
  argument = first ?? ''
  const colleagueView = { operationId: crypto.randomUUID(), name: 'Awa Diarra', email: colleagueEmail, role: 'team' }
  await advisor.call('POST', `/accompaniments/${id}/people`, colleagueView)
  colleague = await openVisitor(browser, jalon.address)
  await colleague.enter(await poll('the colleague’s invitation', () => jalon.linkTo(colleagueEmail)))
})

afterAll(async () => {
  await browser?.close()
  await jalon?.stop()
})

test('what is typed is saved without a button, and the page says when', async () => {
  await openArgument(advisor)
  await advisor.fill(field, 'Un frein levé, et une porte ouverte')
  await advisor.isSaved()
  await eventually(claim).toBe('Un frein levé, et une porte ouverte')
  const status = await advisor.page.$eval('.save', (element) => element.getAttribute('role'))
  expect(status).toBe('status')
})

test('a text that is left at once is saved all the same', async () => {
  await openArgument(advisor)
  await advisor.fill(field, 'Écrit juste avant de partir')
  await advisor.press('Tous les indicateurs')
  await eventually(claim).toBe('Écrit juste avant de partir')
})

test('two people who write the same thing are asked which to keep, and neither is lost', async () => {
  await Promise.all([openArgument(advisor), openArgument(colleague)])
  await colleague.fill(field, 'La version d’Awa')
  await colleague.isSaved()
  await eventually(claim).toBe('La version d’Awa')
  await advisor.fill(field, 'La version de Claire')
  await advisor.sees('Quelle réponse garder')
  await advisor.sees('La version d’Awa')
  expect(await claim()).toBe('La version d’Awa')

  await advisor.press('vous, à')
  await eventually(claim).toBe('La version de Claire')
  const history = await advisor.call<readonly { readonly by: string }[]>(
    'GET',
    `/accompaniments/${id}/entries/${encodeURIComponent(argument)}/history`,
  )
  expect(history.body.slice(0, 2).map(({ by }) => by)).toContain('Awa Diarra')
})

test('while Jalon does not answer nothing is lost, and the save leaves by itself afterwards', async () => {
  await openArgument(advisor)
  await jalon.closeDoor()
  await advisor.fill(field, 'Écrit pendant la coupure')
  await advisor.sees('attend le réseau')
  await jalon.openDoor()
  await advisor.isSaved()
  await eventually(claim).toBe('Écrit pendant la coupure')
})

test('a reload in the middle of a cut brings back what had not left', async () => {
  await openArgument(advisor)
  await jalon.closeDoor()
  await advisor.fill(field, 'Écrit, puis la page se ferme')
  await advisor.sees('attend le réseau')
  await advisor.page.goto('about:blank')
  await jalon.openDoor()
  await openArgument(advisor)
  await advisor.sees('Écrit, puis la page se ferme')
  await eventually(claim).toBe('Écrit, puis la page se ferme')
})

test('neither browser met a fault', () => {
  expect([...advisor.faults, ...colleague.faults]).toEqual([])
})

async function openArgument(visitor: Visitor): Promise<void> {
  await visitor.page.goto('about:blank')
  await visitor.go(`/accompaniments/${id}/evidence#${argument}`)
  await visitor.page.waitForSelector(`[id="${argument}"] textarea`)
}

async function view(): Promise<AccompanimentView> {
  return (await advisor.call<AccompanimentView>('GET', `/accompaniments/${id}`)).body
}

async function claim(): Promise<unknown> {
  const value = (await view()).entries[argument]?.value
  return typeof value === 'object' && value !== null && 'claim' in value ? value.claim : undefined
}
