import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { RoomCommand, RoomView, SeatView } from '#src/contract/rooms.ts'
import type { Position, RoomEvent } from '#src/room/room-events.ts'
import { send, type Session } from './saves.ts'

/** A meeting open on a server that may die at any moment. */
export type OpenRoom = {
  readonly id: string
  readonly path: string
  readonly code: string
  readonly criteria: readonly string[]
}

export async function openRoom(
  session: Session,
  accompaniment: string,
  criteria?: readonly string[],
): Promise<OpenRoom> {
  const rooms = `/accompaniments/${accompaniment}/rooms`
  const prepared = await send(session, 'POST', rooms, {
    operationId: randomUUID(),
    meeting: '1',
    named: false,
    ...(criteria === undefined ? {} : { criteria }),
  })
  if (prepared.status !== 201) throw new Error(`no room: ${await prepared.text()}`)
  const { id, events } = (await prepared.json()) as RoomView
  const path = `${rooms}/${id}`
  await command(session, path, { type: 'start' })
  const { code = '' } = (await (await send(session, 'GET', path)).json()) as RoomView
  const [first] = events

  return { id, path, code, criteria: first?.type === 'prepared' ? first.criteria : [] }
}

export async function command(session: Session, path: string, sent: RoomCommand): Promise<readonly RoomEvent[]> {
  const done = await send(session, 'POST', `${path}/commands`, { operationId: randomUUID(), command: sent })
  if (done.status !== 200) throw new Error(`${sent.type}: ${await done.text()}`)
  return (await done.json()) as readonly RoomEvent[]
}

/** A seat of the meeting, as a session that holds its cookie. */
export async function takeSeat(origin: string, code: string): Promise<Session> {
  const joined = await send({ origin, cookie: '' }, 'POST', '/join', { code })
  if (joined.status !== 200) throw new Error(`not joined: ${await joined.text()}`)
  return { origin, cookie: joined.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

export async function readSeat(seat: Session): Promise<SeatView> {
  return (await (await send(seat, 'GET', '/seat')).json()) as SeatView
}

/** One position, sent again with the same operation until it is acknowledged, as a phone's queue does. */
export async function position(
  seat: Session,
  criterionId: string,
  taken: Position,
  stop: AbortSignal,
): Promise<boolean> {
  const body = { operationId: randomUUID(), position: taken }
  while (!stop.aborted) {
    const response = await send(seat, 'PUT', `/seat/positions/${criterionId}`, body).catch(() => undefined)
    if (response?.status === 200 && (await response.text().catch(() => '')) !== '') return true
    if (response !== undefined && response.status < 500 && response.status !== 200)
      throw new Error(`${response.status}: ${await response.text()}`)
    await pause(100)
  }
  return false
}

type Follower = {
  /** Numbers in the order they came, over all connections. */
  readonly seen: readonly RoomEvent[]
  /** When the last connection opened, by `performance.now()`. */
  readonly openedAt: () => number
  readonly isOpen: () => boolean
  readonly stop: () => void
}

/** Follows a room as a page does: it comes back by itself, from the last number it saw. */
export function follow(session: Session, path: string): Follower {
  const over = new AbortController()
  const seen: RoomEvent[] = []
  let openedAt = 0
  let isOpen = false

  const read = async (): Promise<void> => {
    const response = await fetch(`${session.origin}/api${path}`, {
      signal: over.signal,
      headers: { cookie: session.cookie, 'last-event-id': String(seen.at(-1)?.seq ?? 0) },
    })
    if (!response.ok || response.body === null) return
    openedAt = performance.now()
    isOpen = true
    let rest = ''
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + piece).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1]
        if (data !== undefined) seen.push(JSON.parse(data) as RoomEvent)
      }
    }
  }
  const run = async () => {
    while (!over.signal.aborted) {
      await read().catch(() => undefined)
      isOpen = false
      if (!over.signal.aborted) await pause(300)
    }
  }
  void run()

  return { seen, openedAt: () => openedAt, isOpen: () => isOpen, stop: () => over.abort() }
}
