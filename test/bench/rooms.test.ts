import { chmod, mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoomView } from '#src/contract/rooms.ts'
import { ownerRole } from '#server/database/embedded/initialise.ts'
import { send, signIn, type Session } from '#test/faults/saves.ts'
import { cleanUp, freePort, signInToken, startServer, type ServerProcess } from '#test/faults/server-process.ts'
import { poll } from '#test/support/poll.ts'
import { report } from './figure.ts'
import { heapOf, weighable, type Scales } from './heap-of.ts'
import { closeStreams, openLiveRoom, vote, type LiveRoom } from './live-room.ts'

const meetings = 20
const people = 25
/** Criteria voted on: what a meeting does in half an hour. */
const votes = 21
/** At the end of the first third, and of the last. */
const weighed = [4, 5, 6, 18, 19, 20]
const votesApart = 14
/** A position, its operation and its reply are more than twice that: one of them that stays anywhere breaks the promise. */
const mostBytesLeft = 300
const longestMilliseconds = 300

let folder: string
let server: ServerProcess
let session: Session
let scales: Scales
let socket = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jalon-bench-rooms-'))
  await chmod(folder, 0o711)
  const port = await freePort()
  server = startServer({ DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'warn', ...weighable })
  session = await signIn(`http://127.0.0.1:${port}`, await signInToken(server))
  scales = await heapOf(server)
  socket = (await readFile(path.join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[4] ?? ''
}, 120_000)

afterAll(async () => {
  scales.close()
  await cleanUp([server], folder)
})

test('twenty meetings of twenty-five people at once', async () => {
  const rooms = await Promise.all(Array.from({ length: meetings }, (_, index) => openLiveRoom(session, index, people)))
  const waits: number[] = []
  const heap: number[] = []
  for (let round = 0; round < votes; round++) {
    const criterion = (room: LiveRoom) => room.room.criteria[round] ?? ''
    const waited = await Promise.all(rooms.map((room) => vote(room, criterion(room))))
    waits.push(...waited.flat())
    await Promise.all(
      rooms.flatMap(({ phones }) => phones.filter(isCut(round)).map(({ stream }) => stream.reconnect())),
    )
    if (weighed.includes(round)) heap.push(await scales.weigh())
  }
  const bare = await bareNotifications()
  const ours = percentile95(waits)
  report(
    'position to the advisor’s screen, p95, of 300 ms',
    ours / longestMilliseconds,
    { atMost: 1 },
    `${ours.toFixed(0)} ms, ${waits.length} positions`,
  )
  report(
    'position to the screen, p95, of a bare NOTIFY',
    ours / bare,
    { atMost: 40 },
    `${ours.toFixed(1)} ms against ${bare.toFixed(1)} ms`,
  )

  const [first, last] = [mean(heap.slice(0, 3)), mean(heap.slice(3))]
  const between = (votesApart / votes) * waits.length
  report(
    'memory that a position leaves behind, bytes',
    (last - first) / between,
    { atMost: mostBytesLeft },
    `${megabytes(first)} then ${megabytes(last)}, ${between} positions`,
  )

  const told = await Promise.all(rooms.map(everyEventReached))
  const given = sum(told.map((each) => each.given))
  const heard = sum(told.map((each) => each.heard))
  expect(given).toBeGreaterThan(10_000)
  report(
    'events heard, of those given',
    heard / given,
    { atLeast: 1 },
    `${heard} on ${meetings * (people + 1)} streams`,
  )
  rooms.forEach(closeStreams)
})

test('one meeting of three hundred people', async () => {
  const room = await openLiveRoom(session, 100, 300)
  const waits: number[] = []
  for (const criterion of room.room.criteria.slice(0, 5)) waits.push(...(await vote(room, criterion)))
  const ours = percentile95(waits)
  report(
    'position to the screen among 300 people, p95, of 300 ms',
    ours / longestMilliseconds,
    { atMost: 1 },
    `${ours.toFixed(0)} ms`,
  )
  await everyEventReached(room)
  closeStreams(room)
})

/** One phone in five loses its connection after each vote. */
function isCut(round: number) {
  return (_: unknown, index: number) => index % 5 === round % 5
}

/** Every stream holds every number once, in order, those that were cut meanwhile too. */
async function everyEventReached({ room, screen, phones }: LiveRoom): Promise<{ given: number; heard: number }> {
  const { events } = (await (await send(session, 'GET', room.path)).json()) as RoomView
  const numbers = events.map(({ seq }) => seq)
  const streams = [screen, ...phones.map(({ stream }) => stream)]
  await poll('the last event everywhere', () =>
    streams.every(({ seqs }) => seqs.length >= numbers.length) ? true : undefined,
  )
  const last = numbers.at(-1) ?? 0
  const told = streams.map(({ seqs }) => seqs.filter((seq) => seq <= last))
  for (const each of told) expect(each).toEqual(numbers)
  return { given: numbers.length * streams.length, heard: sum(told.map(({ length }) => length)) }
}

/** A durable row and a notification in one commit, heard on another connection: p95 in ms, at the pace of the meetings. */
async function bareNotifications(): Promise<number> {
  const options = { host: socket, user: ownerRole, database: 'postgres' }
  const pool = new pg.Pool({ ...options, max: meetings })
  const listener = new pg.Client(options)
  await listener.connect()
  await listener.query('listen bare')
  await pool.query('create table bare (id integer primary key)')
  const heard = new Map<string, (at: number) => void>()
  listener.on('notification', ({ payload = '' }) => heard.get(payload)?.(performance.now()))
  const waits: number[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: meetings }, async () => {
      while (next < 1000) {
        const id = next++
        const arrived = new Promise<number>((resolve) => heard.set(String(id), resolve))
        const sentAt = performance.now()
        await pool.query(
          `with kept as (insert into bare values ($1) returning id)
          select pg_notify('bare', id::text) from kept`,
          [id],
        )
        waits.push((await arrived) - sentAt)
      }
    }),
  )
  await listener.end()
  await pool.end()
  return percentile95(waits)
}

function percentile95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`
}
