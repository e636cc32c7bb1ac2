import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeMail } from '#server/mail/letter.ts'
import { aSmallQuestionnaire } from '#test/support/a-dossier.ts'
import { anAccompaniment, type Driven } from '#test/support/an-accompaniment.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

let app: TestApp
let driven: Driven
beforeAll(async () => {
  app = await openTestApp()
  driven = await anAccompaniment(app, 'arguments')
  await driven.save(driven.advisor, 'criterion/critere-1', { level: 2, example: 'Un point chaque lundi.' })
  await driven.save(driven.advisor, 'note/critere-1', 'Ne pas brusquer.')
  await driven.save(driven.advisor, `parked/${randomUUID()}`, { text: 'Revoir les horaires', meeting: '1' })
  await driven.save(driven.advisor, `task/${randomUUID()}`, {
    text: 'Relire la charte',
    owner: 'Direction',
    dueOn: '2026-05-04',
    meeting: '1',
  })
  await app.runJobs()
})
afterAll(() => app.close())

const send = (who = driven.advisor, body: object = {}, meeting = '1') =>
  who.post(`/accompaniments/${driven.id}/meetings/${meeting}/notes`, {
    operationId: randomUUID(),
    recipients: [driven.referent.userId],
    decided: ['critere-1'],
    ...body,
  })

test('what was decided, parked and shared out reaches those chosen, once, and nothing of the notes', async () => {
  app.letters.length = 0
  const operationId = randomUUID()
  expect((await send(driven.advisor, { operationId })).body).toEqual({ sent: 1 })
  expect((await send(driven.advisor, { operationId })).body).toEqual({ sent: 1 })
  await app.runJobs()

  expect(app.letters).toHaveLength(1)
  const [letter] = app.letters
  expect(letter?.to.name).toBe('Nadia Belkacem')
  expect(letter?.link).toBe(`http://jalon.test/accompaniments/${driven.id}/meeting#closing`)
  const text = (letter?.text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')
  expect(text).toContain('la réunion 1, le 1er avril 2026')
  expect(text).toContain('- Critère 1 : niveau 2. « Un point chaque lundi. »')
  expect(text).toContain('- Revoir les horaires')
  expect(text).toContain('- Direction : Relire la charte (avant le 4 mai 2026)')
  expect(text).toMatch(/Il reste \d+ points à régler/)
  expect(text).not.toContain('brusquer')
})

test('only an advisor sends them, to people of the accompaniment, about its meetings and criteria', async () => {
  expect((await send(driven.referent)).status).toBe(403)
  expect((await send(driven.advisor, { recipients: [] })).status).toBe(400)
  expect((await send(driven.advisor, { recipients: [randomUUID()] })).status).toBe(400)
  expect((await send(driven.advisor, { decided: ['inconnu'] })).status).toBe(400)
  expect((await send(driven.advisor, {}, 'audit-1')).status).toBe(404)
})

test('a confidential accompaniment sends counts and a link, and quotes nothing', async () => {
  const confidential = await openTestApp({
    questionnaire: { ...aSmallQuestionnaire(), id: 'utilite-sociale', journey: 'practices-audit' },
  })
  const networkId = await confidential.newNetwork()
  const advisor = await confidential.signIn(networkId, { email: 'conf@example.org', standing: 'advisor' })
  const created = await advisor.post('/accompaniments', {
    operationId: randomUUID(),
    structure: { name: 'Intérim du Viaduc', siret: '00000193300019', kinds: ['ETTI'], city: 'Pantin' },
    method: 'utilite-sociale',
    motive: 'other',
    referent: { name: 'Nadia Belkacem', email: 'conf-referent@example.org' },
  })
  const id: string = created.body.id
  const referent = await confidential.signIn(networkId, { email: 'conf-referent@example.org' })
  const saved = await advisor.put(`/accompaniments/${id}/entries/${encodeURIComponent(`task/${randomUUID()}`)}`, {
    operationId: randomUUID(),
    baseRevision: 0,
    value: { text: 'Appeler le client X', meeting: 'audit-1' },
  })
  expect(saved.status).toBe(200)
  await confidential.runJobs()
  confidential.letters.length = 0

  const sent = await advisor.post(`/accompaniments/${id}/meetings/audit-1/notes`, {
    operationId: randomUUID(),
    recipients: [referent.userId],
    decided: [],
  })
  expect(sent.body).toEqual({ sent: 1 })
  await confidential.runJobs()
  const text = confidential.letters[0]?.text ?? ''
  expect(text).toContain('confidentiel')
  expect(text).toContain('1 tâche partagée')
  expect(text).not.toContain('client X')
  await confidential.close()
})

test('what people wrote stays text in the lists too', () => {
  const mail = writeMail(
    'meeting-notes',
    {
      structure: 'S',
      meeting: '1',
      day: '',
      sender: 'C',
      decidedCount: 1,
      decided: ['<img src=x>\nA : niveau 1'],
      missingCount: 0,
      parked: [],
      tasks: [],
      tasksCount: 0,
      confidential: false,
    },
    { name: 'N', network: 'R', link: 'https://jalon.test' },
  )
  expect(mail.html).not.toContain('<img')
  expect(mail.html).not.toContain('Mis de côté')
  expect(mail.text).toContain('- <img src=x> A')
})
