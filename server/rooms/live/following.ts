import { eventFor } from '#src/room/spread.ts'
import type { Batch } from '#server/database/queries/rooms/seats.ts'
import type { Writer } from './event-writer.ts'

/** One open stream. It gets each event after `after` once, in order. */
export type Subscriber = {
  readonly networkId: string
  readonly roomId: string
  /** Absent for the screens of signed-in people. */
  readonly seat?: { readonly id: string; readonly early: boolean }
  /** The seat or the account: how many streams each may hold is limited. */
  readonly reader: string
  readonly after: number
  /** Messages as they go over the wire; the same bytes serve many. */
  readonly send: (messages: Uint8Array) => void
  readonly beat: () => void
  /** Asked at each beat; a stream whose reader may read no more ends. */
  readonly isAllowed: () => Promise<boolean>
  readonly end: () => void
}

/** A stream, and the number of the last fact it was given. */
export type Following = { readonly subscriber: Subscriber; seq: number }

/** Gives a stream what it lacks of what was read, as its reader may have it. */
export function give(follower: Following, { events, answered }: Batch, written: Writer): void {
  const { seat, send, end } = follower.subscriber
  const [first] = events
  // Those who came while it was being read lack what lies before it: the next reading begins lower.
  if (first === undefined || first.seq > follower.seq + 1) return
  const fresh = events.filter(({ seq }) => seq > follower.seq)
  const last = fresh.at(-1)
  if (last === undefined) return

  follower.seq = last.seq
  const viewer =
    seat === undefined
      ? ({ kind: 'screen' } as const)
      : ({ kind: 'seat', hasAnswered: (id: string) => answered[id]?.includes(seat.id) === true } as const)
  send(written(fresh.map((event) => eventFor(viewer, event))))
  // The links of those who answered beforehand close when the meeting starts; every seat ends with it.
  if (seat !== undefined && fresh.some(({ type }) => type === 'closed' || (seat.early && type === 'started'))) end()
}
