import { useSyncExternalStore } from 'react'

/** What the person who leads the meeting keeps for herself, on this computer alone: none of it is the team's answer. */
export type MeetingMemory = {
  /** Criteria put aside, with why. */
  readonly parked: Readonly<Record<string, string>>
  readonly notes: Readonly<Record<string, string>>
  /** Criteria agreed upon in the meeting, in the order they were. */
  readonly decided: readonly string[]
  /** The criterion on the screen of the room. */
  readonly current?: string
}

const empty: MeetingMemory = { parked: {}, notes: {}, decided: [] }

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
        // Full or forbidden: the meeting goes on without its notes on this computer.
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
    if (typeof item !== 'object' || item === null) return empty
    const { parked, notes, decided, current } = item as Partial<Record<keyof MeetingMemory, unknown>>
    return {
      parked: textsOf(parked),
      notes: textsOf(notes),
      decided: Array.isArray(decided) ? decided.filter((each) => typeof each === 'string') : [],
      ...(typeof current === 'string' ? { current } : {}),
    }
  } catch {
    return empty
  }
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
}
