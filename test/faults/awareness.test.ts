import { randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { practicesAudit } from '#src/accompaniment/journeys/practices-audit.ts'
import type { PerceptionTickets, PerceptionView, QuizView } from '#src/contract/awareness.ts'
import { aHome, sudden, type Home } from './home.ts'
import { move, save, send, type Session } from './saves.ts'
import { askDatabase } from './server-process.ts'

const people = 60
const word = 'Coquelicot'

let home: Home
beforeEach(async () => {
  home = await aHome()
})
afterEach(() => home.leave())

const open = () => home.open({ LOG_LEVEL: 'trace' })

describe.each(sudden)('when %s while a team answers', (_, end) => {
  test('every answer acknowledged is kept, a phone that sends again adds none, and nothing typed is in a log', async () => {
    const first = await open()
    const id = await anAuditOpenToAnswers(first.session)
    const { tickets } = await asked<PerceptionTickets>(first.session, 'POST', `/accompaniments/${id}/perception`, {
      operationId: randomUUID(),
      invited: people,
      until: '2099-12-31',
      informationDisplayed: true,
    })
    const quiz = await asked<QuizView>(first.session, 'POST', `/accompaniments/${id}/quiz/rounds`, {
      operationId: randomUUID(),
      round: 'before',
    })
    const code = quiz.rounds[0]?.code ?? ''
    const phones = tickets.map((ticket, index): Phone => ({ ticket, code, index, submissionId: randomUUID() }))

    const acknowledged: Phone[] = []
    const waiting = [...phones]
    // Ten at a time; the kill comes while ten are answering, and those after them find nobody.
    const answering = Array.from({ length: 10 }, async () => {
      for (let phone = waiting.shift(); phone !== undefined; phone = waiting.shift()) {
        if (!(await answerOnce(first.session.origin, phone))) return
        acknowledged.push(phone)
        if (acknowledged.length === people / 3) {
          waiting.length = 0
          await end(first.server, home)
        }
      }
    })
    await Promise.all(answering)
    await first.server.exited
    expect(acknowledged.length).toBeGreaterThanOrEqual(people / 3)
    expect(acknowledged.length).toBeLessThan(people)

    const second = await open()
    const after = await asked<PerceptionView>(second.session, 'GET', `/accompaniments/${id}/perception`)
    expect(after.answered).toBeGreaterThanOrEqual(acknowledged.length)
    expect(await keptRows()).toMatchObject({ used: after.answered, survey: after.answered })

    for (const phone of phones) expect(await answerOnce(second.session.origin, phone)).toBe(true)
    expect(await keptRows()).toEqual({ used: people, survey: people, quiz: people })
    await expectNothingLogged(tickets)
  })
})

type Phone = { readonly ticket: string; readonly code: string; readonly index: number; readonly submissionId: string }

/** Both sheets, as one phone would; whether both were acknowledged. */
async function answerOnce(origin: string, { ticket, code, index, submissionId }: Phone): Promise<boolean> {
  const session = { origin, cookie: '' }
  const answers = { 'perc-ici': index % 3 === 0 ? 'oui' : 'non', 'perc-respect': 'plutot-pas' }
  try {
    const survey = await send(session, 'POST', '/perception/answers', { ticket, answers })
    const quiz = await send(session, 'POST', '/quiz/answers', { code, submissionId, word, answers: { 'quiz-01': 'a' } })
    return survey.status === 204 && quiz.status === 204
  } catch {
    return false
  }
}

async function asked<T>(session: Session, method: string, where: string, body?: unknown): Promise<T> {
  const response = await send(session, method, where, body)
  if (!response.ok) throw new Error(`${where}: ${await response.text()}`)
  return (await response.json()) as T
}

async function anAuditOpenToAnswers(session: Session): Promise<string> {
  const { id } = await asked<{ readonly id: string }>(session, 'POST', '/accompaniments', {
    operationId: randomUUID(),
    structure: { name: 'Les Ateliers', siret: '00000193300019', kinds: ['ACI'], city: 'Pantin' },
    method: 'lutte-discriminations',
    motive: 'other',
    referent: { name: 'Nadia Belkacem', email: 'nadia@exemple.org' },
  })
  const entries = {
    requested: { 'framing/membership': { member: true, checkedOn: '2026-03-01' } },
    qualified: { 'framing/scope': 'entity', 'framing/period': '2025', 'framing/pricing-accepted': true },
    scheduled: Object.fromEntries(
      practicesAudit.meetings.map((meeting, index) => [
        `meeting/${meeting}`,
        { startsAt: `2026-04-0${index + 1}T09:30`, minutes: 120 },
      ]),
    ),
    framing: {
      'framing/trigger': { trigger: 'prevention' },
      'framing/confidentiality': true,
      'framing/lead-person': 'Direction',
    },
  }
  const events = { requested: 'qualify', qualified: 'schedule', scheduled: undefined, framing: 'start-awareness' }
  for (const [state, own] of Object.entries(entries)) {
    for (const [key, value] of Object.entries(own)) await save(session, id, key, 0, value)
    const event = events[state as keyof typeof events]
    if (event !== undefined) await move(session, id, event, state)
  }
  return id
}

async function keptRows(): Promise<object | undefined> {
  const rows = await askDatabase<Record<string, number>>(
    home.folder,
    `select (select count(*)::int from perception_tickets where used) as used,
      (select count(*)::int from perception_answers) as survey, (select count(*)::int from quiz_answers) as quiz`,
  )
  return rows[0]
}

/** Ours and PostgreSQL's: every file of text beside the tables. */
async function expectNothingLogged(tickets: readonly string[]): Promise<void> {
  const names = await readdir(home.folder)
  const logs = names.filter((name) => name.endsWith('.log'))
  expect(logs).toContain('jalon.log')
  const logged = (await Promise.all(logs.map((name) => readFile(path.join(home.folder, name), 'utf8')))).join('\n')
  expect(logged).toContain('/api/perception/answers')
  for (const typed of [...tickets, word.toLowerCase(), word, 'perc-ici', 'plutot-pas', 'quiz-01'])
    expect(logged).not.toContain(typed)
}
