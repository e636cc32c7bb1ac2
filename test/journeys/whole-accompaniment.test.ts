import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMonths } from '#src/shared/days.ts'
import type { ProgressView } from '#src/contract/accompaniments.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { readPdf } from '#test/support/journey/read-pdf.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import {
  datePoint,
  dossierOf,
  openRoom,
  smallPdf,
  type StandingDossier,
} from '#test/support/journey/standing-dossier.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'
import { positionTheRest, writePreparation } from '#test/support/journey/written-by-the-team.ts'
import { aFolder } from '#test/support/temporary-folder.ts'

/** Two people, two browsers, one accompaniment: each test takes up where the one before left. */
let jalon: RunningJalon
let browser: Browser
let advisor: Visitor
let referent: Visitor
let id = ''
let questionnaire: Questionnaire
let dossier: StandingDossier

const period = String(new Date().getFullYear() - 1)
const today = new Date().toISOString().slice(0, 10)
const claims = [
  'Ici, un droit retrouvé change tout',
  'Un métier qui se transmet à deux',
  'Le quartier vient travailler chez nous',
] as const
const referentEmail = 'nadia@atelier-du-pont.test'

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'no' }), launchBrowser(undefined)])
  advisor = await openVisitor(browser, jalon.address)
  referent = await openVisitor(browser, jalon.address)
})

afterAll(async () => {
  await browser?.close()
  await jalon?.stop()
})

test('the advisor enters by the link of the terminal and opens an accompaniment for a new structure', async () => {
  await advisor.enter(jalon.advisorLink)
  await advisor.go('/accompaniments/new')
  await advisor.choose('Utilité sociale')
  await advisor.choose('Nouvelle')
  await advisor.fill('Nom', 'L’Atelier du Pont')
  await advisor.fill('SIRET', '000 001 933 00019')
  await advisor.choose('ACI')
  await advisor.choose('Faire reconnaître')
  await advisor.press('Ouvrir l’accompagnement')
  await advisor.sees('Ce qui reste à faire')

  id = new URL(advisor.page.url()).pathname.split('/')[2] ?? ''
  dossier = dossierOf(advisor, id)
  const view = await dossier.state()
  expect(view.state).toBe('requested')
  const { body } = await advisor.call<Questionnaire>(
    'GET',
    `/questionnaires/${view.questionnaire.id}/${view.questionnaire.version}`,
  )
  questionnaire = body
})

test('the frame is agreed, the dates are set, and the referent enters by the mailed link', async () => {
  await advisor.go(`/accompaniments/${id}/framing#framing/membership`)
  await advisor.choose('Oui')
  await advisor.isSaved()
  await advisor.go(`/accompaniments/${id}`)
  await advisor.press('Retenir la demande')
  await advisor.sees('Valider le cadrage')

  await advisor.save(id, 'framing/scope', 'entity')
  await advisor.save(id, 'framing/period', period)
  await advisor.save(id, 'framing/audience', 'full')
  await advisor.save(id, 'framing/pricing-accepted', true)
  await advisor.go(`/accompaniments/${id}/people`)
  await advisor.press('Inviter quelqu’un')
  await advisor.fill('Prénom et nom', 'Nadia Belkacem')
  await advisor.fill('Adresse électronique', referentEmail)
  await advisor.press('Envoyer l’invitation')
  await advisor.sees('Nadia Belkacem')

  for (const meeting of ['1', '2', '3']) {
    await advisor.save(id, `meeting/${meeting}`, { startsAt: `${today}T14:00`, minutes: 120, place: 'À l’atelier' })
  }
  // Dates set and invitation sent: the next step opens by itself.
  await move('Valider le cadrage', 'preparing')

  await eventually(() => jalon.linkTo(referentEmail)).toBeDefined()
  await referent.enter(jalon.linkTo(referentEmail) ?? '')
  await referent.sees('L’Atelier du Pont')
})

test('the structure prepares, and the team takes position together before the room', async () => {
  await writePreparation(referent, id, questionnaire, period)
  await move('Ouvrir le positionnement', 'arguments')

  const [first, second] = questionnaire.dimensions[0]?.criteria ?? []
  await advisor.go(`/accompaniments/${id}/meeting`)
  await advisor.sees(first?.title ?? '')
  const room = await openRoom(advisor, `${jalon.address}/accompaniments/${id}`)
  await room.sees('Quel niveau nous ressemble')
  await advisor.page.bringToFront()
  await advisor.key('3')
  await advisor.sees('L’équipe s’est accordée')
  await advisor.fill('L’exemple, dans les mots', 'Un point sur les droits chaque mois.')
  await advisor.isSaved()
  await room.sees('Décision de l’équipe')
  await room.sees('Un point sur les droits chaque mois.')

  await advisor.press('Critère suivant')
  await advisor.sees(second?.question.slice(0, 30) ?? '')
  await advisor.choose('Nous ne savons pas')
  await advisor.isSaved()
  await room.sees('L’équipe ne sait pas encore')
  await advisor.fill('Mes notes', 'ne doit pas répondre 1 2 3 4')
  await advisor.sees('Nous ne savons pas')
  expect((await dossier.entry(`criterion/${second?.id ?? ''}`))?.value).toMatchObject({ unknown: true })
  await room.close()

  await positionTheRest(referent, id, questionnaire)
  await advisor.go(`/accompaniments/${id}/meeting#closing`)
  await advisor.sees('Ce que l’équipe a décidé')
  await advisor.sees('Choisir au moins trois arguments forts')
})

test('results are explained from the score, and three arguments are chosen, written and ordered', async () => {
  const { score } = (await referent.call<ProgressView>('GET', `/accompaniments/${id}/progress`)).body
  await referent.go(`/accompaniments/${id}/results`)
  await referent.press('Pourquoi ce résultat')
  const [dimension] = score.dimensions
  const shown =
    dimension?.score.computable === true ? dimension.score.value.toFixed(1).replace('.', ',') : 'non calculé'
  await referent.sees(shown)

  await referent.go(`/accompaniments/${id}/arguments`)
  for (let chosen = 0; chosen < 3; chosen += 1) {
    await referent.press('Choisir ')
    await referent.sees(`Argument ${chosen + 1}`)
  }
  for (const [index, claim] of claims.entries()) await referent.fill(`Argument ${index + 1}, dans vos mots`, claim)
  await referent.isSaved()
  await referent.page.focus('.slot:nth-child(3) textarea')
  await referent.page.keyboard.down('Alt')
  await referent.key('ArrowUp')
  await referent.page.keyboard.up('Alt')
  await referent.sees('Argument déplacé en position 2 sur 3.')
  await referent.isSaved()
  await eventually(dossier.claims).toEqual([claims[0], claims[2], claims[1]])

  await move('Passer à l’objectivation', 'evidence')
})

test('each argument stands on a figure or a proof, and what is refused says why', async () => {
  await referent.go(`/accompaniments/${id}/evidence`)
  await referent.sees(claims[0])
  const folder = await aFolder()
  const wrong = path.join(folder, 'notes.pdf')
  await writeFile(wrong, 'Ceci n’est pas un PDF.')
  await referent.press('Ajouter une preuve')
  await referent.attach('Choisir un fichier', wrong)
  await referent.press('Ajouter la preuve')
  await referent.page.waitForSelector('[role="dialog"] [role="alert"]')
  const right = path.join(folder, 'bilan-anonymise.pdf')
  await writeFile(right, smallPdf)
  await referent.attach('Choisir un fichier', right)
  await referent.press('Ajouter la preuve')
  await referent.sees('bilan-anonymise.pdf')

  await referent.press('Retirer « bilan-anonymise.pdf »')
  await referent.sees('« bilan-anonymise.pdf » est retirée.')
  await referent.press('Annuler le retrait')
  await referent.sees('Télécharger')

  await referent.press(claims[1])
  await referent.press('Ajouter une preuve')
  await referent.choose('Un témoignage')
  await referent.fill('La phrase', 'On m’a appris à apprendre.')
  await referent.fill('Qui parle', 'Salariée en parcours')
  await referent.choose('La personne a donné son accord écrit')
  await referent.press('Ajouter la preuve')
  await referent.sees('On m’a appris à apprendre.')

  await referent.press(claims[2])
  await referent.select('Ajouter un indicateur', 'Freins levés ou réduits')
  await referent.fill('freins levés', '90')
  await referent.fill('freins repérés', '60')
  await referent.sees('150 %')
  await referent.sees('Au-delà de 100 %')
  await referent.fill('freins levés', '45')
  await referent.sees('75 %')
  await referent.isSaved()

  await advisor.go(`/accompaniments/${id}/evidence`)
  await advisor.press('Passer au plan de progrès')
  await eventually(async () => (await dossier.state()).state).toBe('planning')
})

test('the plan takes three suggestions, each carried, dated and measurable', async () => {
  await advisor.go(`/accompaniments/${id}/plan`)
  await advisor.sees('Le plan est encore vide')
  for (let added = 1; added <= 3; added += 1) {
    await advisor.press('Ajouter ')
    await eventually(async () => (await dossier.actions()).length).toBe(added)
  }
  await advisor.fill('Qui la porte', 'Direction')
  await advisor.fill('Pour quand', addMonths(today, 2))
  await advisor.fill('Le premier pas', 'Réunir l’équipe une heure')
  await advisor.fill('Ce qui existera', 'Une fiche remise à chaque arrivée')
  await advisor.choose('lourd')
  await advisor.press('Choisir une autre priorité')
  await advisor.choose('Priorité 1')
  await advisor.press('Retenir cette priorité')
  await advisor.sees('la raison reste dans le dossier')
  await advisor.fill('Pourquoi l’équipe en décide autrement', 'Les équipes l’attendent')
  await advisor.press('Retenir cette priorité')
  await advisor.sees('« Les équipes l’attendent »')
  await advisor.isSaved()

  for (const { key, value } of await dossier.actions()) {
    if (!('owner' in value)) {
      const more = { owner: 'Direction', dueOn: addMonths(today, 2), firstStep: 'En parler', deliverable: 'Une fiche' }
      await advisor.save(id, key, { ...value, ...more })
    }
  }
  await advisor.go(`/accompaniments/${id}/plan`)
  await advisor.press('Rédiger la synthèse')
  await eventually(async () => (await dossier.state()).state).toBe('drafting')
})

test('the direction writes its word, sends the draft back with a reason, then approves', async () => {
  await referent.go(`/accompaniments/${id}/synthesis`)
  await referent.fill('Votre mot', 'Nous sommes fiers de ce que ce travail montre.')
  await referent.isSaved()
  await advisor.go(`/accompaniments/${id}/synthesis`)
  await advisor.press('Imprimer la synthèse')
  await advisor.sees('à jour')
  await advisor.press('Envoyer en relecture')
  await advisor.sees('La synthèse est en relecture')

  await referent.go(`/accompaniments/${id}/synthesis`)
  await referent.press('Demander une correction')
  await referent.fill('Que faut-il corriger', 'Le nom de l’atelier')
  await referent.page.evaluate(() =>
    document.querySelector<HTMLButtonElement>('[role="dialog"] [type="submit"]')?.click(),
  )
  await eventually(async () => (await dossier.state()).state).toBe('drafting')
  expect((await dossier.state()).transitions.at(-1)?.reason).toBe('Le nom de l’atelier')

  await referent.save(id, 'message', 'Nous sommes fiers de ce que montre l’atelier.')
  await advisor.go(`/accompaniments/${id}/synthesis`)
  await advisor.press('Imprimer à nouveau')
  await eventually(
    async () => (await dossier.syntheses())[0]?.state === 'ready' && (await dossier.syntheses())[0]?.current,
  ).toBe(true)
  await advisor.press('Envoyer en relecture')
  await eventually(async () => (await dossier.state()).state).toBe('review')

  await referent.go(`/accompaniments/${id}/synthesis`)
  for (const subject of ['logo', 'quotes', 'practices']) {
    const yes = await referent.page.waitForSelector(`[id="consent/${subject}"] label`)
    await yes?.click()
  }
  await referent.press('Approuver la synthèse')
  await referent.sees('La synthèse est remise')
  expect((await dossier.state()).frozen).toBe(true)
})

test('the delivered PDF is read back, and a correction leaves it as it was, byte for byte', async () => {
  await eventually(async () => (await dossier.revision(1))?.state).toBe('ready')
  const delivered = await dossier.revision(1)
  const pdf = await referent.bytes(`/accompaniments/${id}/syntheses/${delivered?.id ?? ''}/pdf`)
  const read = await readPdf(pdf)
  expect(read.pages).toBeGreaterThanOrEqual(6)
  expect(read.isTagged).toBe(true)
  expect(read.language).toMatch(/^fr/)
  expect(read.title).toContain('L’Atelier du Pont')
  for (const words of ["L'Atelier du Pont", ...claims, "Nous sommes fiers de ce que montre l'atelier.", '75 %']) {
    expect(read.text).toContain(words.replaceAll('’', "'"))
  }

  const refused = await referent.call<{ readonly code: string }>('PUT', `/accompaniments/${id}/entries/message`, {
    operationId: crypto.randomUUID(),
    baseRevision: (await dossier.entry('message'))?.revision ?? 0,
    value: 'Trop tard.',
  })
  expect([refused.status, refused.body.code]).toEqual([409, 'read-only'])

  await advisor.go(`/accompaniments/${id}/synthesis`)
  await advisor.press('Corriger la synthèse remise')
  await advisor.fill('Qu’est-ce qui doit être corrigé', 'Une faute dans le mot de la direction')
  await advisor.press('Ouvrir une correction')
  await advisor.sees('Une correction est ouverte')
  await referent.save(id, 'message', 'Nous sommes fiers de ce que montre notre atelier.')
  await advisor.press('Imprimer la révision corrigée')
  await eventually(async () => (await dossier.revision(2))?.state).toBe('ready')
  await advisor.sees('Révision 2')
  expect(await referent.bytes(`/accompaniments/${id}/syntheses/${delivered?.id ?? ''}/pdf`)).toEqual(pdf)
})

test('the follow-up is dated, held or given up with a reason, and the accompaniment ends', async () => {
  await advisor.go(`/accompaniments/${id}/follow-up`)
  const [sixMonths, twelveMonths] = [addMonths(today, 6), addMonths(today, 12)]
  await datePoint(advisor, 'm6', `${sixMonths}T10:00`)
  await advisor.isSaved()
  // The date is all that the follow-up waited for: it opens by itself.
  await eventually(async () => (await dossier.state()).state).toBe('follow-up')

  await advisor.press('Mettre à jour')
  await advisor.choose('Bloquée')
  await advisor.press('Enregistrer')
  await advisor.sees('écrivez-la')
  await advisor.fill('Ce qui s’est passé', 'Le partenaire n’a plus de place')
  await advisor.press('Enregistrer')
  await advisor.sees('Le partenaire n’a plus de place')

  await advisor.choose('Le point s’est tenu')
  await datePoint(advisor, 'm12', `${twelveMonths}T10:00`)
  await advisor.press('Il ne se tiendra pas')
  await advisor.fill('Pourquoi ce point', 'La direction change')
  await advisor.press('Noter qu’il ne se tiendra pas')
  await advisor.sees('« La direction change »')
  await advisor.press('Terminer l’accompagnement')
  await eventually(async () => (await dossier.state()).state).toBe('closed')
})

test('neither browser met a fault', () => {
  expect([...advisor.faults, ...referent.faults]).toEqual([])
})

/** Looks again until it holds; on a busy machine a document takes a while to print. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000, interval: 50 })

/** Takes the step that the home offers once nothing is missing. */
async function move(button: string, to: string): Promise<void> {
  await advisor.go(`/accompaniments/${id}`)
  await advisor.press(button)
  await eventually(async () => (await dossier.state()).state).toBe(to)
}
