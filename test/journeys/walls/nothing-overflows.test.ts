import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import type { PerceptionTickets, QuizView } from '#src/contract/awareness.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { projectQuestionnaires } from '#server/questionnaires/project-questionnaires.ts'
import { loadVerifiedQuestionnaires } from '#server/questionnaires/verified.ts'
import { launchBrowser, type Browser, type Page } from '#server/pdf/browser.ts'
import { accessibilityFaults } from '#test/support/journey/axe.ts'
import { prepareAudit, prepareRoom, prepareTeam, type LedRoom } from '#test/support/journey/phone.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { joinRoom } from '#test/support/journey/seated-phone.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'
import { smallestText, wallFaults } from '#test/support/journey/wall.ts'

/** Every criterion, every case and every warning of both real questionnaires on the wall, at the sizes that rooms project. */
let jalon: RunningJalon
let browser: Browser
let advisor: Visitor
let wall: Page
let audit = ''
let questionnaire: Questionnaire

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'no' }), launchBrowser(undefined)])
  advisor = await openVisitor(browser, jalon.address)
  await advisor.enter(jalon.advisorLink)
  audit = await prepareAudit(advisor)
  questionnaire = await questionnaireOf(audit)
  wall = await advisor.page.browserContext().newPage()
})

afterAll(async () => {
  await browser?.close()
  await jalon?.stop()
})

test('every case of the debate fits, asked and answered, whatever the group said', async () => {
  const { quiz } = awarenessSections(questionnaire)
  const path = `/accompaniments/${audit}/quiz/rounds`
  expect(quiz.length).toBeGreaterThan(0)
  const opened = await advisor.call<QuizView>('POST', path, { operationId: randomUUID(), round: 'before' })
  await open(audit, 'debate')
  expect(await everyCase(quiz.length)).toEqual([])

  const code = opened.body.rounds.find(({ round }) => round === 'before')?.code ?? ''
  for (let person = 0; person < 24; person += 1) {
    const chosen = quiz.map(({ id, options, answer }) => [id, options[person % (options.length * 2)]?.id ?? answer])
    const answers: unknown = Object.fromEntries(chosen)
    await advisor.call('POST', '/quiz/answers', { code, submissionId: randomUUID(), answers })
  }
  await advisor.call('POST', `${path}/before/close`, { operationId: randomUUID() })
  await open(audit, 'debate')
  await wall.waitForSelector('.debate-count')
  expect(await everyCase(quiz.length)).toEqual([])
  // References of the law are for the record: they are smaller, and the notes have them too.
  expect(await smallestText(wall, 'footer, .debate-texts')).toBeGreaterThanOrEqual(34)
})

test('every criterion of the audit fits while the room answers and once the team has agreed', async () => {
  await survey()
  const moved = { operationId: randomUUID(), event: 'start-audit', from: 'perception' }
  expect((await advisor.call('POST', `/accompaniments/${audit}/transitions`, moved)).status).toBe(200)
  const room = await prepareRoom(advisor, audit, 'audit-1')
  expect(await everyCriterion(audit, questionnaire, room)).toEqual([])
  await room.lead({ type: 'close' })
})

test('every criterion of the first method fits too', async () => {
  const team = await prepareTeam(advisor)
  const room = await prepareRoom(advisor, team, '1')
  expect(await everyCriterion(team, await questionnaireOf(team), room)).toEqual([])
})

test('the restitution fits with no warning, with some, and with every duty unmet, with all that people said', async () => {
  const { perception } = awarenessSections(questionnaire)
  const said = (perception?.items ?? []).filter(
    ({ kind, criteria = [] }) => kind === 'statement' && criteria.length > 0,
  )
  expect(said.length).toBeGreaterThan(0)
  const criteria = questionnaire.dimensions
    .flatMap((dimension) => dimension.criteria)
    .filter(({ excludedFor }) => !excludedFor.includes('ACI'))
  const duties = criteria.filter(({ legal }) => legal).map(({ id }) => id)
  for (const { id } of criteria) await prove(`criterion/${id}`)
  for (const unmet of [0, 3, 8, duties.length]) {
    const warned = duties.slice(0, unmet)
    for (const { id } of criteria) await advisor.save(audit, `criterion/${id}`, { level: warned.includes(id) ? 1 : 3 })
    await open(audit, 'wall')
    await wall.waitForFunction(
      (count) => document.querySelectorAll('ol .number').length === count,
      { polling: 50 },
      unmet,
    )
    expect([unmet, await wallFaults(wall)]).toEqual([unmet, []])
    expect(await accessibilityFaults(wall)).toEqual([])

    await wall.keyboard.press('ArrowRight')
    await wall.waitForSelector('.wall-second')
    expect(await wall.$$('.restitution-said li')).toHaveLength(said.length)
    expect([unmet, await wallFaults(wall)]).toEqual([unmet, []])
    expect(await accessibilityFaults(wall)).toEqual([])
    await wall.keyboard.press('ArrowLeft')
    await wall.waitForSelector('.profile')
  }
})

test('in a narrow window, which scrolls, nothing is left out', async () => {
  await open(audit, 'debate')
  await wall.setViewport({ width: 390, height: 640 })
  await wall.keyboard.press('r')
  await wall.waitForSelector('.debate-after')
  expect(await wall.$eval('.debate-situation', (each) => each.getClientRects().length)).toBeGreaterThan(0)
  await open(audit, 'wall')
  expect(
    await wall.$$eval('.restitution-columns > section', (all) => all.map((each) => each.getClientRects().length > 0)),
  ).toEqual([true, true, true])
})

test('no page broke', () => {
  expect(advisor.faults).toEqual([])
})

async function open(id: string, page: string): Promise<void> {
  await wall.bringToFront()
  await wall.goto('about:blank')
  await wall.goto(`${jalon.address}/accompaniments/${id}/${page}`, { waitUntil: 'networkidle2' })
  await wall.waitForSelector('#content h1')
}

/** From the folder: the awareness sections of what the server sends are not read yet. */
async function questionnaireOf(accompaniment: string): Promise<Questionnaire> {
  const { id, version } = (await advisor.call<AccompanimentView>('GET', `/accompaniments/${accompaniment}`)).body
    .questionnaire
  const loaded = [...(await loadVerifiedQuestionnaires(projectQuestionnaires)).values()]
  const found = loaded.find(({ questionnaire: each }) => each.id === id && each.version === version)
  if (found === undefined) throw new Error(`no questionnaire ${id} ${version}`)
  return found.questionnaire
}

async function everyCase(count: number): Promise<readonly string[]> {
  const faults: string[] = []
  for (let number = 1; number <= count; number += 1) {
    for (const moment of ['asked', 'answered']) {
      if (moment === 'answered') await wall.keyboard.press('r')
      for (const fault of await wallFaults(wall)) faults.push(`case ${number} ${moment}, ${fault}`)
    }
    await wall.keyboard.press('ArrowRight')
  }
  return faults
}

/** Each criterion with its spread, which narrows the levels, then with what the team agreed and an example of three lines. */
async function everyCriterion(id: string, { dimensions }: Questionnaire, room: LedRoom): Promise<readonly string[]> {
  await room.lead({ type: 'start' })
  const { code = '', events } = await room.view()
  const [prepared] = events
  const order = prepared?.type === 'prepared' ? prepared.criteria : []
  const criteria = dimensions.flatMap((dimension) => dimension.criteria)
  const seats = await Promise.all(Array.from({ length: 7 }, () => joinRoom(jalon.address, code)))
  const faults: string[] = []
  expect(order.length).toBeGreaterThan(0)
  await open(id, 'room')
  expect(await wallFaults(wall)).toEqual([])
  for (const [index, criterionId] of order.entries()) {
    await room.lead({ type: 'present', criterionId })
    await Promise.all(
      seats.map((seat, person) =>
        seat.position(
          criterionId,
          person < 4 ? { level: levels[person] ?? 1 } : (others[person - 4] ?? { passed: true }),
        ),
      ),
    )
    await room.lead({ type: 'reveal', criterionId })
    const title = criteria.find((criterion) => criterion.id === criterionId)?.title ?? ''
    await wall.waitForFunction(
      (wanted) => document.querySelector('h1')?.textContent === wanted && document.querySelector('.spread') !== null,
      { polling: 50 },
      title,
    )
    for (const fault of await wallFaults(wall)) faults.push(`${criterionId}, answered, ${fault}`)
    await room.lead({ type: 'agree', criterionId, answer: { level: levels[index % 4] ?? 1, example }, baseRevision: 0 })
    await wall.waitForSelector('.room.agreed')
    for (const fault of await wallFaults(wall)) faults.push(`${criterionId}, agreed, ${fault}`)
  }
  for (const seat of seats) seat.leave()
  return faults
}

const levels = [1, 2, 3, 4] as const
const others = [{ unknown: true }, { notApplicable: true }, { passed: true }] as const
const example =
  'Chaque frein est noté à l’entrée, puis revu tous les deux mois avec la plateforme de mobilité et le CCAS ; le suivi est partagé en équipe, et nous en parlons aux partenaires qui nous orientent des personnes.'

async function prove(target: string): Promise<void> {
  const link = { kind: 'link', url: 'https://example.org/procedure', name: 'Procédure écrite' }
  const sent = await advisor.call('POST', `/accompaniments/${audit}/proofs`, {
    operationId: randomUUID(),
    target,
    ...link,
  })
  expect(sent.status).toBe(201)
}

/** Thirty-four people, each class of each statement large enough for no row to be masked. */
async function survey(): Promise<void> {
  const { perception } = awarenessSections(questionnaire)
  const path = `/accompaniments/${audit}/perception`
  const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  const wanted = { operationId: randomUUID(), invited: 40, until, informationDisplayed: true }
  const { tickets } = (await advisor.call<PerceptionTickets>('POST', path, wanted)).body
  for (const [person, ticket] of tickets.slice(0, 34).entries()) {
    const answers = Object.fromEntries(
      (perception?.items ?? []).map(({ id, choices }, index) => {
        const rank = (person + index * 5) % 34
        return [id, (rank < 20 ? choices[0] : rank < 28 ? choices.at(-2) : choices.at(-1))?.id ?? '']
      }),
    )
    expect((await advisor.call('POST', '/perception/answers', { ticket, answers })).status).toBe(204)
  }
  await advisor.call('POST', `${path}/close`, { operationId: randomUUID() })
}
