import type { Subscriber } from './following.ts'
import type { RoomHub } from './room-hub.ts'

/** Bytes that may wait for a slow reader; it then loses its stream and comes back for what it lacks. */
const mostWaiting = 512 * 1024
const encoder = new TextEncoder()
/** Said to browsers: come back after a second. */
const welcome = encoder.encode('retry: 1000\n\n')
const heartbeat = encoder.encode(':\n\n')

type Reader = Pick<Subscriber, 'networkId' | 'roomId' | 'seat' | 'reader' | 'after' | 'isAllowed'>

/** Server-sent events: one fact per message, its number as the id. Undefined once the server is stopping. */
export function openEventStream(hub: RoomHub, reader: Reader): Response | undefined {
  let leave: () => void = () => undefined
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined

  const finish = () => {
    const ending = controller
    controller = undefined
    leave()
    ending?.close()
  }
  const write = (messages: Uint8Array) => {
    if (controller === undefined) return
    // Who has read all before may be given anything: a whole batch may be longer than what may wait.
    const room = controller.desiredSize ?? 0
    if (room === mostWaiting || room >= messages.length) {
      controller.enqueue(messages)
      return
    }
    const dropped = controller
    controller = undefined
    leave()
    dropped.error(new Error('a reader of events was too slow'))
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (started) => {
        controller = started
      },
      cancel: () => {
        controller = undefined
        leave()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
  )

  write(welcome)
  const leaving = hub.subscribe({
    ...reader,
    send: write,
    beat: () => write(heartbeat),
    end: finish,
  })
  if (leaving === undefined) return undefined
  leave = leaving

  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Some proxies would keep events until there are enough of them.
      'x-accel-buffering': 'no',
    },
  })
}

/** Where a reader that comes back left off: what its browser says, or its page. 0 for all. */
export function lastSeen(header: string | undefined, query: string | undefined): number {
  const text = header ?? query ?? ''
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}
