import type { PositionReply, SeatView } from '#src/contract/rooms.ts'
import type { Position, Spread } from '#src/room/room-events.ts'
import { applyEvent, foldRoom, type RoomState } from '#src/room/room-state.ts'
import { ask } from '#client/phone/ask.ts'
import type { PositionQueue, QueueState, SendOutcome } from '#client/phone/offline/position-queue.ts'
import type { QueuedPosition } from '#client/phone/offline/position-storage.ts'
import { sentOf, type KeptSeat } from '#client/phone/offline/snapshot.ts'
import { followRoom } from './follow-room.ts'

/** What a screen of the meeting shows. */
export type MeetingState = {
  readonly room: RoomState
  /** Own positions, those that still wait for the network included. */
  readonly mine: Readonly<Record<string, Position>>
  /** Spreads received in reply to an own answer, given after everyone's were shown. */
  readonly spreads: Readonly<Record<string, Spread>>
  readonly queue: QueueState
  readonly connection: 'connecting' | 'live' | 'cut'
  /** Criteria answered before, of which this phone keeps no answer: it comes back with the network. */
  readonly sent: readonly string[]
  /** Criteria whose last position the server refused. */
  readonly refused: readonly string[]
  readonly ended?: 'closed' | 'started' | 'seat-lost'
}

export type MeetingStore = {
  readonly state: () => MeetingState
  readonly subscribe: (listener: () => void) => () => void
  readonly answer: (criterionId: string, position: Position) => void
  readonly retryNow: () => void
  /** Follows the room until `stop`. */
  readonly start: () => void
  readonly stop: () => void
}

type MeetingOptions = {
  readonly view: SeatView | KeptSeat
  readonly makeQueue: (send: (item: QueuedPosition) => Promise<SendOutcome>) => PositionQueue
  /** Keeps what stands, for a page opened again without network. */
  readonly keep: (view: KeptSeat) => void
}

/** The running meeting on one phone: what the server said so far, and what this phone still has to say. */
export function createMeeting({ view, makeQueue, keep }: MeetingOptions): MeetingStore {
  const listeners = new Set<() => void>()
  // What the server has acknowledged; what waits is laid over it.
  let acknowledged: Readonly<Record<string, Position>> = view.mine
  let events = view.events
  const queue = makeQueue(send)
  let state: MeetingState = {
    room: foldRoom(view.events),
    mine: view.mine,
    spreads: {},
    queue: queue.state(),
    connection: 'connecting',
    sent: sentOf(view) ?? [],
    refused: [],
  }
  let following: ReturnType<typeof followRoom> | undefined

  const change = (next: Partial<MeetingState>) => {
    state = { ...state, ...next }
    listeners.forEach((listener) => listener())
  }
  const mineNow = (): Readonly<Record<string, Position>> => ({
    ...acknowledged,
    ...Object.fromEntries(queue.state().waiting.map((item) => [item.criterionId, item.position])),
  })
  const keepNow = () =>
    keep({ ...view, events, mine: {}, sent: [...new Set([...state.sent, ...Object.keys(acknowledged)])] })
  queue.subscribe(() => change({ queue: queue.state(), mine: mineNow() }))

  async function send(item: QueuedPosition): Promise<SendOutcome> {
    const { criterionId, operationId, position } = item
    const reply = await ask<PositionReply>('PUT', `/seat/positions/${encodeURIComponent(criterionId)}`, {
      operationId,
      position,
    })
    if (reply.kind === 'unreachable') return 'unreachable'
    if (reply.kind === 'answered') {
      const { spread } = reply.body
      acknowledged = { ...acknowledged, [criterionId]: position }
      if (spread !== undefined) change({ spreads: { ...state.spreads, [criterionId]: spread } })
      keepNow()
      // It went through, so the network is back: the room's own news need not wait either.
      following?.retryNow()
      return 'sent'
    }
    if (reply.status === 429) return 'unreachable'
    if (reply.status === 401) {
      end('seat-lost')
      return 'seat-lost'
    }
    change({ refused: [...state.refused.filter((each) => each !== criterionId), criterionId] })
    return 'refused'
  }

  /** A page opened without network lacks the answers that were sent before. */
  async function fetchSent(): Promise<void> {
    const seat = await ask<SeatView | KeptSeat>('GET', '/seat')
    if (seat.kind !== 'answered' || sentOf(seat.body) !== undefined) return
    acknowledged = { ...seat.body.mine, ...acknowledged }
    change({ sent: [], mine: mineNow() })
  }

  function end(why: 'closed' | 'started' | 'seat-lost'): void {
    following?.stop()
    // The link of those who cannot come closes when the meeting starts: that is why their seat is gone.
    if (state.ended === undefined) change({ ended: view.early && why === 'seat-lost' ? 'started' : why })
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    answer: (criterionId, position) => {
      change({ refused: state.refused.filter((each) => each !== criterionId) })
      queue.add(criterionId, position)
    },
    retryNow: () => {
      queue.retryNow()
      following?.retryNow()
    },
    start: () => {
      if (state.room.status === 'closed') return end('closed')
      following = followRoom({
        lastSeq: () => state.room.seq,
        onEvent: (event) => {
          const applied = applyEvent(state.room, event)
          if (applied.outcome !== 'applied') return applied.outcome
          events = [...events, event]
          const isReopened = event.type === 'reopened'
          const { [isReopened ? event.criterionId : '']: _, ...spreads } = state.spreads
          change({ room: applied.state, spreads })
          keepNow()
          if (event.type === 'closed') end('closed')
          if (event.type === 'started' && view.early) end('started')
          return 'applied'
        },
        onConnection: (connection) => {
          change({ connection })
          if (connection !== 'live') return
          queue.retryNow()
          if (state.sent.length > 0) void fetchSent()
        },
        onSeatLost: () => end('seat-lost'),
      })
      return undefined
    },
    stop: () => following?.stop(),
  }
}
