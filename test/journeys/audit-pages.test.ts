import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QuizView } from '#src/contract/awareness.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { loadVerifiedQuestionnaires } from '#server/questionnaires/verified.ts'
import { projectQuestionnaires } from '#server/questionnaires/project-questionnaires.ts'
import { accessibilityFaults, sidewaysOverflow } from '#test/support/journey/axe.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'
import { poll } from '#test/support/poll.ts'

type Portfolio = { readonly items: readonly { readonly id: string; readonly structure: { readonly name: string } }[] }

let jalon: RunningJalon
let browser: Browser
let advisor: Visitor
let member: Visitor
let id: string
let questionnaire: Questionnaire

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'yes' }), launchBrowser(undefined)])
  advisor = await openVisitor(browser, jalon.address)
  await advisor.enter(jalon.advisorLink)
  const { items } = (await advisor.call<Portfolio>('GET', '/portfolio')).body
  id = items.find(({ structure }) => structure.name.includes('Viaduc'))?.id ?? ''
  const [audit] = [...(await loadVerifiedQuestionnaires(projectQuestionnaires)).values()].filter(
    (loaded) => loaded.questionnaire.id === 'lutte-discriminations',
  )
  if (audit === undefined) throw new Error('no questionnaire follows the audit of practices')
  questionnaire = audit.questionnaire
  member = await invited('team')
})

afterAll(async () => {
  await browser?.close()
  await jalon?.stop()
})

const page = (name: string) => `/accompaniments/${id}${name === '' ? '' : `/${name}`}`
const pages = ['', 'framing', 'awareness', 'perception', 'positioning', 'meeting', 'restitution', 'results', 'plan']
const others = [
  'meeting#preparation',
  'evidence',
  'synthesis',
  'follow-up',
  'people',
  'law',
  'wall',
  'debate',
  'tickets',
  'poster',
]

describe.each([1280, 320])('at %i px, an audit of the example', (width) => {
  test.each([...pages, ...others])('is accessible and never scrolls sideways on its page « %s »', async (name) => {
    await advisor.page.setViewport({ width, height: 800 })
    await isForEveryone(advisor, page(name))
  })

  test.each(['', 'awareness', 'perception', 'restitution', 'positioning'])(
    'is so for its team on « %s »',
    async (name) => {
      await member.page.setViewport({ width, height: 800 })
      await isForEveryone(member, page(name))
    },
  )
})

test('the team reads what the group knew, and neither opens a round nor sees the tickets', async () => {
  await member.page.setViewport({ width: 1280, height: 800 })
  await member.go(page('awareness'))
  await member.sees('Ce que le groupe savait')
  expect(await member.page.$$eval('.quiz-round button', (buttons) => buttons.length)).toBe(0)
  expect((await member.call('GET', `/accompaniments/${id}/perception/tickets`)).status).toBeGreaterThanOrEqual(400)
})

test('the home tells how many answered and what is protected, and no figure that the survey hides', async () => {
  await advisor.page.setViewport({ width: 1280, height: 800 })
  await advisor.go(page(''))
  await advisor.sees('12 réponses avant')
  await advisor.sees('34 réponses sur 58')
  await advisor.sees('trois vigilances, chacune avec son action')
})

test('no ticket is left once the survey is closed, and the page says so', async () => {
  await advisor.go(page('tickets'))
  await advisor.sees('Il n’y a pas de billets à imprimer')
  await advisor.sees('L’enquête est close')
  await advisor.press('Revenir à l’enquête')
  await advisor.sees('Ce que disent 34 personnes')
})

test('how a legal duty stands is not saved while it could name someone, and says why', async () => {
  await advisor.page.setViewport({ width: 1280, height: 800 })
  const criterion = questionnaire.dimensions.flatMap(({ criteria }) => criteria).find(({ legal }) => legal)
  const before = await commentOf(criterion?.id ?? '')
  await advisor.go(`${page('positioning')}#criterion/${criterion?.id ?? ''}`)
  await advisor.fill('Ce qui se passe aujourd’hui', '06 12 34 56 78 : appeler Madame Sophie Durand.')
  await advisor.sees('Pas encore enregistré')
  expect(await accessibilityFaults(advisor.page)).toEqual([])
  await advisor.fill('Ce qui se passe aujourd’hui', before)
  await advisor.noLongerSees('Pas encore enregistré')
})

test('the room sees a second round beside the first, once it is closed', async () => {
  const { quiz } = awarenessSections(questionnaire)
  // The count moves by itself in the window that is in front.
  await advisor.page.bringToFront()
  await advisor.go(page('awareness'))
  await advisor.press('Ouvrir le second passage')
  await advisor.sees('0 réponse reçue')
  const view = await advisor.call<QuizView>('GET', `/accompaniments/${id}/quiz`)
  const code = view.body.rounds.find(({ round }) => round === 'after')?.code ?? ''
  for (let person = 0; person < 8; person += 1) {
    const answers = Object.fromEntries(quiz.map((each) => [each.id, each.answer]))
    const sent = await advisor.call('POST', '/quiz/answers', { code, submissionId: randomUUID(), answers })
    expect(sent.status).toBe(204)
  }
  await advisor.page.waitForFunction(
    () => document.querySelector('[role="status"].quiz-count')?.textContent[0] === '8',
    {
      polling: 200,
    },
  )
  await advisor.press('Fermer et lire les résultats')
  await advisor.page.waitForSelector('[role="dialog"]')
  expect(await accessibilityFaults(advisor.page)).toEqual([])
  await advisor.press('Fermer et lire les résultats')
  await advisor.sees('8 sur 8')
  expect(await advisor.page.$$eval('.quiz-table thead th', (heads) => heads.length)).toBe(3)
  await isForEveryone(advisor, page('awareness'))
})

test('the law answers a search, accents put aside, and says when nothing fits', async () => {
  await advisor.go(page('law'))
  await advisor.fill('Chercher un motif', 'ETAT DE SANTE')
  await advisor.sees('L’état de santé')
  await advisor.noLongerSees('La grossesse')
  await advisor.fill('Chercher un motif', 'zzz')
  await advisor.sees('Aucun motif ne parle de')
})

test('the way out of the guidance leaves the site at once, and going back does not show it', async () => {
  const stranger = await openVisitor(browser, jalon.address)
  const left: string[] = []
  await stranger.page.setRequestInterception(true)
  stranger.page.on('request', (request) => {
    if (request.url().startsWith(jalon.address)) return void request.continue()
    left.push(request.url())
    void request.respond({ status: 200, contentType: 'text/html', body: '<title>elsewhere</title>' })
  })
  await stranger.go('/guidance')
  await stranger.press('Quitter vite')
  await stranger.page.waitForFunction(() => document.title === 'elsewhere')
  expect(left[0]).toMatch(/^https:/)
  await stranger.page.goBack()
  expect(stranger.page.url()).not.toContain('/guidance')
  await stranger.close()
})

test('no page broke, and none asked for what the content security policy refuses', () => {
  expect([...advisor.faults, ...member.faults]).toEqual([])
})

async function isForEveryone(visitor: Visitor, path: string): Promise<void> {
  await visitor.page.goto('about:blank')
  await visitor.go(path)
  await visitor.page.waitForFunction(
    () => document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null,
    { polling: 'mutation' },
  )
  await visitor.page.waitForNetworkIdle({ idleTime: 100 })
  expect(await sidewaysOverflow(visitor.page)).toEqual([])
  expect(await accessibilityFaults(visitor.page)).toEqual([])
}

async function commentOf(criterionId: string): Promise<string> {
  const view = await advisor.call<{
    readonly entries: Readonly<Record<string, { readonly value: string } | undefined>>
  }>('GET', `/accompaniments/${id}`)
  return view.body.entries[`comment/${criterionId}`]?.value ?? ''
}

/** Someone of the team, who enters by a link asked for on the sign-in page. */
async function invited(role: string): Promise<Visitor> {
  const email = `${role}@member.test`
  const reply = await advisor.call('POST', `/accompaniments/${id}/people`, {
    operationId: randomUUID(),
    name: `Camille ${role}`,
    email,
    role,
  })
  expect(reply.status).toBeLessThan(300)
  const visitor = await openVisitor(browser, jalon.address)
  await visitor.page.goto(`${jalon.address}/`, { waitUntil: 'networkidle0' })
  await visitor.call('POST', '/sign-in', { email })
  await visitor.enter(await poll(`the link of ${email}`, () => jalon.linkTo(email)))
  return visitor
}
