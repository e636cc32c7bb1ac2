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
const otherPages = ['/', '/accompaniments/new', '/structures', '/practices', '/practices/new', '/outbox', '/nowhere']

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

test('no page broke, and none asked for what the content security policy refuses', () => {
  expect(advisor.faults).toEqual([])
})

async function checkPage(path: string): Promise<void> {
  const { page } = advisor
  await page.goto('about:blank')
  await advisor.go(path)
  await page.waitForFunction(
    () => document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null,
    { polling: 'mutation' },
  )
  await page.waitForNetworkIdle({ idleTime: 100 })
  expect(await sidewaysOverflow(page)).toEqual([])
  expect(await accessibilityFaults(page)).toEqual([])
}
