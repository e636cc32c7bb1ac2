import type { QueryClient } from '@tanstack/react-query'
import type { Entry } from '#src/accompaniment/entry.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { keys } from '#client/app/query-client.ts'

const progressTimers = new Map<string, ReturnType<typeof setTimeout>>()

/** A save came back: the entry is known, its history is no longer, and progress is read once after a burst of saves. */
export function rememberSaved(queries: QueryClient, accompanimentId: string, entry: Entry): void {
  queries.setQueryData<AccompanimentView>(
    keys.accompaniment(accompanimentId),
    (view) => view && { ...view, entries: { ...view.entries, [entry.key]: entry } },
  )
  // A date may have opened the next step by itself: the state on the screen must be the one that stands.
  if (entry.key.startsWith('meeting/'))
    void queries.invalidateQueries({ queryKey: keys.accompaniment(accompanimentId) })
  void queries.invalidateQueries({ queryKey: keys.history(accompanimentId, entry.key) })
  void queries.invalidateQueries({ queryKey: keys.portfolio, refetchType: 'none' })
  clearTimeout(progressTimers.get(accompanimentId))
  progressTimers.set(
    accompanimentId,
    setTimeout(() => {
      void queries.invalidateQueries({ queryKey: keys.progress(accompanimentId) })
      // A frame or a date complete may have made the journey move by itself.
      if (/^(framing|meeting)\//.test(entry.key)) {
        void queries.invalidateQueries({ queryKey: keys.accompaniment(accompanimentId) })
      }
    }, 500),
  )
}
