import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import type { JourneyEvent } from '#src/accompaniment/states.ts'
import { api } from '#client/app/endpoints.ts'
import { newId } from '#client/app/new-id.ts'
import { useRefreshAccompaniment } from '#client/app/queries.ts'

/** Makes the journey move, then reads again what moved with it; a refusal is thrown for the caller to show. */
export function useTransition(accompaniment: Pick<AccompanimentView, 'id' | 'state'>) {
  const refresh = useRefreshAccompaniment(accompaniment.id)
  return async (event: JourneyEvent, reason?: string) => {
    try {
      return await api.transition(accompaniment.id, {
        operationId: newId(),
        event,
        from: accompaniment.state,
        ...(reason === undefined || reason === '' ? {} : { reason }),
      })
    } finally {
      // Refused too: the page may have been stale.
      await refresh()
    }
  }
}
