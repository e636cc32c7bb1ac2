import type { z } from 'zod'
import type { NamedPosition, newRoomBody, RoomCommand, RoomView } from '#src/contract/rooms.ts'
import type { RoomEvent } from '#src/room/room-events.ts'
import { request } from '#client/app/api.ts'
import { newId } from '#client/app/new-id.ts'

export type NewRoom = Omit<z.infer<typeof newRoomBody>, 'operationId'>

const of = (accompanimentId: string) => `/accompaniments/${accompanimentId}/rooms`

/** The advisor's side of the live meeting. */
export const roomsApi = {
  /** Newest first. */
  list: (accompanimentId: string) => request<readonly RoomView[]>(of(accompanimentId)),
  create: (accompanimentId: string, room: NewRoom) =>
    request<RoomView>(of(accompanimentId), { method: 'POST', body: { operationId: newId(), ...room } }),
  command: (accompanimentId: string, roomId: string, command: RoomCommand) =>
    request<readonly RoomEvent[]>(`${of(accompanimentId)}/${roomId}/commands`, {
      method: 'POST',
      body: { operationId: newId(), command },
    }),
  names: (accompanimentId: string, roomId: string, criterionId: string) =>
    request<readonly NamedPosition[]>(
      `${of(accompanimentId)}/${roomId}/criteria/${encodeURIComponent(criterionId)}/names`,
    ),
  eventsAddress: (accompanimentId: string, roomId: string) => `/api${of(accompanimentId)}/${roomId}/events`,
}
