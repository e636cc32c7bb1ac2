import { z } from 'zod'
import type { NamedPosition, RoomView } from '#src/contract/rooms.ts'
import { ok, refused } from '#src/shared/result.ts'
import { findRoom, listRoomEvents, listRooms, type RoomRow } from '#server/database/queries/rooms/rooms.ts'
import { listNamedPositions } from '#server/database/queries/rooms/seats.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { onAccompaniment } from '#server/use-cases/on-accompaniment.ts'
import { isId } from '#server/use-cases/parse-body.ts'
import { codeOf } from './join-codes.ts'

/** More meetings than an accompaniment has. */
export const mostRoomsListed = 30

export type RoomParams = { readonly roomId: string }

export const readRooms = onAccompaniment({
  name: 'read-rooms',
  action: 'read',
  effect: 'reads',
  body: z.strictObject({}),
  act: async ({ tx, access }) => {
    const views: RoomView[] = []
    // One connection serves a transaction: these run one after the other anyway.
    for (const room of await listRooms(tx, access.id, mostRoomsListed)) views.push(await roomView(tx, room))
    return ok(views)
  },
})

export const readRoom = onAccompaniment<Record<string, never>, RoomView, RoomParams>({
  name: 'read-room',
  action: 'read',
  effect: 'reads',
  body: z.strictObject({}),
  act: async ({ tx, access, params }) => {
    const room = isId(params.roomId) ? await findRoom(tx, access.id, params.roomId) : undefined
    return room === undefined ? refused({ code: 'not-found' }) : ok(await roomView(tx, room))
  },
})

/** Names are of the moment: no fact holds them, and they go with the seats when the meeting is closed. */
export const readNames = onAccompaniment<
  Record<string, never>,
  readonly NamedPosition[],
  RoomParams & { readonly criterionId: string }
>({
  name: 'read-names',
  action: 'lead-meeting',
  effect: 'reads',
  body: z.strictObject({}),
  act: async ({ tx, access, params }) => {
    const room = isId(params.roomId) ? await findRoom(tx, access.id, params.roomId) : undefined
    if (room === undefined) return refused({ code: 'not-found' })
    const positions = await listNamedPositions(tx, room.id, params.criterionId)
    return ok(positions.map(({ name, position }) => (name === null ? { position } : { name, position })))
  },
})

/** Whether someone may read a room at this moment: what an open stream is asked again and again. */
export const lookAtRoom = onAccompaniment<Record<string, never>, RoomRow, RoomParams>({
  name: 'look-at-room',
  action: 'read',
  effect: 'reads',
  body: z.strictObject({}),
  act: async ({ tx, access, params }) => {
    const room = isId(params.roomId) ? await findRoom(tx, access.id, params.roomId) : undefined
    return room === undefined ? refused({ code: 'not-found' }) : ok(room)
  },
})

export async function roomView(tx: Db, room: RoomRow): Promise<RoomView> {
  const early = room.status === 'prepared' ? await codeOf(tx, 'room-early', room.id) : undefined
  const code = room.status === 'open' ? await codeOf(tx, 'room', room.id) : early
  return {
    id: room.id,
    meeting: room.meeting,
    named: room.named,
    status: room.status,
    ...(code === undefined ? {} : { code }),
    ...(early === undefined ? {} : { earlyCode: early }),
    ...(room.openedAt === null ? {} : { openedAt: room.openedAt.toISOString() }),
    ...(room.closedAt === null ? {} : { closedAt: room.closedAt.toISOString() }),
    events: await listRoomEvents(tx, room.id),
  }
}
