import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { RoomEvent } from '#src/room/room-events.ts'
import { ask } from '#test/faults/bad-network.ts'
import { openRoom, takeSeat, type OpenRoom } from '#test/faults/phones.ts'
import { createAccompaniment, type Session } from '#test/faults/saves.ts'
import { poll } from '#test/support/poll.ts'

/** A meeting with its people: a screen and phones, each with its stream open. */
export type LiveRoom = {
  readonly room: OpenRoom
  readonly screen: Stream
  readonly phones: readonly { readonly seat: Session; readonly stream: Stream }[]
}

/** Numbers of the events that came, and when each count of a criterion did, by `performance.now()`. */
type Stream = {
  readonly seqs: number[]
  readonly counts: Map<string, { readonly answered: number; readonly at: number }[]>
  /** Loses the connection and comes back for what it lacks, as a phone does. */
  readonly reconnect: () => Promise<void>
  readonly close: () => void
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })

export async function openLiveRoom(session: Session, number: number, people: number): Promise<LiveRoom> {
  const room = await openRoom(session, await createAccompaniment(session, number))
  const screen = await openStream(session, `${room.path}/events`)
  const phones: LiveRoom['phones'][number][] = []
  for (let index = 0; index < people; index++) {
    const seat = await takeSeat(session.origin, room.code)
    phones.push({ seat, stream: await openStream(seat, '/seat/events') })
  }
  return { room, screen, phones }
}

/** Everybody answers one criterion within a second. Answers how long each position took to reach the screen, in ms. */
export async function vote({ room, screen, phones }: LiveRoom, criterionId: string): Promise<readonly number[]> {
  const taken = await Promise.all(
    phones.map(async ({ seat }, index) => {
      await pause((index / phones.length) * 1000)
      const sentAt = performance.now()
      const reply = await ask({
        port: Number(new URL(seat.origin).port),
        agent,
        method: 'PUT',
        path: `/api/seat/positions/${criterionId}`,
        headers: { cookie: seat.cookie, origin: seat.origin, 'content-type': 'application/json' },
        body: JSON.stringify({ operationId: randomUUID(), position: { level: (index % 4) + 1 } }),
      })
      if (reply.status !== 200) throw new Error(`${room.id}: ${reply.status} ${reply.body}`)
      const { answered } = JSON.parse(reply.body) as { readonly answered: number }
      return { answered, sentAt }
    }),
  )
  const shownAt = (count: number) => screen.counts.get(criterionId)?.find(({ answered }) => answered >= count)?.at
  await poll('everybody on the screen', () => shownAt(phones.length))
  return taken.map(({ answered, sentAt }) => (shownAt(answered) ?? Number.NaN) - sentAt)
}

export function closeStreams({ screen, phones }: LiveRoom): void {
  for (const { close } of [screen, ...phones.map(({ stream }) => stream)]) close()
}

async function openStream({ origin, cookie }: Session, path: string): Promise<Stream> {
  const seqs: number[] = []
  const counts: Stream['counts'] = new Map()
  const hear = (block: string) => {
    const data = /^data: (.*)$/m.exec(block)?.[1]
    if (data === undefined) return
    const event = JSON.parse(data) as RoomEvent
    seqs.push(event.seq)
    if (event.type !== 'positioned') return
    const known = counts.get(event.criterionId) ?? []
    known.push({ answered: event.answered, at: performance.now() })
    counts.set(event.criterionId, known)
  }
  const connect = () =>
    new Promise<http.ClientRequest>((resolve, reject) => {
      const headers = { cookie, 'last-event-id': String(seqs.at(-1) ?? 0) }
      const request = http.get(`${origin}/api${path}`, { agent: false, headers }, (response) => {
        if (response.statusCode !== 200) return reject(new Error(`no stream: ${response.statusCode}`))
        let rest = ''
        response.setEncoding('utf8')
        response.on('data', (piece: string) => {
          // What was on its way when the connection was given up is asked for again.
          if (request.destroyed) return
          const blocks = (rest + piece).split('\n\n')
          rest = blocks.pop() ?? ''
          blocks.forEach(hear)
        })
        response.on('error', () => undefined)
        return resolve(request)
      })
      request.on('error', reject)
    })

  let open = await connect()
  return {
    seqs,
    counts,
    reconnect: async () => {
      open.destroy()
      open = await connect()
    },
    close: () => open.destroy(),
  }
}
