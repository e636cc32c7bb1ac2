import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { accessibilityFaults, sidewaysOverflow } from '#test/support/journey/axe.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'
import { poll } from '#test/support/poll.ts'

type Portfolio = { readonly items: readonly { readonly id: string; readonly state: string }[] }

let jalon: RunningJalon
let browser: Browser
const members = new Map<string, Visitor>()
const ids = new Map<string, string>()

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'yes' }), launchBrowser(undefined)])
  const advisor = await openVisitor(browser, jalon.address)
  await advisor.enter(jalon.advisorLink)
  const portfolio = await advisor.call<Portfolio>('GET', '/portfolio')
  for (const { state, id } of portfolio.body.items) ids.set(state, id)
  for (const role of ['referent', 'team', 'reader']) members.set(role, await invited(advisor, role))
})

afterAll(async () => {
  await browser?.close()
  await jalon?.stop()
})

describe.each(['referent', 'team', 'reader'])('what a %s sees', (role) => {
  test.each([1280, 320])('is accessible and never scrolls sideways at %i px', async (width) => {
    const member = members.get(role)
    if (member === undefined) throw new Error(`no ${role}`)
    await member.page.setViewport({ width, height: 800 })
    for (const path of ['/', ...accompanimentPaths()]) {
      await member.page.goto(`${jalon.address}${path}`, { waitUntil: 'networkidle0' })
      expect([path, await accessibilityFaults(member.page), await sidewaysOverflow(member.page)]).toEqual([
        path,
        [],
        [],
      ])
    }
  })
})

function accompanimentPaths(): readonly string[] {
  const evidence = ['', '/preparation', '/positioning', '/arguments', '/evidence', '/results', '/plan', '/synthesis']
  const delivered = ['', '/plan', '/synthesis', '/follow-up']
  return [
    ...evidence.map((page) => `/accompaniments/${ids.get('evidence')}${page}`),
    ...delivered.map((page) => `/accompaniments/${ids.get('delivered')}${page}`),
  ]
}

/** Someone who belongs to both accompaniments, and enters by a link asked for on the sign-in page. */
async function invited(advisor: Visitor, role: string): Promise<Visitor> {
  const email = `${role}@member.test`
  for (const state of ['evidence', 'delivered']) {
    const reply = await advisor.call('POST', `/accompaniments/${ids.get(state)}/people`, {
      operationId: randomUUID(),
      name: `Camille ${role}`,
      email,
      role,
      ...(role === 'reader' ? { expiresOn: '2099-12-31' } : {}),
    })
    expect(reply.status).toBeLessThan(300)
  }
  const member = await openVisitor(browser, jalon.address)
  await member.page.goto(`${jalon.address}/`, { waitUntil: 'networkidle0' })
  await member.call('POST', '/sign-in', { email })
  await member.enter(await poll(`the link of ${email}`, () => jalon.linkTo(email)))
  return member
}
