import type { RoomEvent } from '#src/room/room-events.ts'
import type { Meeting } from './use-meeting.ts'

/** Criteria decided in this meeting, in the order they were: on the phones' room where there was one, and without it. */
export function decidedIn({
  memory,
  lastRoom,
  room,
}: Pick<Meeting, 'memory' | 'lastRoom' | 'room'>): readonly string[] {
  const inRoom = agreedIn(room?.events ?? lastRoom?.events ?? [])
  return [...inRoom, ...memory.decided.filter((id) => !inRoom.includes(id))]
}

/** Agreed and not reopened since; a criterion agreed again takes its last place. */
export function agreedIn(events: readonly RoomEvent[]): readonly string[] {
  return events.reduce<readonly string[]>((agreed, event) => {
    if (event.type !== 'agreed' && event.type !== 'reopened') return agreed
    const others = agreed.filter((id) => id !== event.criterionId)
    return event.type === 'agreed' ? [...others, event.criterionId] : others
  }, [])
}
