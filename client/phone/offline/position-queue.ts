import type { Position } from '#src/room/room-events.ts'
import type { PositionStorage, QueuedPosition } from './position-storage.ts'

/**
 * Positions given on this phone, sent in the order in which they were given, each until the server acknowledges it. A
 * position keeps its operation id for ever, so that one sent twice counts once. The network is judged by requests.
 */
export type PositionQueue = {
  /** Takes up what other pages of the same meeting left, closed or not; whatever another meeting left is removed. */
  readonly restore: () => Promise<void>
  readonly add: (criterionId: string, position: Position) => void
  /** The network may be back: tries at once instead of waiting, and looks for what another tab may have left. */
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
  /** What this page has settled: a copy of it on the disk is about to go. */
  const done = new Set<string>()
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
    done.add(item.operationId)
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

  async function restore(): Promise<void> {
    try {
      await disk
      const left = await storage.load()
      if (isOver) return
      const ours = left.filter((item) => item.roomId === roomId).toSorted(byOrder)
      for (const item of left) {
        if (item.roomId !== roomId) void onDisk(() => storage.remove(item.operationId))
      }
      lastOrder = Math.max(lastOrder, ...ours.map((item) => item.order))
      const known = new Set([...done, ...state.waiting.map((item) => item.operationId)])
      const found = ours.filter((item) => !known.has(item.operationId))
      if (found.length === 0) return
      change({ waiting: [...found, ...state.waiting] })
    } catch {
      change({ storage: 'memory-only' })
    }
    await drain()
  }

  return {
    restore,
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
      void restore()
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
