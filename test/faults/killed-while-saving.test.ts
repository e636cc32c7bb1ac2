import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { poll } from '#test/support/poll.ts'
import { aHome, sudden, type Death, type Home } from './home.ts'
import { createAccompaniment, firstSteps, move, save, send, type Acknowledged, type Session } from './saves.ts'

const teams = 16
const savesInAll = 1000

/** What one team was told: its journey's moves, and each date it saved. */
type Told = { readonly id: string; readonly moves: string[]; readonly saves: Acknowledged[] }

let home: Home
beforeEach(async () => {
  home = await aHome()
})
afterEach(() => home.leave())

describe.each<readonly [string, Death]>([
  ...sudden,
  ['the server is asked to stop', async (server) => void server.process.kill('SIGTERM')],
])('when %s in the middle of a thousand saves', (_, end) => {
  test('no acknowledged answer is lost, and no journey stands between two states', async () => {
    const first = await home.open()
    const told = await Promise.all(
      Array.from({ length: teams }, async (__, team): Promise<Told> => {
        const id = await createAccompaniment(first.session, team)

        return { id, moves: [], saves: [] }
      }),
    )
    const acknowledged = () => told.reduce((sum, { saves }) => sum + saves.length, 0)
    const working = Promise.all(
      told.map((each, team) => workUntilItDies(first.session, team, each, () => acknowledged() < savesInAll)),
    )
    await Promise.race([
      working,
      poll('half of the saves', () => (acknowledged() >= savesInAll / 2 ? true : undefined)),
    ])
    await end(first.server, home)
    await working
    await first.server.exited
    expect(acknowledged()).toBeGreaterThanOrEqual(savesInAll / 2)
    expect(acknowledged()).toBeLessThan(savesInAll)

    const second = await home.open()
    for (const each of told) await checkKept(second.session, each)
  })
})

/**
 * Moves a meeting's date again and again, and takes a step of the journey between two dates; each team at its own pace, so
 * that the end finds some of them in the middle of a move.
 */
async function workUntilItDies(
  session: Session,
  team: number,
  { id, moves, saves }: Told,
  goesOn: () => boolean,
): Promise<void> {
  const steps = firstSteps[Symbol.iterator]()
  for (let revision = 0; goesOn();) {
    const startsAt = dateOf(revision)
    const given = await save(session, id, 'meeting/1', revision, { startsAt, minutes: 150 })
    if (given === undefined) return
    saves.push({ key: 'meeting/1', revision: given, startsAt })
    revision = given
    const step = revision % (3 + (team % 4)) === 0 ? steps.next().value : undefined
    if (step === undefined) continue
    const done =
      'event' in step
        ? await move(session, id, step.event, step.from)
        : await save(session, id, step.key, 0, step.value)
    if (done === undefined) return
    if ('event' in step) moves.push(step.event)
  }
}

/** Another date for each revision: what is found again tells which save it was. */
function dateOf(revision: number): string {
  const two = (value: number) => String(value).padStart(2, '0')

  return `2026-04-01T${two(Math.floor(revision / 60) + 8)}:${two(revision % 60)}`
}

async function checkKept(session: Session, { id, moves, saves }: Told): Promise<void> {
  const view = (await (await send(session, 'GET', `/accompaniments/${id}`)).json()) as View
  const kept = view.transitions.map(({ event }) => event)
  // One more may have been committed whose reply was lost on the way.
  expect(kept.slice(0, moves.length)).toEqual(moves)
  expect(kept.length).toBeLessThanOrEqual(moves.length + 1)
  expect(view.state).toBe(view.transitions.at(-1)?.to ?? 'requested')

  const historyPath = `/accompaniments/${id}/entries/${encodeURIComponent('meeting/1')}/history`
  const history = saves.length === 0 ? [] : ((await (await send(session, 'GET', historyPath)).json()) as History)
  const written = new Map(history.map(({ revision, value }) => [revision, value?.startsAt]))
  for (const { revision, startsAt } of saves) expect(written.get(revision)).toBe(startsAt)
  expect(history.length).toBeLessThanOrEqual(saves.length + 1)
  expect(view.entries['meeting/1']?.revision ?? 0).toBe(history[0]?.revision ?? 0)
}

type View = {
  readonly state: string
  readonly transitions: readonly { readonly event: string; readonly to: string }[]
  readonly entries: Readonly<Record<string, { readonly revision: number } | undefined>>
}

type History = readonly { readonly revision: number; readonly value: { readonly startsAt: string } | null }[]
