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
/** A meeting that has started and shows its first criterion. Answers its code. */
async function begin(): Promise<string> {
  room = await prepareRoom(advisor, accompaniment, '1')
  const [prepared] = (await room.view()).events
  const [criterion = ''] = prepared?.type === 'prepared' ? prepared.criteria : []
  await room.lead({ type: 'start' }, { type: 'present', criterionId: criterion })
  return (await room.view()).code ?? ''
}

test('a disk that fills up in the middle of the meeting is told, and what waits still leaves', async () => {
  const phone = await openPhone(browser, line.address, await begin())
  await phone.sees('Touchez votre réponse')
  line.cut()
  await phone.page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await phone.press('Je ne sais pas')
  await phone.sees('Ce téléphone ne peut rien garder')
  await phone.sees('Gardée dans cette page, pas encore envoyée')
  line.mend()
  await phone.sees('C’est envoyé')
  await room.lead({ type: 'close' })
  await phone.sees('La réunion est terminée')
  expect(await leftOnDevice(phone)).toEqual([])
  await phone.close()
})

test('storage cleared in the middle of the meeting: the phone says that its place is gone, and enters again', async () => {
  const code = await begin()
  const phone = await openPhone(browser, line.address, code)
  await phone.sees('Connecté')
  const context = phone.page.browserContext()
  await context.deleteCookie(...(await context.cookies()))
  await phone.page.evaluate(async () => {
    window.localStorage.clear()
    for (const name of await caches.keys()) await caches.delete(name)
    indexedDB.deleteDatabase('jalon-join')
  })
  line.cut()
  line.mend()
  await phone.sees('Votre place n’est plus ouverte')
  expect(await leftOnDevice(phone)).toEqual([])
  await isAccessibleOnPhones(phone)
  await phone.go(`/join#${code}`)
  await phone.sees('Touchez votre réponse')
  await phone.press('Non concerné')
  await phone.sees('C’est envoyé')
  await room.lead({ type: 'close' })
  await phone.close()
})

test('the next person on the same phone sees nothing of the one before', async () => {
  const code = await begin()
  const phone = await openPhone(browser, line.address, code)
  await phone.press('Je ne sais pas')
  await phone.sees('C’est envoyé')
  await phone.press('Tous les critères')
  line.cut()
  await phone.press('Quitter la réunion')
  await phone.sees('Vous avez quitté la réunion')
  line.mend()
  await phone.go(`/join#${code}`)
  await phone.sees('Touchez votre réponse')
  await phone.press('Tous les critères')
  await phone.noLongerSees('Je ne sais pas')
  await phone.sees('0 réponse sur')
  await room.lead({ type: 'close' })
  await phone.close()
})

test('the worker of the page and its files go while answers wait: none is lost', async () => {
  const phone = await openPhone(browser, line.address, await begin())
  await phone.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await phone.sees('Connecté')
  line.cut()
  await phone.press('Je ne sais pas')
  await phone.sees('Sans réseau : 1 réponse attend')
  await phone.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/join')
    await registration?.unregister()
    for (const name of await caches.keys()) if (name.startsWith('jalon-join-')) await caches.delete(name)
  })
  line.mend()
  await phone.sees('C’est envoyé')
  await phone.page.reload()
  await phone.sees('C’est envoyé')
  await room.lead({ type: 'close' })
  await phone.sees('La réunion est terminée')
  await phone.close()
})
