import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import type { RoomView } from '#src/contract/rooms.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { launchBrowser, type Browser, type Page } from '#server/pdf/browser.ts'
import { accessibilityFaults, sidewaysOverflow } from '#test/support/journey/axe.ts'
import { joinRoom, type SeatedPhone } from '#test/support/journey/seated-phone.ts'
import { startForJourney, type RunningJalon } from '#test/support/journey/running-jalon.ts'
import { openVisitor, type Visitor } from '#test/support/journey/visitor.ts'
import { poll } from '#test/support/poll.ts'

/** One advisor with two windows, the panel and the wall, and people on their phones; each test takes up where the one before left. */
let jalon: RunningJalon
let browser: Browser
let advisor: Visitor
let wall: Page
let id = ''
let questionnaire: Questionnaire
const phones: SeatedPhone[] = []

beforeAll(async () => {
  ;[jalon, browser] = await Promise.all([startForJourney({ example: 'yes' }), launchBrowser(undefined)])
  advisor = await openVisitor(browser, jalon.address)
  await advisor.enter(jalon.advisorLink)
  const { body } = await advisor.call<{ readonly items: readonly { readonly id: string; readonly state: string }[] }>(
    'GET',
    '/portfolio',
  )
  id = body.items.find(({ state }) => state === 'evidence')?.id ?? ''
  const version = (await view()).questionnaire
  questionnaire = (await advisor.call<Questionnaire>('GET', `/questionnaires/${version.id}/${version.version}`)).body
  wall = await advisor.page.browserContext().newPage()
  await wall.setViewport({ width: 1920, height: 1080 })
})

afterAll(async () => {
  await browser?.close()
  await jalon?.stop()
})

test('a meeting is prepared: order, time, names, and a link for those who cannot come', async () => {
  await advisor.go(`/accompaniments/${id}/meeting#preparation`)
  await advisor.sees('L’ordre et le temps')
  await advisor.page.focus('.plan-parts > li:nth-child(2) .sorting-grip')
  await advisor.page.keyboard.down('Alt')
  await advisor.key('ArrowUp')
  await advisor.page.keyboard.up('Alt')
  await advisor.sees('place 1 sur')
  await isAccessible(advisor.page)
  const [part] = questionnaire.dimensions
  const kept = `Minutes pour ${part?.shortTitle ?? part?.title ?? ''}`
  await advisor.fill(kept, '25')
  await advisor.isSaved()
  // Another computer of whoever leads: nothing is there but what was saved.
  await advisor.page.evaluate(() => window.localStorage.clear())
  await advisor.page.reload()
  await advisor.sees('L’ordre et le temps')
  expect(await minutesIn(kept)).toBe('25')

  await advisor.press('Préparer la salle')
  await advisor.sees('Lien à envoyer')
  expect(
    await advisor.page.$eval('#early-link', (input) => (input instanceof HTMLInputElement ? input.value : '')),
  ).toBe(`${jalon.address}/join#${(await room()).earlyCode ?? 'no code'}`)
  expect((await room()).events[0]).toMatchObject({ type: 'prepared', named: false })
  await isAccessible(advisor.page)
  await advisor.press('Aller à la réunion')
  await advisor.sees('La salle est prête')
})

test('the wall says how to join, large, and counts those who did', async () => {
  await wall.goto(`${jalon.address}/accompaniments/${id}/room`)
  await wallSees('La réunion va commencer')
  await advisor.page.bringToFront()
  await advisor.press('Ouvrir la réunion')
  await advisor.sees('Montrer ce critère à la salle')
  await wallSees('Rejoignez la réunion')

  const { code = '' } = await room()
  await wallSees(`${code.slice(0, 3)} ${code.slice(3)}`)
  for (let person = 0; person < 4; person += 1) phones.push(await joinRoom(jalon.address, code))
  await wallSees('4 personnes reliées')
  await isAccessible(wall)
  expect(await smallestText(wall)).toBeGreaterThanOrEqual(34)
  expect(await fits(wall)).toBe(true)
})

test('under three answers nobody sees how the room stands', async () => {
  await advisor.key('Space')
  await advisor.sees('0 réponse sur 4')
  await wallSees('Positionnez-vous sur votre téléphone')
  const criterionId = await shown()
  await phones[0]?.position(criterionId, { level: 2 })
  await phones[1]?.position(criterionId, { level: 4 })
  await advisor.sees('2 réponses sur 4')
  await wallSees('2 réponses sur 4')
  await advisor.sees('encore 1 réponse')
  await advisor.key('Space')
  expect(await wall.$('.spread')).toBe(null)
  expect(await counts(advisor.page)).toEqual([])
  await isAccessible(wall)
  await isAccessible(advisor.page)
})

test('from three, the advisor shows the spread: how many, never who', async () => {
  const criterionId = await shown()
  await phones[2]?.position(criterionId, { level: 3 })
  await phones[3]?.position(criterionId, { unknown: true })
  await advisor.sees('4 réponses sur 4')
  await advisor.key('Space')
  await wallSees('De 2 à 4')
  await wallSees('1 personne ne sait pas')
  await advisor.sees('de 2 à 4')
  expect(await counts(advisor.page)).toEqual(['0', '1', '1', '1'])
  await isAccessible(wall)
  await isAccessible(advisor.page)
  expect(await smallestText(wall)).toBeGreaterThanOrEqual(34)
  expect(await fits(wall)).toBe(true)
})

test('where someone answered meanwhile, both answers are shown and the advisor chooses', async () => {
  const criterionId = await shown()
  await advisor.key('3')
  await advisor.fill('L’exemple, dans les mots', 'Chaque frein est revu tous les deux mois.')
  await advisor.page.keyboard.press('Escape')
  await advisor.page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null,
  )
  await advisor.save(id, `criterion/${criterionId}`, { level: 1, example: 'Écrit pendant la discussion.' })
  await advisor.key('Space')
  await advisor.sees('Quelle réponse garder')
  await advisor.sees('Écrit pendant la discussion.')
  await isAccessible(advisor.page)
  const [mine] = await advisor.page.$$('.conflict-choice')
  await mine?.click()

  await wallSees('Décision de l’équipe')
  await wallSees('Chaque frein est revu tous les deux mois.')
  await advisor.sees('L’équipe s’est accordée')
  const { entries } = await view()
  expect(entries[`criterion/${criterionId}`]?.value).toEqual({
    level: 3,
    example: 'Chaque frein est revu tous les deux mois.',
  })
  expect(entries[`spread/${criterionId}`]?.value).toMatchObject({ level2: 1, level3: 1, level4: 1, unknown: 1 })
  await isAccessible(wall)
  expect(await fits(wall)).toBe(true)
})

test('a point is parked with a key, a note stays the advisor’s, and the wall follows to the next criterion', async () => {
  const before = await shown()
  await advisor.key('ArrowRight')
  await eventually(async () => (await shown()) !== before)
  await wallSees(titleOf(await shown()))
  await advisor.key('n')
  await advisor.page.keyboard.type('Demander le tableau 1 2 3')
  await advisor.key('Escape')
  await advisor.isSaved()
  expect((await view()).entries[`note/${await shown()}`]?.value).toBe('Demander le tableau 1 2 3')

  await advisor.key('p')
  await advisor.fill('Qu’est-ce qui reste à éclaircir', 'Qui suit les dossiers après la sortie ?')
  await advisor.page.click('[role="dialog"] button[type="submit"]')
  await advisor.sees('Mis de côté (1)')
  await advisor.key('?')
  await advisor.sees('Mener la réunion au clavier')
  await isAccessible(advisor.page)
  await advisor.key('Escape')
})

test('a server that goes away is said on both screens, and nothing is missed when it is back', async () => {
  await jalon.closeDoor()
  await wallSees('Reconnexion')
  await advisor.sees('Reconnexion')
  await jalon.openDoor()
  await wall.waitForFunction(() => !document.body.textContent.includes('Reconnexion'), { polling: 100 })
  const criterionId = await shown()
  for (const phone of phones.slice(0, 3)) await phone.position(criterionId, { level: 2 })
  await advisor.sees('3 réponses')
})

test('the last page says what was decided, reminds of what was parked, and notes who does what', async () => {
  await advisor.go(`/accompaniments/${id}/meeting#closing`)
  await advisor.sees('1 critère en réunion')
  await advisor.sees('Qui suit les dossiers après la sortie')
  await advisor.press('Ajouter une tâche')
  await advisor.fill('Quoi', 'Relire les conventions')
  await advisor.fill('Qui', 'Direction')
  await advisor.press('Noter la tâche')
  await advisor.sees('Relire les conventions')
  await advisor.choose('La direction était présente')
  await advisor.isSaved()
  expect((await view()).entries[`meeting/${(await room()).meeting}`]?.value).toMatchObject({ managementPresent: true })
  await isAccessible(advisor.page)

  await advisor.press('Relire et envoyer')
  await advisor.sees('Ce que le message dit')
  await isAccessible(advisor.page)
  await advisor.page.click('[role="dialog"] button[type="submit"]')
  await advisor.sees('dans un exemple, les adresses sont inventées')

  await advisor.press('Fermer la salle')
  await advisor.noLongerSees('La salle est encore ouverte')
  expect((await room()).status).toBe('closed')
  await expect(joinRoom(jalon.address, 'AAAAAA')).rejects.toThrow('404')
})

test('at 390 px the panel, the wall and the last page are whole and accessible', async () => {
  const page = await advisor.page.browserContext().newPage()
  await page.setViewport({ width: 390, height: 844 })
  for (const path of ['meeting', 'room', 'meeting#closing', 'meeting#preparation']) {
    await page.goto('about:blank')
    await page.goto(`${jalon.address}/accompaniments/${id}/${path}`, { waitUntil: 'networkidle0' })
    expect([path, await accessibilityFaults(page), await sidewaysOverflow(page)]).toEqual([path, [], []])
  }
})

test('a comment that may name someone waits until its author has read why; only facts are saved', async () => {
  const { body } = await advisor.call<{ readonly items: readonly { readonly id: string; readonly journey: string }[] }>(
    'GET',
    '/portfolio',
  )
  const audit = body.items.find(({ journey }) => journey === 'practices-audit')?.id ?? ''
  const { questionnaire: version } = (await advisor.call<AccompanimentView>('GET', `/accompaniments/${audit}`)).body
  const { dimensions } = (await advisor.call<Questionnaire>('GET', `/questionnaires/${version.id}/${version.version}`))
    .body
  const legal = dimensions.flatMap(({ criteria }) => criteria).find((criterion) => criterion.legal)?.id ?? ''
  const comment = async () =>
    (await advisor.call<AccompanimentView>('GET', `/accompaniments/${audit}`)).body.entries[`comment/${legal}`]?.value

  await advisor.go(`/accompaniments/${audit}/meeting#criterion/${legal}`)
  await advisor.fill('Ce qui se passe aujourd’hui', 'Un refus a été signalé à Mme Durand.')
  await advisor.sees('semble désigner quelqu’un')
  await advisor.sees('personne n’est exposé')
  await isAccessible(advisor.page)
  expect(await comment()).not.toContain('Durand')

  await advisor.fill('Ce qui se passe aujourd’hui', 'Un refus a été signalé à la direction.')
  await advisor.noLongerSees('semble désigner quelqu’un')
  await eventually(async () => (await comment()) === 'Un refus a été signalé à la direction.', 'the comment saved')

  await advisor.go(`/accompaniments/${audit}/meeting#preparation`)
  await advisor.sees('Sans nom, toujours')
  await isAccessible(advisor.page)
})

test('no page broke', () => {
  expect(advisor.faults).toEqual([])
})

async function room(): Promise<RoomView> {
  const [newest] = (await advisor.call<readonly RoomView[]>('GET', `/accompaniments/${id}/rooms`)).body
  if (newest === undefined) throw new Error('no room')
  return newest
}

/** What the field of that label holds. */
async function minutesIn(label: string): Promise<string | undefined> {
  return advisor.page.evaluate((words) => {
    const plain = (said: string) => said.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'")
    const found = [...document.querySelectorAll('label')].find((each) => plain(each.textContent).includes(plain(words)))
    return found?.control instanceof HTMLInputElement ? found.control.value : undefined
  }, label)
}

async function view(): Promise<AccompanimentView> {
  return (await advisor.call<AccompanimentView>('GET', `/accompaniments/${id}`)).body
}

/** The criterion on the wall. */
async function shown(): Promise<string> {
  const last = (await room()).events.findLast(({ type }) => type === 'presented')
  return last?.type === 'presented' ? last.criterionId : ''
}

function titleOf(criterionId: string): string {
  const all = questionnaire.dimensions.flatMap(({ criteria }) => criteria)
  return all.find((criterion) => criterion.id === criterionId)?.title ?? 'no criterion'
}

async function counts(page: Page): Promise<readonly string[]> {
  return page.$$eval('.level-count b', (all) => all.map((element) => element.textContent))
}

/** A window behind another draws nothing: it is asked at intervals, not at each drawing. */
async function wallSees(text: string): Promise<void> {
  const plain = (said: string) => said.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'")
  await eventually(async () => plain(await wall.evaluate(() => document.body.textContent)).includes(plain(text)), text)
}

async function eventually(holds: () => Promise<boolean>, what = 'what follows'): Promise<void> {
  await poll(what, async () => ((await holds()) ? true : undefined), 15_000)
}

async function isAccessible(page: Page): Promise<void> {
  await page.waitForNetworkIdle({ idleTime: 100, concurrency: 2 })
  expect([await accessibilityFaults(page), await sidewaysOverflow(page)]).toEqual([[], []])
}

/** The smallest letters that the room sees, in pixels of a 1920 px picture. */
async function smallestText(page: Page): Promise<number> {
  return page.$$eval('.room *', (all) =>
    Math.min(
      ...all
        .filter((element) =>
          [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim() !== ''),
        )
        .filter((element) => element.closest('.vh, .room-back, svg') === null)
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    ),
  )
}

/** Nobody scrolls a wall. */
async function fits(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)
}
