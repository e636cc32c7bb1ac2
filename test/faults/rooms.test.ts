import { chmod, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { poll } from '#test/support/poll.ts'
import { command, follow, openRoom, position, readSeat, takeSeat, type OpenRoom } from './phones.ts'
import { createAccompaniment, signIn, type Session } from './saves.ts'
import { cleanUp, freePort, signInToken, startServer, type ServerProcess } from './server-process.ts'

const phones = 12
const levels = [1, 2, 3, 4] as const

let folder: string
let settings: Readonly<Record<string, string>>
let server: ServerProcess
let session: Session
let room: OpenRoom

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jalon-rooms-'))
  await chmod(folder, 0o711)
  const port = await freePort()
  settings = { DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'info' }
  server = startServer(settings)
  session = await signIn(`http://127.0.0.1:${port}`, await signInToken(server))
  room = await openRoom(session, await createAccompaniment(session, 1))
}, 120_000)

afterAll(() => cleanUp([server], folder))

test('a server killed in the middle of a vote loses no acknowledged position, and every phone comes back', async () => {
  const seats = await Promise.all(Array.from({ length: phones }, () => takeSeat(session.origin, room.code)))
  const screens = [follow(session, `${room.path}/events`), ...seats.map((seat) => follow(seat, '/seat/events'))]
  await poll('every stream', () => (screens.every(({ isOpen }) => isOpen()) ? true : undefined))
  const [first = ''] = room.criteria
  await command(session, room.path, { type: 'present', criterionId: first })

  const stop = new AbortController()
  const acknowledged = seats.map(() => new Map<string, number>())
  const voting = seats.map(async (seat, index) => {
    for (const [round, criterionId] of room.criteria.entries()) {
      const level = levels[(index + round) % 4] ?? 1
      if (!(await position(seat, criterionId, { level }, stop.signal))) return
      acknowledged[index]?.set(criterionId, level)
    }
  })
  await poll('some votes', () => (count(acknowledged) > 60 ? true : undefined))
  server.process.kill('SIGKILL')
  await server.exited
  const before = count(acknowledged)
  expect(before).toBeLessThan(phones * room.criteria.length)

  server = startServer(settings)
  await signInToken(server)
  const backAt = performance.now()
  await poll('every phone', () => (screens.every(({ isOpen }) => isOpen()) ? true : undefined))
  expect(performance.now() - backAt).toBeLessThan(5000)
  await Promise.all(voting)
  stop.abort()

  for (const [index, seat] of seats.entries()) {
    const { mine } = await readSeat(seat)
    expect(mine).toEqual(Object.fromEntries([...(acknowledged[index] ?? [])].map(([id, level]) => [id, { level }])))
  }
  await command(session, room.path, { type: 'close' })
  await poll('the close, everywhere', () =>
    screens.every(({ seen }) => seen.at(-1)?.type === 'closed') ? true : undefined,
  )
  const last = screens[0]?.seen.at(-1)?.seq ?? 0
  for (const { seen, stop: leave } of screens) {
    leave()
    expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: last }, (_, index) => index + 1))
  }
})

test('nothing that a phone typed or holds is in a log', async () => {
  const again = await openRoom(session, await createAccompaniment(session, 3))
  const seat = await takeSeat(session.origin, again.code)
  const [first = ''] = again.criteria
  await position(seat, first, { level: 3 }, new AbortController().signal)
  const log = await poll('the log', async () => {
    const text = await readFile(path.join(folder, 'jalon.log'), 'utf8')
    return text.includes(`/api/seat/positions/${first}`) ? text : undefined
  })
  const everything = log + server.output() + server.errors()

  for (const secret of [again.code, seat.cookie.split('.')[1] ?? '', 'operationId', 'position"'])
    expect(everything).not.toContain(secret)
})

test('a server asked to stop does not wait for its streams', async () => {
  const again = await openRoom(session, await createAccompaniment(session, 2))
  const screen = follow(session, `${again.path}/events`)
  await poll('the stream', () => (screen.isOpen() ? true : undefined))
  const asked = performance.now()
  server.process.kill('SIGTERM')
  expect(await server.exited).toBe(0)
  expect(performance.now() - asked).toBeLessThan(5000)
  screen.stop()
})

function count(acknowledged: readonly ReadonlyMap<string, number>[]): number {
  return acknowledged.reduce((total, { size }) => total + size, 0)
}
