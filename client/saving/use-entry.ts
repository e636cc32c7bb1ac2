import { useCallback, useSyncExternalStore } from 'react'
import { valueAt, type ValueAt } from './entry-value.ts'
import { useSaver } from './saver-context.tsx'

type EntryHandle<V> = {
  /** What the field shows: typed and unsent, or saved. Undefined when nothing was written, or when it was erased. */
  readonly value: V | undefined
  /** Saves after a short rest, or when the field is left. Null erases. */
  readonly setValue: (value: V | null) => void
  /** The French sentence of a refusal, for the field. */
  readonly error: string | undefined
  readonly flush: () => void
}

/**
 * The one way a page reads and writes an entry. The value's type follows the key: `useEntry(id, 'framing/scope')`.
 *
 * The accompaniment must have been read (`useAccompaniment`) in the same page or a parent: that is what fills it.
 */
export function useEntry<const K extends string>(accompanimentId: string, key: K): EntryHandle<ValueAt<K>> {
  const saver = useSaver()
  const view = useSyncExternalStore(saver.subscribe, () => saver.read(accompanimentId, key))
  const setValue = useCallback(
    (value: ValueAt<K> | null) => saver.change(accompanimentId, key, value),
    [saver, accompanimentId, key],
  )

  return {
    value: valueAt(key, view.value),
    setValue,
    error: view.refusal?.sentence,
    flush: saver.flush,
  }
}
