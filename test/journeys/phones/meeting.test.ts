import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { giveFortyAnswersOffline, touch } from '#test/support/journey/forty-answers.ts'
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
let other: Awaited<ReturnType<RunningJalon['openAnother']>>
let line: Line
let browser: Browser
let advisor: Visitor
let accompaniment: string
let room: LedRoom
let criteria: readonly string[]
const phones: Visitor[] = []
const levels = ['1', '2', '3', '4'] as const

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'no' }), launchBrowser(undefined)])
  other = await jalon.openAnother()
  line = await openLine([Number(new URL(jalon.address).port), other.port])
  advisor = await openVisitor(browser, jalon.address)
  await advisor.enter(jalon.advisorLink)
  accompaniment = await prepareTeam(advisor)
  room = await prepareRoom(advisor, accompaniment, '1')
  const [prepared] = (await room.view()).events
  criteria = prepared?.type === 'prepared' ? prepared.criteria : []
})

afterAll(async () => {
  await browser?.close()
  await line?.close()
  await other?.stop()
  await jalon?.stop()
})

const criterion = (index: number) => criteria[index] ?? ''
const first = () => {
  const [phone] = phones
  if (phone === undefined) throw new Error('nobody has joined')
  return phone
}

test('a code that opens nothing says so, and is not left in the address', async () => {
  const phone = await openPhone(browser, line.address, 'AAAAAA')
  await phone.sees('Ce code n’ouvre rien en ce moment')
  expect(phone.page.url()).toBe(`${line.address}/join`)
  await isAccessibleOnPhones(phone)
  await phone.fill('Votre code', 'abc')
  await phone.press('Entrer')
  await phone.sees('Un code a six ou huit signes')
  await phone.close()
})

test('who cannot come answers before, until the meeting starts', async () => {
  const { earlyCode = '' } = await room.view()
  const early = await openPhone(browser, line.address, earlyCode)
  await early.sees('Répondre avant la réunion')
  await isAccessibleOnPhones(early)
  await early.page.click('.line')
  await touch(early, 2)
  await early.sees('C’est envoyé')
  await isAccessibleOnPhones(early)
  await early.press('Critère suivant')
  await early.sees('Critère 2 sur')

  await room.lead({ type: 'start' })
  await early.sees('La réunion a commencé')
  await isAccessibleOnPhones(early)
  expect(await leftOnDevice(early)).toEqual([])
  await early.close()
})

test('twelve phones take position, see the spread once they have answered, and what the team agreed', async () => {
  const { code = '' } = await room.view()
  for (let count = 0; count < 12; count += 1) phones.push(await openPhone(browser, line.address, code))
  for (const phone of phones) await phone.sees('La réunion va commencer')
  expect(first().page.url()).toBe(`${line.address}/join`)
  await isAccessibleOnPhones(first())

  await room.lead({ type: 'present', criterionId: criterion(0) })
  for (const phone of phones) await phone.sees('Touchez votre réponse')
  await isAccessibleOnPhones(first())
  const [last] = phones.slice(-1)
  for (const [index, phone] of phones.slice(0, -1).entries()) await touch(phone, (index % 4) + 1)
  for (const phone of phones.slice(0, -1)) await phone.sees('C’est envoyé')
  await first().sees('12 réponses sur 12')
  await first().noLongerSees('Nos réponses')
  await isAccessibleOnPhones(first())

  await room.lead({ type: 'reveal', criterionId: criterion(0) })
  for (const phone of phones.slice(0, -1)) await phone.sees('Nos réponses')
  await isAccessibleOnPhones(first())
  await last?.sees('Répondez ou passez')
  await last?.noLongerSees('Nos réponses')
  await last?.press('Passer')
  await last?.sees('Nos réponses')

  const standing = await advisor.call<AccompanimentView>('GET', `/accompaniments/${accompaniment}`)
  const baseRevision = standing.body.entries[`criterion/${criterion(0)}`]?.revision ?? 0
  await room.lead({ type: 'agree', criterionId: criterion(0), answer: { level: 3 }, baseRevision })
  for (const phone of phones) await phone.sees('L’équipe s’est accordée')
  await isAccessibleOnPhones(first())
})

test('a code scanned twice keeps one seat', async () => {
  const { code = '' } = await room.view()
  const before = (await room.view()).events.filter((event) => event.type === 'joined').length
  const again = await first().page.browserContext().newPage()
  await again.goto(`${line.address}/join#${code}`)
  await again.waitForFunction(() => document.body.innerText.includes('Tous les critères'), { polling: 'mutation' })
  await again.close()
  expect((await room.view()).events.filter((event) => event.type === 'joined')).toHaveLength(before)
})

test('forty answers given without network leave once, in order, when it is back; the page opened again meanwhile', async () => {
  const until = async () => undefined
  // How long it takes is measured on a quiet machine, after ten minutes: `test/bench/ten-minutes.test.ts`.
  expect(await giveFortyAnswersOffline({ phone: first(), line, room, criteria, until })).toBeLessThan(10_000)
})

test('one of two servers dies in the middle of a vote: every phone goes on with the other', async () => {
  for (const phone of phones) await phone.noLongerSees('Sans réseau')
  await first().press('Tous les critères')
  await first().press('Revenir à la réunion')
  await room.lead({ type: 'present', criterionId: criterion(30) })
  for (const phone of phones) await phone.sees('Critère 31 sur')
  for (const [index, phone] of phones.slice(0, 6).entries()) await touch(phone, levels.length - (index % 4))

  line.lose(other.port)
  for (const [index, phone] of phones.slice(6).entries()) await touch(phone, (index % 4) + 1)
  for (const phone of phones) await phone.sees('C’est envoyé')
  for (const phone of phones) await phone.sees('12 réponses')
  await room.lead({ type: 'reveal', criterionId: criterion(30) })
  for (const phone of phones) await phone.sees('Nos réponses')
})

test('who leaves, and everyone once it is over, leaves nothing on the device', async () => {
  const [, second] = phones
  await second?.press('Tous les critères')
  await second?.press('Quitter la réunion')
  await second?.sees('Vous avez quitté la réunion')
  if (second !== undefined) expect(await leftOnDevice(second)).toEqual([])

  await room.lead({ type: 'close' })
  for (const phone of phones.filter((each) => each !== second)) {
    await phone.sees('La réunion est terminée')
    expect(await leftOnDevice(phone)).toEqual([])
  }
  await isAccessibleOnPhones(first())
  expect(phones.flatMap((phone) => phone.faults)).toEqual([])

  await first().page.reload()
  await first().sees('Entrer avec un code')
  for (const phone of phones) await phone.close()
})
