import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { accessibilityFaults, sidewaysOverflow } from '#test/support/journey/axe.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'

let jalon: RunningJalon
let browser: Browser
let advisor: Visitor

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'yes' }), launchBrowser(undefined)])
  advisor = await openVisitor(browser, jalon.address)
})

afterAll(async () => {
  await browser?.close()
  await jalon?.stop()
})

async function isAccessible(visitor: Visitor): Promise<void> {
  for (const width of [1280, 320]) {
    await visitor.page.setViewport({ width, height: 800 })
    await visitor.page.waitForNetworkIdle({ idleTime: 100 })
    expect(await sidewaysOverflow(visitor.page)).toEqual([])
    expect(await accessibilityFaults(visitor.page)).toEqual([])
  }
  await visitor.page.setViewport({ width: 1280, height: 800 })
}

test('the first advisor says who they are, names the network, and a colleague comes and goes', async () => {
  await advisor.enter(jalon.advisorLink)
  await advisor.sees('Bonjour, ')
  await advisor.sees('Jalon ne sait pas encore qui vous êtes')
  await isAccessible(advisor)

  await advisor.press('Dire qui vous êtes')
  await advisor.sees('Dites qui vous êtes')
  await isAccessible(advisor)
  await advisor.press('Enregistrer')
  await advisor.sees('Écrivez votre prénom et votre nom.')
  await isAccessible(advisor)
  await advisor.fill('Prénom et nom', 'Claire Vasseur')
  await advisor.fill('Votre adresse électronique', 'Claire.Vasseur@example.org')
  await advisor.press('Enregistrer')
  await advisor.sees('Ce que les autres voient de vous')
  await advisor.sees('C’est enregistré.')

  await advisor.fill('Nom du réseau', 'Coorace Île-de-France')
  await advisor.press('Changer le nom')
  await advisor.sees('C’est enregistré.')

  await advisor.press('Inviter une ou un collègue')
  await advisor.sees('Qui accompagnera avec vous')
  await isAccessible(advisor)
  await advisor.fill('Prénom et nom', 'Inès Moreau')
  await advisor.fill('Adresse électronique', 'ines@example.org')
  await advisor.press('Envoyer l’invitation')
  await advisor.sees('Deux personnes accompagnent')
  await isAccessible(advisor)

  const ines = await openVisitor(browser, jalon.address)
  await expect.poll(() => jalon.linkTo('ines@example.org')).toBeDefined()
  await ines.enter(jalon.linkTo('ines@example.org') ?? '')
  await ines.sees('Bonjour Inès, ')
  await ines.noLongerSees('Jalon ne sait pas encore')

  await advisor.press('Retirer l’accès')
  await advisor.sees('Retirer l’accès de Inès Moreau')
  await isAccessible(advisor)
  await advisor.press('Retirer l’accès')
  await advisor.sees('Vous êtes seul ou seule à accompagner')
  await ines.go('/')
  await ines.sees('Aucun accompagnement ne vous est ouvert')
  await ines.close()
})

test('a new address is confirmed from its own mailbox', async () => {
  await advisor.go('/account')
  await advisor.fill('Votre adresse électronique', 'claire@coorace.example')
  await advisor.press('Enregistrer')
  await advisor.sees('Un message est parti à claire@coorace.example')
  await isAccessible(advisor)

  await expect.poll(() => jalon.linkTo('claire@coorace.example')).toBeDefined()
  await advisor.go(jalon.linkTo('claire@coorace.example') ?? '')
  await advisor.sees('Est-ce bien votre nouvelle adresse')
  await isAccessible(advisor)
  await advisor.press('Confirmer cette adresse')
  await advisor.sees('Votre adresse est confirmée')
  await advisor.go(jalon.linkTo('claire@coorace.example') ?? '')
  await advisor.sees('Ce lien ne sert plus')
  expect(advisor.faults).toEqual([])
})
