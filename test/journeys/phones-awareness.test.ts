import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PerceptionTickets, PerceptionView, QuizView } from '#src/contract/awareness.ts'
import { launchBrowser, type Browser } from '#server/pdf/browser.ts'
import { openLine, type Line } from '#test/support/journey/line.ts'
import { isAccessibleOnPhones, leftOnDevice, openPhone, prepareAudit } from '#test/support/journey/phone.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'

let jalon: RunningJalon
let line: Line
let browser: Browser
let advisor: Visitor
let path: string

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'no' }), launchBrowser(undefined)])
  line = await openLine([Number(new URL(jalon.address).port)])
  advisor = await openVisitor(browser, jalon.address)
  await advisor.enter(jalon.advisorLink)
  path = `/accompaniments/${await prepareAudit(advisor)}`
})

afterAll(async () => {
  await browser?.close()
  await line?.close()
  await jalon?.stop()
})

const cards = (phone: Visitor) =>
  phone.page.evaluate(() => [...document.querySelectorAll('.card')].map((card) => card.textContent))

async function openRound(round: 'before' | 'after'): Promise<string> {
  const opened = await advisor.call<QuizView>('POST', `${path}/quiz/rounds`, { operationId: randomUUID(), round })
  return opened.body.rounds.find((each) => each.round === round)?.code ?? ''
}

test('a quiz is answered case by case, survives a reload and a cut, leaves once and leaves nothing', async () => {
  const phone = await openPhone(browser, line.address, await openRound('before'))
  await phone.sees('situations, sans nom')
  await isAccessibleOnPhones(phone)
  await phone.fill('Un mot à vous', 'girafe-84')
  await phone.press('Commencer')
  await phone.sees('Cas 1 sur')
  await isAccessibleOnPhones(phone)

  const options = await cards(phone)
  await phone.press(options[0] ?? '')
  await phone.sees('C’est noté')
  await isAccessibleOnPhones(phone)
  await phone.page.reload()
  await phone.sees('C’est noté')
  await phone.press('Changer ma réponse')
  await phone.sees('Touchez votre réponse')
  expect(await cards(phone)).toEqual(options)
  await phone.press(options[1] ?? '')

  const count = Number(await phone.page.evaluate(() => /Cas 1 sur (\d+)/.exec(document.body.innerText)?.[1]))
  for (let number = 2; number <= count; number += 1) {
    await phone.press('Cas suivant')
    await phone.sees(`Cas ${number} sur`)
    await phone.press((await cards(phone))[0] ?? '')
    await phone.sees('C’est noté')
  }
  await phone.press('Terminer')
  await phone.sees('Envoyer vos réponses')
  await isAccessibleOnPhones(phone)

  line.cut()
  await phone.press('Envoyer mes réponses')
  await phone.sees('Vos réponses attendent le réseau')
  await isAccessibleOnPhones(phone)
  line.mend()
  await phone.sees('C’est noté, merci')
  await isAccessibleOnPhones(phone)
  expect(await leftOnDevice(phone)).toEqual([])

  const view = await advisor.call<QuizView>('GET', `${path}/quiz`)
  expect(view.body.rounds.find(({ round }) => round === 'before')).toMatchObject({ status: 'open', answers: 1 })
  expect(phone.faults).toEqual([])
  await phone.close()
})

test('a quiz that closed meanwhile says that nothing can leave, and leaves nothing', async () => {
  const view = await advisor.call<QuizView>('GET', `${path}/quiz`)
  const code = view.body.rounds.find(({ round }) => round === 'before')?.code ?? ''
  const phone = await openPhone(browser, line.address, code)
  await phone.press('Répondre sans mot')
  const count = Number(await phone.page.evaluate(() => /Cas 1 sur (\d+)/.exec(document.body.innerText)?.[1]))
  for (let number = 1; number <= count; number += 1) {
    await phone.sees(`Cas ${number} sur`)
    await phone.press('Je ne sais pas')
    await phone.press(number < count ? 'Cas suivant' : 'Terminer')
  }
  await advisor.call('POST', `${path}/quiz/rounds/before/close`, { operationId: randomUUID() })
  await phone.press('Envoyer mes réponses')
  await phone.sees('Le quiz est fermé')
  await isAccessibleOnPhones(phone)
  expect(await leftOnDevice(phone)).toEqual([])
  await phone.press('Une autre personne répond ici')
  await phone.sees('Entrer avec un code')
  await phone.close()
})

test('the perception survey keeps nothing on the device, speaks another language, and leaves once', async () => {
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  const opened = await advisor.call<PerceptionTickets>('POST', `${path}/perception`, {
    operationId: randomUUID(),
    invited: 12,
    until: day,
    informationDisplayed: true,
  })
  const [ticket = ''] = opened.body.tickets
  const phone = await openPhone(browser, line.address, ticket)
  await phone.sees('Les Ateliers du Canal')
  expect(phone.page.url()).toBe(`${line.address}/join`)
  await isAccessibleOnPhones(phone)
  await phone.press('Commencer')
  await phone.sees('Question 1 sur')
  await phone.sees('Passer cette question')
  await isAccessibleOnPhones(phone)
  await phone.press((await cards(phone))[0] ?? '')
  await phone.sees('Question suivante')
  await isAccessibleOnPhones(phone)

  await phone.select('Langue', 'English')
  await phone.sees('Question 1 of')
  expect(await phone.page.evaluate(() => document.documentElement.lang)).toBe('en')
  await isAccessibleOnPhones(phone)
  await phone.select('Language', 'Français')

  const count = Number(await phone.page.evaluate(() => /Question 1 sur (\d+)/.exec(document.body.innerText)?.[1]))
  for (let number = 1; number < count; number += 1) {
    await phone.press(number === 1 ? 'Question suivante' : 'Passer cette question')
    await phone.sees(`Question ${number + 1} sur`)
  }
  await phone.press('Passer cette question')
  await phone.sees('C’est la fin')
  await phone.sees(`Réponses données : 1 sur ${count}`)
  await isAccessibleOnPhones(phone)
  expect(await leftOnDevice(phone)).toEqual([])

  line.cut()
  await phone.press('Envoyer mes réponses')
  await phone.sees('Le réseau ne répond pas')
  await isAccessibleOnPhones(phone)
  line.mend()
  await phone.sees('Merci, c’est parti')
  await phone.sees('Que faire face à une situation')
  await isAccessibleOnPhones(phone)
  expect(await leftOnDevice(phone)).toEqual([])

  const view = await advisor.call<PerceptionView>('GET', `${path}/perception`)
  expect(view.body).toMatchObject({ status: 'open', invited: 12, answered: 1 })
  await phone.page.goBack()
  await phone.page.goForward()
  await phone.noLongerSees('Question 1 sur')
  expect(phone.faults).toEqual([])
  await phone.close()
})
