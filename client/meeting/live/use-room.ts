import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { can } from '#src/access/can.ts'
import type { RoomCommand, RoomView } from '#src/contract/rooms.ts'
import type { RoomEvent } from '#src/room/room-events.ts'
import { criterionOf, foldRoom, type CriterionState, type RoomState } from '#src/room/room-state.ts'
import { Refused, sentenceOf } from '#client/app/api.ts'
import { keys } from '#client/app/query-client.ts'
import type { Opened } from '#client/opened/opened.ts'
import { roomsApi, type NewRoom } from './rooms-api.ts'
import { useRoomStream, type RoomLink } from './use-room-stream.ts'

/** The meeting's room as the advisor's windows see it, and what they may ask of it. */
export type Room = Omit<RoomState, 'criteria'> & {
  readonly view: RoomView
  readonly events: readonly RoomEvent[]
  readonly of: (criterionId: string) => CriterionState
  readonly link: RoomLink
  /** A command is out. */
  readonly busy: boolean
  /** Why the last command was refused, in French. */
  readonly failure: string | undefined
  /** False where it was refused; the sentence is then in `failure`. A refusal named in `expected` is thrown instead. */
  readonly send: (command: RoomCommand, expected?: readonly string[]) => Promise<boolean>
}

export type RoomHandle = {
  /** Undefined where nobody prepared one, or once it is closed: the meeting is then led without phones. */
  readonly room: Room | undefined
  /** The newest room of all, closed or not. */
  readonly last: RoomView | undefined
  readonly create: (room: NewRoom) => Promise<void>
}

const roomsKey = (id: string) => ['rooms', id]

/** The accompaniment's rooms, for an advisor alone; the newest that is not closed is followed live. */
export function useRoom(opened: Opened): RoomHandle {
  const queries = useQueryClient()
  const { id, view } = opened
  const rooms = useQuery({
    queryKey: roomsKey(id),
    queryFn: () => roomsApi.list(id),
    enabled: can(view.role, 'lead-meeting'),
    refetchOnWindowFocus: 'always',
    // The wall may have been opened first, and nobody ever touches its window: it asks until there is a room to follow.
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status !== 'closed') === true ? false : 3000),
  })
  const [last] = rooms.data ?? []
  const open = last !== undefined && last.status !== 'closed' ? last : undefined
  const { events, link, add } = useRoomStream(
    open === undefined ? undefined : roomsApi.eventsAddress(id, open.id),
    open?.events ?? [],
  )
  const [pending, setPending] = useState(0)
  const [failure, setFailure] = useState<string>()
  const state = open === undefined ? undefined : foldRoom(events)
  const status = state?.status
  const agreements = events.filter(({ type }) => type === 'agreed').length
  const seen = useRef(agreements)

  useEffect(() => {
    if (seen.current === agreements) return
    seen.current = agreements
    // An agreement is also an entry, which the other window saved.
    void queries.invalidateQueries({ queryKey: keys.accompaniment(id) })
    void queries.invalidateQueries({ queryKey: keys.progress(id) })
  }, [agreements, queries, id])

  useEffect(() => {
    // Opening gives the room another code, closing takes it away.
    if (status !== undefined && status !== open?.status) void queries.invalidateQueries({ queryKey: roomsKey(id) })
  }, [status, open?.status, queries, id])

  const send: Room['send'] = async (command, expected = []) => {
    if (open === undefined) return false
    setPending((count) => count + 1)
    setFailure(undefined)
    try {
      add(await roomsApi.command(id, open.id, command))
      return true
    } catch (error) {
      if (error instanceof Refused && expected.includes(error.code)) throw error
      setFailure(sentenceOf(error))
      return false
    } finally {
      setPending((count) => count - 1)
    }
  }

  return {
    last,
    room:
      open === undefined || state === undefined
        ? undefined
        : {
            ...state,
            view: open,
            events,
            of: (criterionId) => criterionOf(state, criterionId),
            link,
            busy: pending > 0,
            failure,
            send,
          },
    create: async (room) => {
      await roomsApi.create(id, room)
      await queries.invalidateQueries({ queryKey: roomsKey(id) })
    },
  }
}
