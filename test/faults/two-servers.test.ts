import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLine, type Line } from '#test/support/journey/line.ts'
import { poll } from '#test/support/poll.ts'
import { createTestDatabase } from '#test/support/test-database.ts'
import { command, follow, openRoom, position, readSeat, takeSeat } from './phones.ts'
import { createAccompaniment, signIn } from './saves.ts'
import { freePort, signInToken, startServer, type ServerProcess } from './server-process.ts'

const phones = 12

let folder: string
let database: Awaited<ReturnType<typeof createTestDatabase>>
let servers: readonly { readonly port: number; readonly server: ServerProcess }[] = []
let line: Line

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jalon-two-servers-'))
  await chmod(folder, 0o711)
  database = await createTestDatabase()
  const ports = [await freePort(), await freePort()]
  line = await openLine(ports)
  servers = ports.map((port, index) => ({
    port,
    server: startServer({
      DATA_DIR: path.join(folder, String(index)),
      DATABASE_URL: urlOf(database.connections.owner),
      SECRET: 'one secret for both servers, long enough',
      BASE_URL: line.address,
      PORT: String(port),
    }),
  }))
}, 120_000)

afterAll(async () => {
  for (const { server } of servers) server.process.kill('SIGKILL')
  await Promise.all(servers.map(({ server }) => server.exited))
  await line.close()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

test('two servers behind one address, one killed during the meeting: no position lost, no event missed or told twice', async () => {
  const [token] = await Promise.all(servers.map(({ server }) => signInToken(server)))
  const session = await signIn(line.address, token ?? '')
  const room = await openRoom(session, await createAccompaniment(session, 1))
  const seats = await Promise.all(Array.from({ length: phones }, () => takeSeat(line.address, room.code)))
  const screens = [follow(session, `${room.path}/events`), ...seats.map((seat) => follow(seat, '/seat/events'))]
  await poll('every stream', () => (screens.every(({ isOpen }) => isOpen()) ? true : undefined))

  const stop = new AbortController()
  const [first = ''] = room.criteria
  await command(session, room.path, { type: 'present', criterionId: first })
  const acknowledged = seats.map(() => 0)
  const voting = seats.map(async (seat, index) => {
    for (const criterionId of room.criteria) {
      await position(seat, criterionId, { level: 2 }, stop.signal)
      acknowledged[index] = (acknowledged[index] ?? 0) + 1
    }
  })
  await poll('some votes', () => (total(acknowledged) > 60 ? true : undefined))
  const [one] = servers
  one?.server.process.kill('SIGKILL')
  line.lose(one?.port ?? 0)
  const lostAt = performance.now()
  await poll('every stream again', () => (screens.every(({ isOpen }) => isOpen()) ? true : undefined))
  expect(performance.now() - lostAt).toBeLessThan(5000)
  await Promise.all(voting)

  for (const seat of seats)
    expect((await readSeat(seat)).mine).toEqual(Object.fromEntries(room.criteria.map((id) => [id, { level: 2 }])))
  await command(session, room.path, { type: 'close' })
  await poll('the close, everywhere', () =>
    screens.every(({ seen }) => seen.at(-1)?.type === 'closed') ? true : undefined,
  )
  for (const { seen, stop: leave } of screens) {
    leave()
    expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: seen.at(-1)?.seq ?? 0 }, (_, index) => index + 1))
  }
})

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

/** As `DATABASE_URL` says it, a socket's folder among the parameters. */
function urlOf({ connectionString, host = '', port, user = '', database: name = '' }: pg.PoolConfig): string {
  if (connectionString !== undefined) return connectionString
  const parameters = new URLSearchParams({ host, user, ...(port === undefined ? {} : { port: String(port) }) })
  return `postgresql:///${name}?${parameters.toString()}`
}
