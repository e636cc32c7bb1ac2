import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { openLine, type Line } from '#test/support/journey/line.ts'
import {
  isAccessibleOnPhones,
  leftOnDevice,
  openPhone,
  prepareRoom,
  prepareTeam,
  type LedRoom,
} from '#test/support/journey/phone.ts'
import { accessibilityFaults, sidewaysOverflow } from '#test/support/journey/axe.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'

let jalon: RunningJalon
let line: Line
let browser: Browser
let advisor: Visitor
let accompaniment: string
let room: LedRoom

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'no' }), launchBrowser(undefined)])
  line = await openLine([Number(new URL(jalon.address).port)])
  advisor = await openVisitor(browser, jalon.address)
  await advisor.enter(jalon.advisorLink)
  accompaniment = await prepareTeam(advisor)
})

afterAll(async () => {
  await browser?.close()
  await line?.close()
  await jalon?.stop()
})

/** A meeting that has started and shows its first criterion. */
async function begin(named: boolean): Promise<{ readonly code: string; readonly criterion: string }> {
  room = await prepareRoom(advisor, accompaniment, '1', named)
  const { events } = await room.view()
  const [prepared] = events
  const [criterion = ''] = prepared?.type === 'prepared' ? prepared.criteria : []
  await room.lead({ type: 'start' }, { type: 'present', criterionId: criterion })
  return { code: (await room.view()).code ?? '', criterion }
}

test('a meeting where the team chose to give names asks for one, and says so beside the spread', async () => {
  const { code, criterion } = await begin(true)
  const phones = []
  for (const name of ['Samira', 'Paul', 'Inès']) {
    const phone = await openPhone(browser, line.address, code)
    await phone.sees('Votre prénom')
    await phone.press('Entrer')
    await phone.sees('Écrivez votre prénom.')
    await isAccessibleOnPhones(phone)
    await phone.fill('Votre prénom', name)
    await phone.press('Entrer')
    await phone.sees('Touchez votre réponse')
    await phone.press('Je ne sais pas')
    await phone.sees('C’est envoyé')
    phones.push(phone)
  }
  await room.lead({ type: 'reveal', criterionId: criterion })
  for (const phone of phones) await phone.sees('Votre équipe a choisi de donner les prénoms')

  await advisor.go(`/accompaniments/${accompaniment}/meeting`)
  await advisor.sees('Qui a répondu quoi')
  await advisor.noLongerSees('Samira')
  await advisor.page.focus('.meeting-names summary')
  await advisor.key('Enter')
  await advisor.sees('Inès, Paul et Samira')
  expect(await accessibilityFaults(advisor.page)).toEqual([])
  await advisor.go(`/accompaniments/${accompaniment}/room`)
  await advisor.sees('Personne n’a choisi de niveau')
  await advisor.noLongerSees('Samira')
  await room.lead({ type: 'close' })
  for (const phone of phones) {
    await phone.sees('La réunion est terminée')
    expect(await leftOnDevice(phone)).toEqual([])
    await phone.close()
  }
})

test('a browser that can keep nothing says so, and takes part all the same', async () => {
  const { code } = await begin(false)
  const phone = await openVisitor(browser, line.address)
  await phone.page.evaluateOnNewDocument(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined })
  })
  await phone.go(`/join#${code}`)
  await phone.press('Non concerné')
  await phone.sees('C’est envoyé')
  await phone.sees('Ce téléphone ne peut rien garder')
  await isAccessibleOnPhones(phone)

  line.cut()
  await phone.press('Changer ma réponse')
  await phone.press('Passer')
  await phone.sees('Gardée dans cette page, pas encore envoyée')
  await isAccessibleOnPhones(phone)
  await phone.press('Tous les critères')
  await phone.press('Quitter la réunion')
  await phone.sees('En quittant, elle serait perdue')
  await isAccessibleOnPhones(phone)
  await phone.press('Rester')
  line.mend()
  await phone.sees('Connecté')
  await room.lead({ type: 'close' })
  await phone.sees('La réunion est terminée')
  expect(phone.faults).toEqual([])
  await phone.close()
})

test('an answer that was sent stays on no device: opened without network the page says so, and shows it again with one', async () => {
  const { code } = await begin(false)
  const phone = await openPhone(browser, line.address, code)
  await phone.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await phone.press('Je ne sais pas')
  await phone.sees('1 réponse sur 1')
  const kept = await phone.page.evaluate(async () => {
    const copy = await (await caches.open('jalon-seat')).match('/api/seat')
    return (await copy?.json()) as { readonly mine: object }
  })
  expect(kept.mine).toEqual({})

  line.cut()
  await phone.page.reload()
  await phone.sees('Votre réponse est déjà partie')
  await isAccessibleOnPhones(phone)
  await phone.press('Tous les critères')
  await phone.sees('Déjà envoyée')
  await phone.sees('1 réponse sur 34')
  await phone.press('Revenir à la réunion')
  line.mend()
  await phone.sees('C’est envoyé')
  await phone.sees('Je ne sais pas')
  await room.lead({ type: 'close' })
  await phone.sees('La réunion est terminée')
  await phone.close()
})

test('an answer is said to be sent once the server has it, and not before', async () => {
  const { code } = await begin(false)
  const phone = await openPhone(browser, line.address, code)
  await phone.sees('Touchez votre réponse')
  line.swallow()
  await phone.press('Je ne sais pas')
  await phone.sees('Votre réponse part')
  await phone.noLongerSees('C’est envoyé')
  await isAccessibleOnPhones(phone)
  line.mend()
  await phone.sees('C’est envoyé')
  await room.lead({ type: 'close' })
  await phone.sees('La réunion est terminée')
  await phone.close()
})

test('while a proxy answers for a server that is gone, the page opens and answers wait', async () => {
  const { code } = await begin(false)
  const phone = await openPhone(browser, line.address, code)
  await phone.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  line.refuse()
  await phone.page.reload()
  await phone.sees('Touchez votre réponse')
  await phone.press('Je ne sais pas')
  await phone.sees('Sans réseau : 1 réponse attend')
  line.mend()
  await phone.sees('C’est envoyé')
  await room.lead({ type: 'close' })
  await phone.sees('La réunion est terminée')
  await phone.close()
})

test('a page closed before it could send, opened again once the meeting is over, says so and leaves nothing', async () => {
  const { code } = await begin(false)
  const phone = await openPhone(browser, line.address, code)
  await phone.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await phone.press('Je ne sais pas')
  await phone.sees('C’est envoyé')
  line.cut()
  await phone.press('Changer ma réponse')
  await phone.press('Passer')
  await phone.sees('Sans réseau : 1 réponse attend')
  await phone.page.goto('about:blank')
  await room.lead({ type: 'close' })
  line.mend()

  await phone.go('/join')
  await phone.sees('Votre place n’est plus ouverte')
  await phone.sees('1 réponse n’a pas pu partir')
  expect(await leftOnDevice(phone)).toEqual([])
  await isAccessibleOnPhones(phone)
  await phone.press('Entrer avec un code')
  await phone.sees('Il est affiché sur l’écran de la salle')
  await phone.close()
})

test('a meeting is followed by keyboard alone, with the text twice as large', async () => {
  const { code, criterion } = await begin(false)
  const phone = await openPhone(browser, line.address, code)
  await phone.sees('Touchez votre réponse')
  await phone.page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  expect(await sidewaysOverflow(phone.page)).toEqual([])
  // The heading has the focus: the screen is read from its start.
  expect(await phone.page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await phone.page.waitForFunction(() => document.querySelector('.card:disabled') === null, { polling: 'mutation' })
  for (let tabs = 0; tabs < 20; tabs += 1) {
    await phone.key('Tab')
    if (await phone.page.evaluate(() => document.activeElement?.textContent.startsWith('2 ') === true)) break
  }
  await phone.key('Enter')
  await phone.sees('C’est envoyé')
  expect(await phone.page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  expect(await sidewaysOverflow(phone.page)).toEqual([])

  await room.lead({ type: 'agree', criterionId: criterion, answer: { level: 2 }, baseRevision: 0 })
  await phone.sees('L’équipe s’est accordée')
  await room.lead({ type: 'reopen', criterionId: criterion })
  await phone.sees('C’est envoyé')
  await room.lead({ type: 'close' })
  await phone.sees('La réunion est terminée')
  await phone.close()
})

test('the page kept for a meeting never stands before the signed-in application', async () => {
  const { code } = await begin(false)
  const phone = await openPhone(browser, line.address, code)
  await phone.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await phone.page.reload()
  await phone.sees('Touchez votre réponse')
  await phone.go('/')
  await phone.page.waitForSelector('#root *')
  const kept = await phone.page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return {
      isControlled: navigator.serviceWorker.controller !== null,
      foreign: requests
        .flat()
        .filter(
          ({ method, url }) => method !== 'GET' || !/^\/(join($|\/assets\/)|api\/seat$)/.test(new URL(url).pathname),
        )
        .map(({ url }) => url),
    }
  })
  expect(kept).toEqual({ isControlled: false, foreign: [] })
  await room.lead({ type: 'close' })
  await phone.close()
})
