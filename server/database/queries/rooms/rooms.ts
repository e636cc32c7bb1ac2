import { sql } from 'kysely'
import type { RoomEvent, RoomFact, Spread } from '#src/room/room-events.ts'
import type { Db } from '#server/database/unit-of-work.ts'

export type RoomRow = {
  readonly id: string
  readonly networkId: string
  readonly accompanimentId: string
  readonly meeting: string
  readonly named: boolean
  readonly status: 'prepared' | 'open' | 'closed'
  readonly criteria: readonly string[]
  readonly openedAt: Date | null
  readonly closedAt: Date | null
}

const columns = sql.raw(`id, network_id as "networkId", accompaniment_id as "accompanimentId", meeting, named, status,
  criteria, opened_at as "openedAt", closed_at as "closedAt"`)

export async function insertRoom(
  tx: Db,
  room: Pick<RoomRow, 'networkId' | 'accompanimentId' | 'meeting' | 'named' | 'criteria'> & { readonly at: Date },
): Promise<string> {
  const { rows } = await sql<{ readonly id: string }>`
    insert into rooms (network_id, accompaniment_id, meeting, named, criteria, created_at)
    values (${room.networkId}, ${room.accompanimentId}, ${room.meeting}, ${room.named}, ${room.criteria}::text[],
      ${room.at}) returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

export async function findRoom(tx: Db, accompanimentId: string, roomId: string): Promise<RoomRow | undefined> {
  const { rows } = await sql<RoomRow>`
    select ${columns} from rooms where id = ${roomId} and accompaniment_id = ${accompanimentId}`.execute(tx)
  return rows[0]
}

/** Whatever its accompaniment; nothing else happens in the room until the transaction ends. */
export async function lockRoom(tx: Db, roomId: string): Promise<RoomRow | undefined> {
  const { rows } = await sql<RoomRow>`select ${columns} from rooms where id = ${roomId} for update`.execute(tx)
  return rows[0]
}

/** Newest first. */
export async function listRooms(tx: Db, accompanimentId: string, limit: number): Promise<readonly RoomRow[]> {
  const { rows } = await sql<RoomRow>`
    select ${columns} from rooms where accompaniment_id = ${accompanimentId}
    order by created_at desc, id desc limit ${limit}`.execute(tx)
  return rows
}

/** Those opened, or prepared and never opened, before an instant, in the network of the transaction. */
export async function listForgottenRooms(
  tx: Db,
  openedBefore: Date,
  preparedBefore: Date,
): Promise<readonly RoomRow[]> {
  const { rows } = await sql<RoomRow>`
    select ${columns} from rooms where (status = 'open' and opened_at < ${openedBefore})
      or (status = 'prepared' and created_at < ${preparedBefore}) order by id for update`.execute(tx)
  return rows
}

/** Those of invented accompaniments that are not closed. */
export async function listExampleRooms(tx: Db): Promise<readonly RoomRow[]> {
  const { rows } = await sql<RoomRow>`
    select ${columns} from rooms where status <> 'closed'
      and accompaniment_id in (select id from accompaniments where is_example) order by id for update`.execute(tx)
  return rows
}

/** All the facts of one room, in order. */
export async function listRoomEvents(tx: Db, roomId: string): Promise<readonly RoomEvent[]> {
  const { rows } = await sql<{ readonly seq: number; readonly at: Date; readonly fact: RoomFact }>`
    select seq, at, fact from room_events where room_id = ${roomId} order by seq`.execute(tx)
  return rows.map(eventFromRow)
}

/** Numbers the fact and wakes the servers when the transaction ends. The room is locked from here on. */
export async function appendRoomEvent(tx: Db, roomId: string, at: Date, fact: RoomFact): Promise<RoomEvent> {
  const { rows } = await sql<{ readonly seq: number }>`
    select append_room_event(${roomId}, ${at}, ${JSON.stringify(fact)}::jsonb) as seq`.execute(tx)
  return eventFromRow({ seq: rows[0]?.seq ?? 0, at, fact })
}

export async function markOpen(tx: Db, roomId: string, at: Date): Promise<void> {
  await sql`update rooms set status = 'open', opened_at = ${at} where id = ${roomId}`.execute(tx)
}

/** What people answered and who sat there goes; the facts stay. */
export async function markClosed(tx: Db, roomId: string, at: Date): Promise<void> {
  await sql`update rooms set status = 'closed', closed_at = ${at}, present = 0 where id = ${roomId}`.execute(tx)
  for (const table of ['room_positions', 'room_reveals', 'room_presence', 'room_seats'])
    await sql`delete from ${sql.table(table)} where room_id = ${roomId}`.execute(tx)
}

export async function changeCriteria(tx: Db, roomId: string, criteria: readonly string[]): Promise<void> {
  await sql`update rooms set criteria = ${criteria}::text[] where id = ${roomId}`.execute(tx)
}

export async function countPositions(tx: Db, roomId: string, criterionId: string): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::integer as count from room_positions
    where room_id = ${roomId} and criterion_id = ${criterionId}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Shows the room how the positions lie; what it may see of them (`refresh_reveal`, migration 0011). */
export async function revealCriterion(tx: Db, room: RoomRow, criterionId: string): Promise<Spread> {
  const { rows } = await sql<{ readonly spread: Spread }>`
    select reveal_criterion(${room.networkId}, ${room.id}, ${criterionId}) as spread`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('reveal_criterion gave no spread')
  return row.spread
}

export async function hideReveal(tx: Db, roomId: string, criterionId: string): Promise<void> {
  await sql`
    update room_reveals set visible = false
    where room_id = ${roomId} and criterion_id = ${criterionId}`.execute(tx)
}

/**
 * The spread kept beside an agreed answer: as it stands or, without names, as it was last shown or kept where one or two
 * people have moved since. The difference between the two would tell what they answered.
 */
export async function spreadToKeep(tx: Db, room: RoomRow, criterionId: string): Promise<Spread> {
  await sql`
    insert into room_reveals (network_id, room_id, criterion_id, visible, spread)
    values (${room.networkId}, ${room.id}, ${criterionId}, false, room_spread(${room.id}, ${criterionId}))
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ readonly spread: Spread }>`
    select coalesce((select r.spread from room_reveals r
        where r.room_id = ${room.id} and r.criterion_id = ${criterionId}
          and not ${room.named}::boolean and cardinality(r.moved_seats) between 1 and 2),
      room_spread(${room.id}, ${criterionId})) as spread`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('no spread was computed')
  return row.spread
}

function eventFromRow({ seq, at, fact }: { readonly seq: number; readonly at: Date; readonly fact: RoomFact }) {
  return { seq, at: at.toISOString(), ...fact }
}
