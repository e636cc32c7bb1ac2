import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PerceptionTickets, PerceptionView, QuizView } from '#src/contract/awareness.ts'
import type { Criterion } from '#src/questionnaire/questionnaire.ts'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import type { AwarenessSections } from '#src/questionnaire/sections/awareness.ts'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { loadVerifiedQuestionnaires } from '#server/questionnaires/verified.ts'
import { projectQuestionnaires } from '#server/questionnaires/project-questionnaires.ts'
import { accessibilityFaults, sidewaysOverflow } from '#test/support/journey/axe.ts'
import { prepareAudit } from '#test/support/journey/phone.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'

let jalon: RunningJalon
let browser: Browser
let advisor: Visitor
let id: string
let sections: AwarenessSections
let criteria: readonly Criterion[]

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'no' }), launchBrowser(undefined)])
  advisor = await openVisitor(browser, jalon.address)
  await advisor.enter(jalon.advisorLink)
  id = await prepareAudit(advisor)
  const loaded = await loadVerifiedQuestionnaires(projectQuestionnaires)
  const [audit] = [...loaded.values()].filter(({ questionnaire }) => questionnaire.id === 'lutte-discriminations')
  if (audit === undefined) throw new Error('no questionnaire follows the audit of practices')
  sections = awarenessSections(audit.questionnaire)
  criteria = audit.questionnaire.dimensions
    .flatMap((dimension) => dimension.criteria)
    .filter(({ excludedFor }) => !excludedFor.includes('ACI'))
})

afterAll(async () => {
  await browser?.close()
  await jalon?.stop()
})

const page = (name: string) => `/accompaniments/${id}/${name}`

/** Wide, projected and on the smallest phone. */
async function isForEveryone(visitor: Visitor, path: string): Promise<void> {
  for (const [width, height] of [
    [1440, 900],
    [1920, 1080],
    [320, 640],
  ] as const) {
    await visitor.page.setViewport({ width, height })
    await visitor.page.goto('about:blank')
    await visitor.go(path)
    await visitor.page.waitForFunction(
      () => document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null,
      { polling: 'mutation' },
    )
    await visitor.page.evaluate(() => document.fonts.ready.then(() => undefined))
    expect(await sidewaysOverflow(visitor.page)).toEqual([])
    expect(await accessibilityFaults(visitor.page)).toEqual([])
  }
  await visitor.page.setViewport({ width: 1440, height: 900 })
}

test('the guidance opens without an account and leaves nothing on the device', async () => {
  const stranger = await openVisitor(browser, jalon.address)
  await isForEveryone(stranger, '/guidance')
  await stranger.sees('Quitter vite')
  const left = await stranger.page.evaluate(() => [
    ...Object.keys(window.localStorage),
    ...Object.keys(window.sessionStorage),
    document.cookie,
  ])
  expect(left.filter((each) => each !== '' && !each.startsWith('tsr'))).toEqual([])
  await stranger.close()
})

test('every page of an audit has its door to the guidance', async () => {
  await advisor.go(page('positioning'))
  await advisor.press('Que faire face à une situation')
  await advisor.sees('Quitter vite')
})

test('under seven answers the debate shows cases, the law and no figure', async () => {
  await isForEveryone(advisor, page('awareness'))
  await advisor.go(page('awareness'))
  await advisor.press('Ouvrir le quiz')
  await advisor.sees('0 réponse reçue')
  await isForEveryone(advisor, page('awareness'))
  await isForEveryone(advisor, page('debate'))
  await advisor.go(page('debate'))
  await advisor.sees('Encore sept réponses avant d’afficher')
  await advisor.key('r')
  await advisor.sees('La bonne réponse')
  await advisor.sees('Ce que fait une bonne équipe')
  expect(await accessibilityFaults(advisor.page)).toEqual([])
  expect(await advisor.page.$$('.debate-count')).toHaveLength(0)
  await advisor.key('ArrowRight')
  await advisor.sees(`Cas 2 sur ${sections.quiz.length}`)
})

test('notes lead the wall from a window of their own', async () => {
  const notes = await advisor.page.browserContext().newPage()
  await notes.setViewport({ width: 760, height: 820 })
  await notes.goto(`${jalon.address}${page('debate-notes')}`)
  await notes.waitForFunction(() => document.body.innerText.includes('Cas 2 sur'), { polling: 100 })
  expect(await accessibilityFaults(notes)).toEqual([])
  await notes.keyboard.press('ArrowRight')
  await notes.close()
  await advisor.sees(`Cas 3 sur ${sections.quiz.length}`)
})

test('from seven answers, and once closed, the group reads what it answered', async () => {
  const view = await advisor.call<QuizView>('GET', `/accompaniments/${id}/quiz`)
  const code = view.body.rounds.find(({ round }) => round === 'before')?.code ?? ''
  for (let person = 0; person < 8; person += 1) {
    const answers = Object.fromEntries(
      sections.quiz.map(({ id: caseId, options, answer }, index) => [
        caseId,
        (index + person) % 3 === 0 ? (options[0]?.id ?? answer) : answer,
      ]),
    )
    const sent = await advisor.call('POST', '/quiz/answers', { code, submissionId: randomUUID(), answers })
    expect(sent.status).toBe(204)
  }
  await advisor.go(page('awareness'))
  await advisor.sees('8 réponses reçues')
  await advisor.press('Fermer et lire les résultats')
  await advisor.page.waitForSelector('[role="dialog"]')
  await advisor.press('Fermer et lire les résultats')
  await advisor.sees('Ce que le groupe savait')
  await isForEveryone(advisor, page('awareness'))
  await advisor.go(page('debate'))
  await advisor.page.waitForSelector('.debate-count')
  await isForEveryone(advisor, page('debate'))
})

test('the law is explained, and searched', async () => {
  await isForEveryone(advisor, page('law'))
  await advisor.sees(sections.legalGrounds[0]?.title ?? 'none')
})

test('before its time the survey says when it opens, and has no tickets', async () => {
  const asked = await advisor.call<{ readonly id: string }>('POST', '/accompaniments', {
    operationId: randomUUID(),
    structure: { name: 'Intérim des Deux Rives', kinds: ['ETTI'] },
    method: 'lutte-discriminations',
    motive: 'other',
  })
  const early = `/accompaniments/${asked.body.id}`
  await isForEveryone(advisor, `${early}/perception`)
  await advisor.sees('L’enquête n’est pas encore ouverte')
  await isForEveryone(advisor, `${early}/tickets`)
  await advisor.sees('Il n’y a pas de billets à imprimer')
  await advisor.go(early)
  await advisor.sees('après l’audit')
})

test('a survey opens with its tickets, shows a count alone, then what may be shown', async () => {
  await isForEveryone(advisor, page('perception'))
  await advisor.go(page('perception'))
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  await advisor.fill('Combien de personnes', '40')
  await advisor.fill('Dernier jour', day)
  await advisor.choose('information')
  await advisor.press('Ouvrir')
  await advisor.sees('sur 40')
  await isForEveryone(advisor, page('perception'))
  await isForEveryone(advisor, page('tickets'))
  await isForEveryone(advisor, page('poster'))

  const { tickets } = (await advisor.call<PerceptionTickets>('GET', `/accompaniments/${id}/perception/tickets`)).body
  expect(tickets).toHaveLength(40)
  for (const [person, ticket] of tickets.slice(0, 34).entries()) {
    const answers = Object.fromEntries(
      (sections.perception?.items ?? []).map(({ id: item, choices }, index) => [
        item,
        choices[(person * (index + 3)) % Math.min(3, choices.length)]?.id ?? '',
      ]),
    )
    const sent = await advisor.call('POST', '/perception/answers', { ticket, answers })
    expect(sent.status).toBe(204)
  }
  const open = await advisor.call<PerceptionView>('GET', `/accompaniments/${id}/perception`)
  expect(open.body).toMatchObject({ status: 'open', answered: 34 })
  expect(open.body.results).toBeUndefined()

  await advisor.call('POST', `/accompaniments/${id}/perception/close`, { operationId: randomUUID() })
  await isForEveryone(advisor, page('perception'))
  await advisor.sees('Ce que disent 34 personnes')
  expect(await advisor.page.evaluate(() => document.querySelector('.perception-table')?.textContent ?? '')).not.toMatch(
    /%/,
  )
})

test('the restitution and its wall open before anything is answered', async () => {
  await isForEveryone(advisor, page('restitution'))
  await isForEveryone(advisor, page('wall'))
})

test('once positions are taken, the wall shows what to protect first and the counts beside the levels', async () => {
  const moved = await advisor.call('POST', `/accompaniments/${id}/transitions`, {
    operationId: randomUUID(),
    event: 'start-audit',
    from: 'perception',
  })
  expect(moved.status).toBe(200)
  for (const [index, criterion] of criteria.entries())
    await advisor.save(id, `criterion/${criterion.id}`, { level: (index % 4) + 1, example: 'Une procédure écrite.' })

  await isForEveryone(advisor, page('restitution'))
  await isForEveryone(advisor, page('wall'))
  await advisor.go(page('wall'))
  await advisor.sees('à protéger d’abord')
  await advisor.sees('Oui, parmi 34 personnes')
})

test('no page broke, and none asked for what the content security policy refuses', () => {
  expect(advisor.faults).toEqual([])
})
