import { sql } from 'kysely'
import type { Position, RoomEvent, Spread } from '#src/room/room-events.ts'
import type { Db } from '#server/database/unit-of-work.ts'

export type SeatRow = { readonly seatId: string; readonly roomId: string; readonly early: boolean }

/** A random id, no time, no address: nothing here says whose it is but a name, where the team chose to give them. */
export async function insertSeat(
  tx: Db,
  seat: {
    readonly networkId: string
    readonly roomId: string
    readonly tokenHash: string
    readonly name: string | null
    readonly early: boolean
  },
): Promise<void> {
  await sql`
    insert into room_seats (network_id, room_id, token_hash, name, early)
    values (${seat.networkId}, ${seat.roomId}, ${seat.tokenHash}, ${seat.name}, ${seat.early})`.execute(tx)
}

export async function findSeat(tx: Db, tokenHash: string): Promise<SeatRow | undefined> {
  const { rows } = await sql<SeatRow>`
    select id as "seatId", room_id as "roomId", early from room_seats where token_hash = ${tokenHash}`.execute(tx)
  return rows[0]
}

export async function countSeats(tx: Db, roomId: string): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::integer as count from room_seats where room_id = ${roomId}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** The device has no place any more; what it answered stays counted. */
export async function giveBackSeat(tx: Db, seatId: string): Promise<void> {
  await sql`update room_seats set token_hash = null, name = null where id = ${seatId}`.execute(tx)
  await sql`delete from room_operations where seat_id = ${seatId}`.execute(tx)
}

/** Those who answered beforehand have had their say: their links close when the meeting starts. */
export async function closeEarlySeats(tx: Db, roomId: string): Promise<void> {
  await sql`update room_seats set token_hash = null where room_id = ${roomId} and early`.execute(tx)
}

export async function listPositions(tx: Db, seatId: string): Promise<Readonly<Record<string, Position>>> {
  const { rows } = await sql<{ readonly criterionId: string; readonly position: Position }>`
    select criterion_id as "criterionId", position from room_positions where seat_id = ${seatId}`.execute(tx)
  return Object.fromEntries(rows.map(({ criterionId, position }) => [criterionId, position]))
}

/** Who took which position on a criterion that the room was shown, in a meeting with names; by name, those who left last. */
export async function listNamedPositions(
  tx: Db,
  roomId: string,
  criterionId: string,
): Promise<readonly { readonly name: string | null; readonly position: Position }[]> {
  const { rows } = await sql<{ readonly name: string | null; readonly position: Position }>`
    select s.name, p.position from room_positions p
      join rooms on rooms.id = p.room_id and rooms.named
      join room_reveals r on r.room_id = p.room_id and r.criterion_id = p.criterion_id and r.visible
      join room_seats s on s.id = p.seat_id
    where p.room_id = ${roomId} and p.criterion_id = ${criterionId} order by s.name, s.id`.execute(tx)
  return rows
}

export type Take = {
  readonly seatId: string
  readonly operationId: string
  readonly fingerprint: string
  readonly criterionId: string
  readonly position: Position
}
export type TakeOutcome =
  | {
      readonly outcome: 'taken'
      readonly criterionId: string
      readonly position: Position
      readonly answered: number
      readonly spread?: Spread
    }
  | { readonly outcome: 'reused' | 'lost' | 'unknown' }

/** A position with the room it is for. */
export type RoomTake = { readonly networkId: string; readonly roomId: string; readonly take: Take }

/**
 * Positions of any rooms in one transaction of their own, a reply each; on disk when it answers. One commit for all:
 * commits that notify wait for each other, so that one for each position would be slower than what people do.
 */
export async function takePositions(db: Db, at: Date, takes: readonly RoomTake[]): Promise<readonly TakeOutcome[]> {
  const byRoom = Map.groupBy(takes, ({ roomId }) => roomId)
  // Always in the same order, so that two servers cannot wait for each other.
  const rooms = [...byRoom.keys()].toSorted().map((roomId) => {
    const own = byRoom.get(roomId) ?? []
    return { roomId, networkId: own[0]?.networkId, takes: own.map(({ take }) => take) }
  })
  const { rows } = await sql<{ readonly replies: readonly TakeOutcome[] }>`
    select take_positions((room ->> 'networkId')::uuid, (room ->> 'roomId')::uuid, ${at.toISOString()},
      room -> 'takes') as replies
    from json_array_elements(${JSON.stringify(rooms)}::json) as room`.execute(db)

  const replies = new Map(rooms.map(({ roomId }, index) => [roomId, rows[index]?.replies.values()]))
  return takes.flatMap(({ roomId }) => {
    const next = replies.get(roomId)?.next()
    return next === undefined || next.done === true ? [] : [next.value]
  })
}

export async function notePresence(
  db: Db,
  room: { readonly networkId: string; readonly roomId: string; readonly at: Date },
  processId: string,
  seatIds: readonly string[],
): Promise<void> {
  await sql`select note_presence(${room.networkId}, ${room.roomId}, ${processId}, ${seatIds}::uuid[],
    ${room.at.toISOString()})`.execute(db)
}

/** Facts after a number, 500 at most, and the seats that may see the spreads they tell, by criterion. */
export type Batch = {
  readonly events: readonly RoomEvent[]
  readonly answered: Readonly<Record<string, readonly string[]>>
}
export const largestBatch = 500

export async function readRoomEvents(db: Db, networkId: string, roomId: string, after: number): Promise<Batch> {
  const { rows } = await sql<{ readonly batch: Batch }>`
    select read_room_events(${networkId}, ${roomId}, ${after}) as batch`.execute(db)
  return rows[0]?.batch ?? { events: [], answered: {} }
}
