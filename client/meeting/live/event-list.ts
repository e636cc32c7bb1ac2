import type { RoomEvent } from '#src/room/room-events.ts'

/**
 * What is known of a room, each event once, in order. Events come from several mouths (what was read, the stream, the
 * reply of a command), twice or ahead of others: the fold then waits for those between.
 */
export function withEvents(known: readonly RoomEvent[], more: readonly RoomEvent[]): readonly RoomEvent[] {
  const seen = new Set(known.map(({ seq }) => seq))
  const fresh = more.filter(({ seq }) => !seen.has(seq) && seen.add(seq))
  return fresh.length === 0 ? known : [...known, ...fresh].toSorted((a, b) => a.seq - b.seq)
}

/** One message of the stream; undefined where it is none, such as what a proxy adds. */
export function parseEvent(text: string): RoomEvent | undefined {
  try {
    const item: unknown = JSON.parse(text)
    const isEvent = typeof item === 'object' && item !== null && 'seq' in item && 'type' in item
    // The contract's word: the server is the same version of the same product.
    return isEvent ? (item as RoomEvent) : undefined
  } catch {
    return undefined
  }
}
