import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { accessibilityFaults, sidewaysOverflow } from '#test/support/journey/axe.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'

type Portfolio = { readonly items: readonly { readonly id: string; readonly state: string }[] }

let jalon: RunningJalon
let browser: Browser
let advisor: Visitor
const ids = new Map<string, string>()

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'yes' }), launchBrowser(undefined)])
  advisor = await openVisitor(browser, jalon.address)
  await advisor.enter(jalon.advisorLink)
  const portfolio = await advisor.call<Portfolio>('GET', '/portfolio')
  for (const { state, id } of portfolio.body.items) ids.set(state, id)
})

afterAll(async () => {
  await browser?.close()
  await jalon?.stop()
})

/** `<state>/<page>`: the example's accompaniment in that state. */
const accompanimentPages = [
  'requested/',
  'requested/framing',
  'requested/plan',
  'requested/results',
  'evidence/',
  'evidence/framing',
  'evidence/preparation',
  'evidence/positioning',
  'evidence/people',
  'evidence/meeting',
  'evidence/meeting#closing',
  'evidence/room',
  'evidence/results',
  'evidence/arguments',
  'evidence/evidence',
  'evidence/evidence#indicators',
  'evidence/plan',
  'evidence/synthesis',
  'evidence/follow-up',
  'delivered/',
  'delivered/evidence',
  'delivered/plan',
  'delivered/synthesis',
  'delivered/follow-up',
]
const otherPages = [
  '/',
  '/accompaniments/new',
  '/structures',
  '/practices',
  '/practices/new',
  '/outbox',
  '/account',
  '/nowhere',
]

describe.each([
  { width: 1280, height: 800 },
  { width: 320, height: 640 },
])('at $width px', ({ width, height }) => {
  beforeAll(() => advisor.page.setViewport({ width, height }))

  test.each(otherPages)('%s is accessible and never scrolls sideways', async (path) => {
    await checkPage(path)
  })

  test.each(accompanimentPages)('the accompaniment %s is accessible and never scrolls sideways', async (name) => {
    const [state = '', ...rest] = name.split('/')
    const id = ids.get(state)
    expect(id).toBeDefined()
    await checkPage(`/accompaniments/${id ?? ''}${rest.join('') === '' ? '' : `/${rest.join('/')}`}`)
  })
})

test.each([
  { page: 'evidence/results', opens: 'Pourquoi ce résultat' },
  { page: 'evidence/evidence', opens: 'Ajouter une preuve' },
  { page: 'evidence/meeting', opens: 'Mettre de côté' },
  { page: 'delivered/follow-up', opens: 'Mettre à jour' },
  { page: 'delivered/synthesis', opens: 'Corriger la synthèse remise' },
])('what « $opens » opens over a page is accessible too, and Escape closes it', async ({ page: name, opens }) => {
  const [state = '', path = ''] = name.split('/')
  await advisor.go(`/accompaniments/${ids.get(state) ?? ''}/${path}`)
  await advisor.press(opens)
  await advisor.page.waitForSelector('[role="dialog"]')
  await advisor.page.waitForNetworkIdle({ idleTime: 100 })
  expect(await accessibilityFaults(advisor.page)).toEqual([])
  expect(await sidewaysOverflow(advisor.page)).toEqual([])
  await advisor.key('Escape')
  await advisor.page.waitForSelector('[role="dialog"]', { hidden: true })
})

test('someone who is not signed in is led to a sign-in page that is accessible', async () => {
  const stranger = await openVisitor(browser, jalon.address)
  await stranger.go(`/accompaniments/${ids.get('evidence') ?? ''}/plan`)
  await stranger.page.waitForFunction(() => location.pathname === '/sign-in' && document.querySelector('h1') !== null, {
    polling: 'mutation',
  })
  expect(await accessibilityFaults(stranger.page)).toEqual([])
  await stranger.close()
})

test('no page broke, and none asked for what the content security policy refuses', () => {
  expect(advisor.faults).toEqual([])
})

/** A page of its own each time: a request that leaving a page cuts short would count as under way ever after. */
async function checkPage(path: string): Promise<void> {
  const page = await advisor.page.browserContext().newPage()
  page.on('pageerror', (error) => advisor.faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text().includes('Content Security Policy'))
      advisor.faults.push(message.text())
  })
  page.setDefaultTimeout(15_000)
  await page.setViewport(advisor.page.viewport())
  await page.goto(`${jalon.address}${path}`)
  await page.waitForFunction(
    () => document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null,
    { polling: 'mutation' },
  )
  await page.waitForNetworkIdle({ idleTime: 100 })
  expect(await sidewaysOverflow(page)).toEqual([])
  expect(await accessibilityFaults(page)).toEqual([])
  await page.close()
}
