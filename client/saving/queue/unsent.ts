import type { EntryValue } from '#src/accompaniment/entry.ts'
import type { Attempt } from './slot.ts'

/** What must survive a reload: the value, what it was based on, and the attempt that may have reached the server. */
type Unsent = {
  readonly accompanimentId: string
  readonly key: string
  readonly value: EntryValue | null
  readonly baseRevision: number
  readonly changedAt: string
  readonly attempt?: Attempt
}

export type UnsentStore = {
  readonly keep: (unsent: Unsent) => void
  readonly drop: (accompanimentId: string, key: string) => void
  readonly all: () => readonly Unsent[]
}

/** The part of `localStorage` that is used, so that tests pass a map. */
export type StringStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * Unsent values of one account, one item each, so that two tabs do not overwrite each other's.
 *
 * The account is in the item's name: on a shared computer the next person never sends the work of the one before.
 * A storage that is full or forbidden is no reason to stop: the value is still in memory and still being sent.
 */
export function unsentIn(storage: StringStore, userId: string): UnsentStore {
  const prefix = `jalon:unsent:${userId}:`
  const nameOf = (accompanimentId: string, key: string) => `${prefix}${accompanimentId}:${key}`

  return {
    keep: (unsent) => {
      try {
        storage.setItem(nameOf(unsent.accompanimentId, unsent.key), JSON.stringify(unsent))
      } catch {
        // Full or forbidden: see above.
      }
    },
    drop: (accompanimentId, key) => {
      try {
        storage.removeItem(nameOf(accompanimentId, key))
      } catch {
        // Forbidden: nothing was kept either.
      }
    },
    all: () => {
      try {
        const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
        return names.filter((name) => name.startsWith(prefix)).flatMap((name) => readUnsent(storage.getItem(name)))
      } catch {
        return []
      }
    },
  }
}

/** An item may have been written by another version, or by hand: what does not hold together is left aside. */
function readUnsent(text: string | null): readonly Unsent[] {
  try {
    const item: unknown = JSON.parse(text ?? 'null')
    return isUnsent(item) ? [item] : []
  } catch {
    return []
  }
}

function isUnsent(item: unknown): item is Unsent {
  if (typeof item !== 'object' || item === null) return false
  const { accompanimentId, key, baseRevision, changedAt } = item as Partial<Record<keyof Unsent, unknown>>
  return (
    typeof accompanimentId === 'string' &&
    typeof key === 'string' &&
    typeof changedAt === 'string' &&
    Number.isInteger(baseRevision) &&
    'value' in item
  )
}
