import type { Position } from '#src/room/room-events.ts'
import type { PositionStorage, QueuedPosition } from './position-storage.ts'

/**
 * Positions given on this phone, sent in the order in which they were given, each until the server acknowledges it. A
 * position keeps its operation id for ever, so that one sent twice counts once. The network is judged by requests.
 */
export type PositionQueue = {
  /** Takes back what an earlier page of the same meeting left; whatever another meeting left is removed. */
  readonly restore: () => Promise<void>
  readonly add: (criterionId: string, position: Position) => void
  /** The network may be back: tries at once instead of waiting. */
  readonly retryNow: () => void
  readonly state: () => QueueState
  readonly subscribe: (listener: () => void) => () => void
  /** Forgets everything, on the disk too, and sends nothing more. */
  readonly forget: () => Promise<void>
}

export type QueueState = {
  /** Oldest first. */
  readonly waiting: readonly QueuedPosition[]
  readonly network: 'fine' | 'unreachable'
  /** Whether what waits would survive the page; told plainly where it would not. */
  readonly storage: 'kept' | 'memory-only'
  /** Instant of the last attempt that found no network, in milliseconds. */
  readonly failedAt?: number
}

export type SendOutcome = 'sent' | 'refused' | 'unreachable' | 'seat-lost'

type QueueOptions = {
  readonly roomId: string
  readonly storage: PositionStorage
  /** Never throws: whatever the server said is one of the outcomes. */
  readonly send: (item: QueuedPosition) => Promise<SendOutcome>
  readonly newId: () => string
  readonly now: () => number
  /** Calls back after that many milliseconds; returns how to give up. */
  readonly later: (act: () => void, milliseconds: number) => () => void
}

/** Waits between two attempts without network, in milliseconds; the last one repeats. */
export const retryDelays = [500, 1000, 2000, 4000] as const

export function createPositionQueue(options: QueueOptions): PositionQueue {
  const { roomId, storage, send, newId, now, later } = options
  const listeners = new Set<() => void>()
  let state: QueueState = { waiting: [], network: 'fine', storage: 'kept' }
  let lastOrder = 0
  let attempts = 0
  let isSending = false
  let isOver = false
  let giveUpWaiting: (() => void) | undefined
  // Writes to the disk happen one after the other: a removal never overtakes what it removes.
  let disk: Promise<void> = Promise.resolve()

  const change = (next: Partial<QueueState>) => {
    state = { ...state, ...next }
    listeners.forEach((listener) => listener())
  }
  const onDisk = (act: () => Promise<void>): Promise<void> => {
    disk = disk.then(act).catch(() => change({ storage: 'memory-only' }))
    return disk
  }
  const settle = (item: QueuedPosition) => {
    change({ waiting: state.waiting.filter((each) => each.operationId !== item.operationId), network: 'fine' })
    void onDisk(() => storage.remove(item.operationId))
  }

  async function drain(): Promise<void> {
    if (isSending || isOver) return
    isSending = true
    giveUpWaiting?.()
    giveUpWaiting = undefined
    for (let item = state.waiting[0]; item !== undefined && !isOver; item = state.waiting[0]) {
      const outcome = await send(item)
      if (outcome === 'unreachable') {
        wait()
        break
      }
      attempts = 0
      if (outcome === 'seat-lost') break
      settle(item)
    }
    isSending = false
  }

  function wait(): void {
    if (isOver) return
    const delay = retryDelays[Math.min(attempts, retryDelays.length - 1)] ?? 0
    attempts += 1
    change({ network: 'unreachable', failedAt: now() })
    giveUpWaiting = later(() => void drain(), delay)
  }

  return {
    restore: async () => {
      try {
        const left = await storage.load()
        const ours = left.filter((item) => item.roomId === roomId).toSorted(byOrder)
        for (const item of left) {
          if (item.roomId !== roomId) void onDisk(() => storage.remove(item.operationId))
        }
        lastOrder = Math.max(lastOrder, ...ours.map((item) => item.order))
        const known = new Set(state.waiting.map((item) => item.operationId))
        change({ waiting: [...ours.filter((item) => !known.has(item.operationId)), ...state.waiting] })
      } catch {
        change({ storage: 'memory-only' })
      }
      await drain()
    },
    add: (criterionId, position) => {
      lastOrder += 1
      const item = { operationId: newId(), order: lastOrder, roomId, criterionId, position }
      change({ waiting: [...state.waiting, item] })
      void onDisk(() => storage.put(item))
      void drain()
    },
    retryNow: () => {
      attempts = 0
      void drain()
    },
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    forget: async () => {
      isOver = true
      giveUpWaiting?.()
      change({ waiting: [] })
      await disk
      await storage.clear().catch(() => {})
    },
  }
}

/** Two tabs may give the same number: the id then decides, the same way everywhere. */
function byOrder(one: QueuedPosition, other: QueuedPosition): number {
  return one.order - other.order || (one.operationId < other.operationId ? -1 : 1)
}
