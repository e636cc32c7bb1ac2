import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMonths } from '#src/shared/days.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import type { PerceptionTickets, PerceptionView, QuizView } from '#src/contract/awareness.ts'
import type { Criterion, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { openPhone, prepareRoom, type LedRoom } from '#test/support/journey/phone.ts'
import { readPdf } from '#test/support/journey/read-pdf.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { dossierOf, type StandingDossier } from '#test/support/journey/standing-dossier.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'

/** The advisor, the direction, and a team of eight on phones: one audit of practices, from its request to its documents. */
let jalon: RunningJalon
let browser: Browser
let advisor: Visitor
let direction: Visitor
let id = ''
let dossier: StandingDossier
let criteria: readonly Criterion[] = []
const team: Visitor[] = []
const today = new Date().toISOString().slice(0, 10)
const period = String(new Date().getFullYear() - 1)
const directionEmail = 'direction@passerelle.test'

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'no' }), launchBrowser(undefined)])
  advisor = await openVisitor(browser, jalon.address)
  direction = await openVisitor(browser, jalon.address)
})

afterAll(async () => {
  await browser?.close()
  await jalon?.stop()
})

test('the advisor opens an audit, agrees on confidentiality, and the direction enters by its mail', async () => {
  await advisor.enter(jalon.advisorLink)
  await advisor.go('/accompaniments/new')
  await advisor.choose('Lutte contre les discriminations')
  await advisor.choose('Nouvelle')
  await advisor.fill('Nom', 'Passerelle Intérim')
  await advisor.fill('SIRET', '000 001 933 00019')
  await advisor.choose('ETTI')
  await advisor.choose('Nourrir son projet')
  await advisor.fill('Prénom et nom', 'Inès Marchetti')
  await advisor.fill('Adresse électronique', directionEmail)
  await advisor.press('Ouvrir l’accompagnement')
  await advisor.sees('Ce qui reste à faire')
  id = new URL(advisor.page.url()).pathname.split('/')[2] ?? ''
  dossier = dossierOf(advisor, id)
  const { questionnaire } = await dossier.state()
  const read = await advisor.call<Questionnaire>('GET', `/questionnaires/${questionnaire.id}/${questionnaire.version}`)
  criteria = read.body.dimensions
    .flatMap((dimension) => dimension.criteria)
    .filter(({ excludedFor }) => !excludedFor.includes('ETTI'))

  await advisor.save(id, 'framing/membership', { member: true, checkedOn: today })
  await move('Retenir la demande', 'qualified')
  await advisor.save(id, 'framing/scope', 'entity')
  await advisor.save(id, 'framing/period', period)
  await advisor.save(id, 'framing/pricing-accepted', true)
  for (const meeting of ['framing', 'awareness', 'audit-1', 'audit-2', 'restitution', 'plan'])
    await advisor.save(id, `meeting/${meeting}`, { startsAt: `${today}T14:00`, minutes: 120, place: 'À l’agence' })
  await move('Valider le cadrage', 'framing')

  await advisor.go(`/accompaniments/${id}/framing`)
  await advisor.select('Pourquoi maintenant', 'Prévenir')
  await advisor.choose('La direction l’accepte')
  await advisor.fill('Qui porte le sujet', 'Responsable d’agence')
  await advisor.isSaved()
  await move('Ouvrir la sensibilisation', 'awareness')

  await eventually(() => jalon.linkTo(directionEmail)).toBeDefined()
  await direction.enter(jalon.linkTo(directionEmail) ?? '')
  await direction.sees('Passerelle Intérim')
})

test('eight people take the quiz on their phones, and the group’s answers are debated on the wall', async () => {
  await advisor.go(`/accompaniments/${id}/awareness`)
  await advisor.press('Ouvrir le quiz')
  await eventually(async () => (await quiz()).rounds[0]?.code).toBeDefined()
  const code = (await quiz()).rounds[0]?.code ?? ''
  for (let person = 0; person < 8; person += 1) team.push(await openPhone(browser, jalon.address, code))
  await Promise.all(team.map(takeQuiz))
  await eventually(async () => (await quiz()).rounds[0]?.answers).toBe(8)
  await advisor.call('POST', `/accompaniments/${id}/quiz/rounds/before/close`, { operationId: randomUUID() })

  const { results } = await quiz()
  expect(results.rounds.before).toMatchObject({ shown: true, answers: 8 })
  await advisor.go(`/accompaniments/${id}/debate`)
  await advisor.sees('Cas 1 sur 15')
  await advisor.key('r')
  await advisor.sees('La bonne réponse')
  await advisor.sees('Ce que fait une bonne équipe')
})

test('twelve people say how it goes here, and nothing is read before the end', async () => {
  const until = addMonths(today, 1)
  await advisor.go(`/accompaniments/${id}/perception`)
  await advisor.fill('Combien de personnes', '12')
  await advisor.fill('Dernier jour', until)
  await advisor.choose('L’information est affichée')
  await advisor.press('Ouvrir l’enquête')
  await eventually(async () => (await dossier.state()).state).toBe('perception')

  const { tickets } = (await advisor.call<PerceptionTickets>('GET', `/accompaniments/${id}/perception/tickets`)).body
  expect(tickets).toHaveLength(12)
  for (const [index, ticket] of tickets.entries())
    await advisor.call('POST', '/perception/answers', {
      ticket,
      answers: { 'perc-respect': index < 7 ? 'plutot' : 'plutot-pas', 'perc-ici': 'non' },
    })
  expect((await survey()).results).toBeUndefined()
  await advisor.go(`/accompaniments/${id}/perception`)
  await advisor.sees('12 réponses sur 12')
  await advisor.call('POST', `/accompaniments/${id}/perception/close`, { operationId: randomUUID() })
  expect((await survey()).results).toMatchObject({ shown: true, answers: 12 })
  await advisor.go(`/accompaniments/${id}/perception`)
  await advisor.sees('Ce que disent 12 personnes')
  await move('Commencer l’audit des pratiques', 'audit')
})

test('the team takes position without a name, agrees, and says how each legal duty stands', async () => {
  const room = await prepareRoom(advisor, id, 'audit-1')
  await room.lead({ type: 'start' })
  const code = (await room.view()).code ?? ''
  const [first] = criteria
  await Promise.all(team.map((phone) => enterRoom(phone, code)))
  await agreeTogether(room, first?.id ?? '')
  expect((await dossier.entry(`spread/${first?.id ?? ''}`))?.value).toMatchObject({ level3: 8 })
  await room.lead({ type: 'close' })

  const firstLegal = criteria.find(({ legal }) => legal)
  for (const criterion of criteria.slice(1)) {
    const level = criterion.id === firstLegal?.id ? 1 : 3
    await direction.save(id, `criterion/${criterion.id}`, { level, example: 'Une règle écrite, remise à chacun.' })
  }
  for (const { id: criterion } of criteria.filter(({ legal }) => legal))
    await direction.save(id, `comment/${criterion}`, 'Fait à l’agence, à étendre aux chantiers.')
  await move('Passer à la restitution', 'restitution')
})

test('the restitution shows what to protect first, and waits for the direction', async () => {
  await advisor.go(`/accompaniments/${id}/restitution`)
  await advisor.sees('Un point à protéger d’abord')
  await advisor.choose('La direction était présente')
  await advisor.isSaved()
  await move('Passer au plan de progrès', 'planning')
})

test('the plan answers the warning within three months, and both documents are approved', async () => {
  const firstLegal = criteria.find(({ legal }) => legal)
  const others = criteria.filter(({ legal }) => !legal).slice(0, 2)
  for (const criterion of [...(firstLegal === undefined ? [] : [firstLegal]), ...others])
    await direction.save(id, `action/${randomUUID()}`, {
      title: `Écrire la règle : ${criterion.shortTitle}`,
      origin: criterion.legal ? 'legal' : 'team',
      criterion: criterion.id,
      impact: 2,
      effort: 1,
      owner: 'Responsable d’agence',
      dueOn: addMonths(today, 2),
      firstStep: 'En parler en équipe',
      deliverable: 'Une page affichée',
      status: 'todo',
    })
  await direction.save(id, 'message', 'Ici, chacun est accueilli pour ce qu’il sait faire.')
  await advisor.go(`/accompaniments/${id}/synthesis`)
  await advisor.press('Imprimer les deux documents')
  await eventually(async () => (await dossier.syntheses()).filter(({ state }) => state === 'ready').length).toBe(2)
  await move('Envoyer en relecture', 'review')

  for (const subject of ['logo', 'practices']) await direction.save(id, `consent/${subject}`, true)
  await direction.go(`/accompaniments/${id}`)
  await direction.press('Approuver la synthèse')
  await eventually(async () => (await dossier.state()).state).toBe('delivered')
})

test('one document is confidential and says everything; the other is for the wall and tells no figure', async () => {
  const delivered = async (audience: string) =>
    (await dossier.syntheses()).find((each) => each.audience === audience && each.revision === 1)
  await eventually(async () => (await delivered('lcd-public'))?.state).toBe('ready')
  await eventually(async () => (await delivered('lcd-internal'))?.state).toBe('ready')
  const read = async (audience: string) =>
    readPdf(await direction.bytes(`/accompaniments/${id}/syntheses/${(await delivered(audience))?.id ?? ''}/pdf`))
  const warning = criteria.find(({ legal }) => legal)

  const internal = await read('lcd-internal')
  expect(internal.pages).toBeGreaterThanOrEqual(6)
  expect(internal.pages).toBeLessThanOrEqual(8)
  expect(internal.isTagged).toBe(true)
  expect(internal.text.match(/Confidentiel/gu)?.length ?? 0).toBeGreaterThanOrEqual(internal.pages)
  expect(internal.text).toContain(warning?.title.replaceAll('’', "'"))

  const everyone = await read('lcd-public')
  expect(everyone.pages).toBe(1)
  expect(everyone.text).toContain("Ici, chacun est accueilli pour ce qu'il sait faire.")
  // The action that lifts the warning would reveal it.
  expect(everyone.text).not.toContain(`Écrire la règle : ${warning?.shortTitle ?? ''}`.replaceAll('’', "'"))
  expect(everyone.text).not.toMatch(/niveau \d|\d+ %|score/iu)

  // The raw answers are gone; the totals stay.
  expect((await survey()).results).toMatchObject({ shown: true, answers: 12 })
})

test('no browser met a fault', () => {
  expect([advisor, direction, ...team].flatMap(({ faults }) => faults)).toEqual([])
})

const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000, interval: 50 })

const quiz = async () => (await advisor.call<QuizView>('GET', `/accompaniments/${id}/quiz`)).body
const survey = async () => (await advisor.call<PerceptionView>('GET', `/accompaniments/${id}/perception`)).body

async function takeQuiz(phone: Visitor): Promise<void> {
  await phone.press('Répondre sans mot')
  for (let number = 1; number <= 15; number += 1) {
    await phone.sees(`Cas ${number} sur 15`)
    const first = await phone.page.evaluate(() => document.querySelector('.card')?.textContent ?? '')
    await phone.press(first)
    await phone.sees('C’est noté')
    await phone.press(number < 15 ? 'Cas suivant' : 'Terminer')
  }
  await phone.press('Envoyer mes réponses')
  await phone.sees('C’est noté, merci')
}

async function enterRoom(phone: Visitor, code: string): Promise<void> {
  await phone.page.goto('about:blank')
  await phone.go(`/join#${code}`)
}

/** Each person alone, then the spread, then the level all agree on. */
async function agreeTogether(room: LedRoom, criterionId: string): Promise<void> {
  await room.lead({ type: 'present', criterionId })
  const levels = criteria.find((criterion) => criterion.id === criterionId)?.levels
  for (const phone of team) {
    await phone.sees(levels?.[2]?.slice(0, 30) ?? '')
    await phone.press(levels?.[2]?.slice(0, 30) ?? '')
    await phone.noLongerSees('Envoi')
  }
  await eventually(async () => (await room.view()).events.findLast(({ type }) => type === 'positioned')).toMatchObject({
    answered: 8,
  })
  await room.lead(
    { type: 'reveal', criterionId },
    { type: 'agree', criterionId, answer: { level: 3, example: 'Une charte remise à chacun.' }, baseRevision: 0 },
  )
}

/** Takes the step that the home offers once nothing is missing. */
async function move(button: string, to: AccompanimentView['state']): Promise<void> {
  await advisor.go(`/accompaniments/${id}`)
  await advisor.press(button)
  await eventually(async () => (await dossier.state()).state).toBe(to)
}
