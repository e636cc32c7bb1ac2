import { useSyncExternalStore } from 'react'

/** How a meeting was prepared on this computer. What matters to others (order, names) is in the room once there is one. */
export type MeetingPlan = {
  /** The meeting of the journey, an id of its meetings. */
  readonly meeting?: string
  /** Criteria of the meeting, in order; absent, all of them. */
  readonly order?: readonly string[]
  /** Minutes for each part, by id of its dimension, where the meeting has no date to keep them with. */
  readonly minutes: Readonly<Record<string, number>>
}

/** What the person who leads the meeting keeps on this computer alone: none of it is the team's answer. */
export type MeetingMemory = {
  /** Criteria agreed upon without a room, in the order they were. */
  readonly decided: readonly string[]
  /** The meeting they were agreed upon in: another one starts from nothing. */
  readonly decidedFor?: string
  /** The criterion on the screen of the room. */
  readonly current?: string
  readonly plan: MeetingPlan
  /** The screen of the room shows how to join, over the criterion. */
  readonly joining: boolean
}

const empty: MeetingMemory = { decided: [], plan: { minutes: {} }, joining: false }

export type MeetingMemoryHandle = {
  readonly memory: MeetingMemory
  readonly remember: (change: Partial<MeetingMemory>) => void
}

/**
 * Kept in `localStorage`, whose `storage` event also moves the other window: the room's screen follows the panel, and
 * the panel follows the room's, without a server between them.
 */
export function useMeetingMemory(accompanimentId: string): MeetingMemoryHandle {
  const name = `jalon:meeting:${accompanimentId}`
  const text = useSyncExternalStore(subscribe, () => readText(name))
  const memory = parseMemory(text)

  return {
    memory,
    remember: (change) => {
      try {
        window.localStorage.setItem(name, JSON.stringify({ ...parseMemory(readText(name)), ...change }))
      } catch {
        // Full or forbidden: the meeting goes on, in one window.
      }
      for (const listener of listeners) listener()
    },
  }
}

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function readText(name: string): string {
  try {
    return window.localStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

/** What was written by hand or by another version is read as nothing. */
export function parseMemory(text: string): MeetingMemory {
  if (text === '') return empty
  try {
    const item: unknown = JSON.parse(text)
    if (!isRecord(item)) return empty
    const { decided, decidedFor, current, plan, joining } = item
    return {
      decided: textsOf(decided) ?? [],
      ...(typeof decidedFor === 'string' ? { decidedFor } : {}),
      ...(typeof current === 'string' ? { current } : {}),
      plan: planOf(plan),
      joining: joining === true,
    }
  } catch {
    return empty
  }
}

function planOf(value: unknown): MeetingPlan {
  if (!isRecord(value)) return empty.plan
  const { meeting, order, minutes } = value
  const criteria = textsOf(order)
  return {
    ...(typeof meeting === 'string' ? { meeting } : {}),
    ...(criteria === undefined ? {} : { order: criteria }),
    minutes: isRecord(minutes)
      ? Object.fromEntries(
          Object.entries(minutes).filter(
            (pair): pair is [string, number] => typeof pair[1] === 'number' && pair[1] > 0 && pair[1] <= 600,
          ),
        )
      : {},
  }
}

function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
