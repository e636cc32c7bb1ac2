import type { RoomView } from '#src/contract/rooms.ts'
import type { RoomEvent } from '#src/room/room-events.ts'
import type { MeetingMemory } from './meeting-memory.ts'

/** Criteria decided in this meeting, in the order they were: on the phones' room where there was one, and without it. */
export function decidedIn({ memory, lastRoom, room, meeting }: Parts): readonly string[] {
  const here = decidedHere(memory, meeting)
  if (room !== undefined) {
    const inRoom = agreedIn(room.events)
    return [...inRoom, ...here.filter((id) => !inRoom.includes(id))]
  }
  // Closing a room notes here what it agreed on; another computer has only the room to go by.
  return memory.decidedFor === meeting || lastRoom?.meeting !== meeting ? here : agreedIn(lastRoom.events)
}

type Parts = {
  readonly memory: MeetingMemory
  readonly meeting: string
  readonly room: { readonly events: readonly RoomEvent[] } | undefined
  readonly lastRoom: RoomView | undefined
}

/** Those agreed upon on this computer, in this meeting and no other. */
export function decidedHere(memory: MeetingMemory, meeting: string): readonly string[] {
  return memory.decidedFor === meeting ? memory.decided : []
}

/** Agreed and not reopened since; a criterion agreed again takes its last place. */
export function agreedIn(events: readonly RoomEvent[]): readonly string[] {
  return events.reduce<readonly string[]>((agreed, event) => {
    if (event.type !== 'agreed' && event.type !== 'reopened') return agreed
    const others = agreed.filter((id) => id !== event.criterionId)
    return event.type === 'agreed' ? [...others, event.criterionId] : others
  }, [])
}
