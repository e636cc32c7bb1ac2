import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'

/** Where the keyboard is after each gesture: never nowhere. */
let jalon: RunningJalon
let browser: Browser
let advisor: Visitor

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'no' }), launchBrowser(undefined)])
  advisor = await openVisitor(browser, jalon.address)
  await advisor.enter(jalon.advisorLink)
})

afterAll(async () => {
  await browser?.close()
  await jalon?.stop()
})

test('a form that was saved keeps the focus on its button', async () => {
  await advisor.go('/account')
  await advisor.fill('Prénom et nom', 'Sonia Belkacem')
  await advisor.fill('Votre adresse électronique', 'sonia@reseau.test')
  await advisor.press('Enregistrer')
  await advisor.sees('C’est enregistré')
  await eventually(focused).toBe('Enregistrer')
})

test('a dialog that closes by itself, its button gone, gives the focus to the page', async () => {
  await advisor.go('/structures')
  await advisor.press('Ajouter une structure')
  await advisor.fill('Nom', 'Passerelle Intérim')
  await advisor.press('Enregistrer la structure')
  await advisor.sees('Une structure.')
  await eventually(focusedId).toBe('content')
})

test.each([
  ['Escape', () => advisor.key('Escape')],
  ['its button', () => advisor.press('Annuler')],
])('a dialog given up by %s gives the focus back to what opened it', async (_, giveUp) => {
  await advisor.press('Modifier')
  await advisor.sees('Forme juridique')
  await eventually(() => advisor.page.$eval('[role="dialog"]', (box) => box.contains(document.activeElement))).toBe(
    true,
  )
  await giveUp()
  await eventually(focused).toBe('Modifier Passerelle Intérim')
})

test('a network that has a structure is not said to have none', async () => {
  await advisor.go('/')
  await advisor.sees('Nouvel accompagnement')
  await advisor.noLongerSees('Aucune structure')
})

test('what is missing takes the focus, a choice as well as a field', async () => {
  await advisor.go('/accompaniments/new')
  await advisor.choose('Lutte contre les discriminations')
  await advisor.choose('Nouvelle')
  await advisor.fill('Nom', 'Atelier du Canal')
  await advisor.fill('SIRET', '000 001 933 00019')
  await advisor.choose('ETTI')
  await advisor.press('Ouvrir l’accompagnement')
  await advisor.sees('Choisissez pourquoi elle demande')
  await eventually(() => advisor.page.evaluate(() => document.activeElement?.closest('#new-motive') !== null)).toBe(
    true,
  )
})

test('after a step is taken, the focus is on what is to be done next', async () => {
  await advisor.choose('Nourrir son projet')
  await advisor.press('Ouvrir l’accompagnement')
  await advisor.sees('Noter l’adhésion')
  await advisor.press('Noter l’adhésion')
  await advisor.choose('Oui')
  await advisor.isSaved()
  await advisor.press('Atelier du Canal')
  await advisor.press('Retenir la demande')
  await advisor.sees('avant de valider')
  await eventually(focusedId).toBe('next-title')
})

const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 10_000, interval: 50 })

const focused = () =>
  advisor.page.evaluate(() => (document.activeElement?.textContent ?? '').replaceAll(/\s+/gu, ' ').trim())
const focusedId = () => advisor.page.evaluate(() => document.activeElement?.id)
