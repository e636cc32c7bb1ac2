import type { RoomEvent } from '#src/room/room-events.ts'

/** Events of one reading of a room, as they go over the wire. */
export type Writer = (events: readonly RoomEvent[]) => Uint8Array

/** A room of three hundred hears the same words: they are written once for all who may hear the same. */
export function createWriter(): Writer {
  const encoder = new TextEncoder()
  const known = new Map<string, Uint8Array>()
  return (events) => {
    const spreads = events.filter((event) => 'spread' in event).map(({ seq }) => seq)
    const key = `${events[0]?.seq} ${spreads.join()}`
    const written = known.get(key) ?? encoder.encode(events.map(message).join(''))
    known.set(key, written)
    return written
  }
}

function message(event: RoomEvent): string {
  return `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`
}
