import { sql } from 'kysely'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unpackChoices } from '#server/awareness/secrecy/choices.ts'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { driveNew } from '#test/support/an-accompaniment.ts'
import { bytesOf, dumpEverything, type Dump } from '#test/support/awareness/a-dump.ts'
import { aQuestionnaireToRaiseAwareness } from '#test/support/awareness/a-questionnaire-to-raise-awareness.ts'
import { answer, openWindow, someAnswers } from '#test/support/awareness/a-survey.ts'
import { strategies, type Loot } from '#test/support/awareness/an-attacker.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

/**
 * Somebody steals everything while windows are open: the whole database with the place of each row and the transaction
 * that wrote it, the secret that unseals, the logs, and the order in which each person sent. Chance alone relinks one
 * person a campaign, whatever its size, with a variance of one: five standard deviations more would be a leak.
 */
const campaigns = 40
const invited = 14
const people = 11
const mostByChance = campaigns + 5 * Math.sqrt(campaigns)

const questionnaire = { ...aQuestionnaireToRaiseAwareness(), journey: 'key-arguments' as const }
const items = awarenessSections(questionnaire).perception?.items ?? []
const lines: string[] = []

let app: TestApp
let dump: Dump
let loots: readonly Loot[]
let tickets: readonly string[]

beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) })
  app = await openTestApp({ questionnaire, log })
  const known: Campaign[] = []
  for (let index = 0; index < campaigns; index++) known.push(await simulate(index))
  dump = await dumpEverything(app.owner)
  loots = known.map(lootOf)
  tickets = known.flatMap((campaign) => campaign.tickets)
}, 300_000)
afterAll(() => app.close())

/** Person n holds ticket n and says what `saidBy` says; they send in an order of their own, one after the other. */
type Campaign = { readonly number: number; readonly tickets: readonly string[]; readonly arrival: readonly number[] }

const saidBy = (campaign: number, person: number) => someAnswers((campaign * 17 + person * 19) % 225)

async function simulate(number: number): Promise<Campaign> {
  const driven = await driveNew(app, questionnaire.id)
  const opened = await openWindow(driven, invited)
  const arrival = Array.from({ length: people }, (_, index) => (index * 7 + number) % people)
  for (const person of arrival) {
    const reply = await answer(app, opened.tickets[person] ?? '', saidBy(number, person))
    expect(reply.status).toBe(204)
  }
  return { number, tickets: opened.tickets, arrival }
}

function lootOf({ tickets: held, arrival }: Campaign): Loot {
  const { ticketHash, boxOf, unseal } = app.services.awareness.secrets
  const holders = new Map(held.map((ticket, holder) => [ticketHash(ticket), holder]))
  const mine = rowsOf('perception_tickets').flatMap((row) => {
    const holder = holders.get(String(row.columns['ticket_hash']))
    return holder === undefined ? [] : [{ ...row, holder }]
  })
  const box = boxOf('perception', String(mine[0]?.columns['campaign_id']))
  return {
    arrival,
    tickets: mine.filter(({ columns }) => columns['used'] === true),
    answers: rowsOf('perception_answers')
      .filter(({ columns }) => columns['box'] === box)
      .map((row) => ({ ...row, said: JSON.stringify(unpackChoices(items, unseal(bytesOf(row.columns['sealed'])))) })),
  }
}

function rowsOf(table: string) {
  return dump.get(table) ?? []
}

function relinked(all: readonly Loot[], strategy: (loot: Loot) => ReadonlyMap<number, string>): number {
  return all.reduce((sum, loot, number) => {
    const guess = strategy(loot)
    return sum + loot.arrival.filter((person) => guess.get(person) === JSON.stringify(saidBy(number, person))).length
  }, 0)
}

test('everything was stolen: every ticket used, every answer given, no two people alike', () => {
  for (const [number, { tickets: used, answers, arrival }] of loots.entries()) {
    expect(new Set(used.map(({ holder }) => holder))).toEqual(new Set(arrival))
    expect(answers.map(({ said }) => said).toSorted()).toEqual(
      arrival.map((person) => JSON.stringify(saidBy(number, person))).toSorted(),
    )
    expect(new Set(answers.map(({ said }) => said)).size).toBe(people)
  }
})

test.each(Object.entries(strategies))('%s relinks no better than chance', (_, strategy) => {
  expect(relinked(loots, strategy)).toBeLessThan(mostByChance)
})

test('rows of a campaign all bear the transaction of the last send, on both sides', () => {
  for (const { tickets: used, answers } of loots)
    expect(new Set([...used, ...answers].map(({ xmin }) => xmin)).size).toBe(1)
})

test('every content is as long as any other, and no ticket stands anywhere in clear', () => {
  expect(new Set(rowsOf('perception_answers').map(({ columns }) => String(columns['sealed']).length)).size).toBe(1)
  const stolen = [JSON.stringify([...dump]), ...lines].join('\n')
  for (const ticket of tickets) {
    expect(stolen).not.toContain(ticket)
    expect(stolen).not.toContain(Buffer.from(ticket).toString('hex'))
  }
})

test('no value of an answer’s row stands in any other table, but its network', () => {
  const boxes = new Set(rowsOf('perception_answers').map(({ columns }) => String(columns['box'])))
  expect(boxes.size).toBe(campaigns)
  const elsewhere = JSON.stringify([...dump].filter(([table]) => table !== 'perception_answers'))
  for (const box of boxes) expect(elsewhere).not.toContain(box)
})

test('the same attacker relinks everybody where rows are kept as they come', async () => {
  await sql`create table naive_tickets (holder int, used boolean)`.execute(app.owner)
  await sql`create table naive_answers (said text)`.execute(app.owner)
  const number = 0
  const arrival = loots[number]?.arrival ?? []
  for (let holder = 0; holder < people; holder++)
    await sql`insert into naive_tickets values (${holder}, false)`.execute(app.owner)
  for (const person of arrival)
    await app.owner.transaction().execute(async (tx) => {
      await sql`update naive_tickets set used = true where holder = ${person}`.execute(tx)
      await sql`insert into naive_answers values (${JSON.stringify(saidBy(number, person))})`.execute(tx)
    })

  const kept = await dumpEverything(app.owner)
  const naive: Loot = {
    arrival,
    tickets: (kept.get('naive_tickets') ?? []).map((row) => ({ ...row, holder: Number(row.columns['holder']) })),
    answers: (kept.get('naive_answers') ?? []).map((row) => ({ ...row, said: String(row.columns['said']) })),
  }
  const found = Object.entries(strategies).map(([name, strategy]) => [name, relinked([naive], strategy)])
  expect(Object.fromEntries(found)).toMatchObject({
    'the order of arrival and that of the disk': people,
    'the order of arrival and the age of transactions': people,
    'the age of transactions on both sides': people,
    'values that both rows hold': people,
  })
})
