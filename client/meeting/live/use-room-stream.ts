import { useEffect, useReducer, useRef, useState } from 'react'
import type { RoomEvent } from '#src/room/room-events.ts'
import { foldRoom } from '#src/room/room-state.ts'
import { parseEvent, withEvents } from './event-list.ts'

export type RoomLink = 'live' | 'reconnecting'

/** Milliseconds before the stream is asked for again, where the browser gave up by itself. */
const again = 1500

/**
 * The room's events as they happen. The browser reconnects with the last number it saw, so nothing is skipped; what comes
 * twice is kept once. Where it gives up (a proxy's error page), it is asked again.
 */
export function useRoomStream(
  address: string | undefined,
  first: readonly RoomEvent[],
): {
  readonly events: readonly RoomEvent[]
  readonly link: RoomLink
  readonly add: (more: readonly RoomEvent[]) => void
} {
  // By address: each room numbers its events from 1, and one must not speak for the next.
  const [heard, hear] = useReducer(
    (known: Heard, { from, more }: { readonly from: string; readonly more: readonly RoomEvent[] }): Heard => ({
      ...known,
      [from]: withEvents(known[from] ?? [], more),
    }),
    {},
  )
  const [link, setLink] = useState<RoomLink>('live')
  const events = withEvents(first, heard[address ?? ''] ?? [])
  const known = useRef(events)
  useEffect(() => {
    known.current = events
  })

  useEffect(() => {
    if (address === undefined) return
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const open = () => {
      // From the last one without a hole before it: what came ahead may have overtaken others.
      source = new EventSource(`${address}?after=${foldRoom(known.current).seq}`)
      source.addEventListener('open', () => setLink('live'))
      source.addEventListener('message', ({ data }) => {
        const event = parseEvent(String(data))
        if (event !== undefined) hear({ from: address, more: [event] })
      })
      source.addEventListener('error', () => {
        setLink('reconnecting')
        if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, again)
      })
    }
    open()
    return () => {
      clearTimeout(timer)
      source?.close()
    }
  }, [address])

  return {
    events,
    link,
    add: (more) => {
      if (address !== undefined) hear({ from: address, more })
    },
  }
}

type Heard = Readonly<Record<string, readonly RoomEvent[]>>
