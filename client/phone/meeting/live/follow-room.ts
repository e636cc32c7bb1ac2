import type { RoomEvent } from '#src/room/room-events.ts'
import type { Applied } from '#src/room/room-state.ts'
import { onNetworkHint } from '#client/phone/offline/network-hints.ts'
import { messageReader } from './event-stream.ts'

export type RoomListener = {
  /** Number of the last event that is known; the stream goes on from there. */
  readonly lastSeq: () => number
  readonly onEvent: (event: RoomEvent) => Applied['outcome']
  readonly onConnection: (connection: 'live' | 'cut') => void
  readonly onSeatLost: () => void
}

/** Waits before connecting again, in milliseconds: a server that comes back is found within three seconds. */
const delays = [300, 700, 1500, 2500]
/** A server says something at least every twenty seconds; longer silence is a connection that died unseen. */
const longestSilence = 45_000

/**
 * Follows the room for as long as the page lives. A stream read by hand rather than an `EventSource`, which gives up for
 * good on the first reply that is not a stream, forgets where it was when opened again, and cannot tell a seat that is
 * lost from a server that is gone.
 */
export function followRoom(listener: RoomListener): { readonly retryNow: () => void; readonly stop: () => void } {
  let attempts = 0
  let isOver = false
  let isOpen = false
  let timer: number | undefined
  let current: AbortController | undefined

  async function connect(): Promise<void> {
    window.clearTimeout(timer)
    current?.abort()
    const controller = new AbortController()
    current = controller
    const outcome = await readStream(controller)
    isOpen = isOpen && current !== controller
    if (isOver || current !== controller) return
    if (outcome === 'seat-lost') {
      stop()
      return listener.onSeatLost()
    }
    listener.onConnection('cut')
    const delay = delays[Math.min(attempts, delays.length - 1)] ?? 0
    attempts += 1
    // A little chance, so that a whole room does not knock at once.
    timer = window.setTimeout(() => void connect(), delay * (0.75 + Math.random() / 2))
    return undefined
  }

  async function readStream(controller: AbortController): Promise<'cut' | 'seat-lost'> {
    let watchdog = window.setTimeout(() => controller.abort(), longestSilence)
    try {
      const response = await fetch('/api/seat/events', {
        signal: controller.signal,
        cache: 'no-store',
        headers: { accept: 'text/event-stream', 'last-event-id': String(listener.lastSeq()) },
      })
      if (response.status === 401 || response.status === 404) return 'seat-lost'
      if (!response.ok || response.body === null) return 'cut'
      isOpen = true
      attempts = 0
      listener.onConnection('live')
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      const messages = messageReader()
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return 'cut'
        window.clearTimeout(watchdog)
        watchdog = window.setTimeout(() => controller.abort(), longestSilence)
        for (const message of messages(value)) {
          const event = JSON.parse(message.data) as RoomEvent
          // A hole would make this screen differ from the others: the stream starts again from what is known.
          if (listener.onEvent(event) === 'hole') return 'cut'
        }
      }
    } catch {
      return 'cut'
    } finally {
      window.clearTimeout(watchdog)
      controller.abort()
    }
  }

  function retryNow(): void {
    if (isOver || isOpen) return
    attempts = 0
    void connect()
  }
  const forgetHints = onNetworkHint(retryNow)
  function stop(): void {
    isOver = true
    window.clearTimeout(timer)
    forgetHints()
    current?.abort()
  }

  void connect()
  return { retryNow, stop }
}
