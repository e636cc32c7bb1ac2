import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp } from 'node:fs/promises'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, openBadNetwork, type BadNetwork, type Reply } from './bad-network.ts'
import { openRoom, readSeat, takeSeat, type OpenRoom } from './phones.ts'
import { createAccompaniment, send, signIn, type Session } from './saves.ts'
import { askDatabase, cleanUp, freePort, signInToken, startServer, type ServerProcess } from './server-process.ts'

const teams = 20
const savesOfATeam = 500
const phones = 25
const positionsOfAPhone = 400

let folder: string
let server: ServerProcess
let session: Session
let room: OpenRoom
let accompaniment: string
let network: BadNetwork
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jalon-network-'))
  await chmod(folder, 0o711)
  const port = await freePort()
  server = startServer({ DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'warn' })
  session = await signIn(`http://127.0.0.1:${port}`, await signInToken(server))
  accompaniment = await createAccompaniment(session, 1)
  room = await openRoom(session, accompaniment)
  network = await openBadNetwork(port, 20_261_123)
}, 120_000)

afterAll(async () => {
  agent.destroy()
  await network?.close()
  await cleanUp([server], folder)
})

test('twenty thousand saves through a network that drops, delays, doubles and reorders: none lost, none doubled, one reply each', async () => {
  const keys = Array.from({ length: teams }, () => `element/${randomUUID()}`)
  const seats = await Promise.all(Array.from({ length: phones }, () => takeSeat(session.origin, room.code)))
  const [answers] = await Promise.all([
    Promise.all(seats.map(vote)),
    Promise.all(keys.map((key) => write(session, key))),
  ])
  await network.settled()

  expect(network.replies.size).toBe(teams * savesOfATeam + phones * positionsOfAPhone)
  for (const [, [first, ...others]] of network.replies) for (const other of others) expect(other).toEqual(first)
  for (const happened of Object.values(network.damage)) expect(happened).toBeGreaterThan(200)

  for (const key of keys) {
    const history = await send(
      session,
      'GET',
      `/accompaniments/${accompaniment}/entries/${encodeURIComponent(key)}/history`,
    )
    const [newest] = (await history.json()) as readonly { readonly revision: number; readonly value: unknown }[]
    expect(newest).toMatchObject({ revision: savesOfATeam, value: { title: titleOf(savesOfATeam) } })
  }
  const [kept] = await askDatabase<{ readonly revisions: number; readonly titles: number; readonly taken: number }>(
    folder,
    `select count(*)::integer as revisions, count(distinct (key, value ->> 'title'))::integer as titles,
      (select count(*)::integer from room_operations) as taken
      from entry_history where key like 'element/%'`,
  )
  expect(kept).toEqual({
    revisions: teams * savesOfATeam,
    titles: teams * savesOfATeam,
    taken: phones * positionsOfAPhone,
  })
  for (const [index, seat] of seats.entries()) expect((await readSeat(seat)).mine).toEqual(answers[index])
}, 120_000)

async function write(who: Session, key: string): Promise<void> {
  for (let revision = 0; revision < savesOfATeam; revision++) {
    const body = { operationId: randomUUID(), baseRevision: revision, value: { title: titleOf(revision + 1) } }
    const reply = await untilAnswered(who, `/accompaniments/${accompaniment}/entries/${encodeURIComponent(key)}`, body)
    expect(JSON.parse(reply.body)).toMatchObject({ key, revision: revision + 1 })
  }
}

/** Answers what the phone believes it answered. */
async function vote(seat: Session, index: number): Promise<Readonly<Record<string, unknown>>> {
  const mine: Record<string, unknown> = {}
  for (let turn = 0; turn < positionsOfAPhone; turn++) {
    const criterionId = room.criteria[(turn * 7 + index) % room.criteria.length] ?? ''
    const position = { level: ((turn + index + Math.floor(turn / room.criteria.length)) % 4) + 1 }
    await untilAnswered(seat, `/seat/positions/${criterionId}`, { operationId: randomUUID(), position })
    mine[criterionId] = position
  }
  return mine
}

function titleOf(revision: number): string {
  return `Élément, version ${revision}`
}

/** Sent again, the same, until a reply comes back. */
async function untilAnswered({ origin, cookie }: Session, to: string, body: object): Promise<Reply> {
  for (;;) {
    const reply = await ask({
      port: network.port,
      agent,
      method: 'PUT',
      path: `/api${to}`,
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => undefined)
    if (reply === undefined) continue
    if (reply.status !== 200) throw new Error(`${reply.status}: ${reply.body}`)
    return reply
  }
}
