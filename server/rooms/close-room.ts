import type { RoomEvent } from '#src/room/room-events.ts'
import { appendRoomEvent, markClosed, type RoomRow } from '#server/database/queries/rooms/rooms.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { closeCode } from './join-codes.ts'

/** The code dies; seats and positions go. What was agreed, and its spread, are entries and stay. */
export async function closeRoom(tx: Db, room: RoomRow, at: Date): Promise<RoomEvent> {
  await closeCode(tx, 'room', room.id)
  await closeCode(tx, 'room-early', room.id)
  await markClosed(tx, room.id, at)
  return appendRoomEvent(tx, room.id, at, { type: 'closed' })
}
