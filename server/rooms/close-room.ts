import type { RoomEvent } from '#src/room/room-events.ts'
import {
  appendRoomEvent,
  listExampleRooms,
  listForgottenRooms,
  markClosed,
  type RoomRow,
} from '#server/database/queries/rooms/rooms.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { closeCode } from './join-codes.ts'

const hour = 3_600_000
/** A meeting lasts an afternoon; an early link may wait for months, not for ever. */
const longestOpenHours = 24
const longestPreparedHours = 100 * 24

/** Closes, in the network of the transaction, the meetings that nobody will close: what their people answered goes. */
export async function closeForgottenRooms(tx: Db, now: Date): Promise<void> {
  const before = (hours: number) => new Date(now.getTime() - hours * hour)
  const forgotten = await listForgottenRooms(tx, before(longestOpenHours), before(longestPreparedHours))
  for (const room of forgotten) await closeRoom(tx, room, now)
}

/** Their codes must not outlive the examples that are about to go. */
export async function closeExampleRooms(tx: Db, now: Date): Promise<void> {
  for (const room of await listExampleRooms(tx)) await closeRoom(tx, room, now)
}

/** The code dies; seats and positions go. What was agreed, and its spread, are entries and stay. */
export async function closeRoom(tx: Db, room: RoomRow, at: Date): Promise<RoomEvent> {
  await closeCode(tx, 'room', room.id)
  await closeCode(tx, 'room-early', room.id)
  await markClosed(tx, room.id, at)
  return appendRoomEvent(tx, room.id, at, { type: 'closed' })
}
