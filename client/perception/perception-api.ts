import { useQuery } from '@tanstack/react-query'
import type { PerceptionTickets, PerceptionView } from '#src/contract/awareness.ts'
import { request } from '#client/app/api.ts'

/** The anonymous survey of an accompaniment: where it stands and, once closed, what may be shown. */
export const perceptionApi = {
  read: (id: string) => request<PerceptionView>(`/accompaniments/${id}/perception`),
  tickets: (id: string) => request<PerceptionTickets>(`/accompaniments/${id}/perception/tickets`),
  open: (id: string, body: object) =>
    request<PerceptionTickets>(`/accompaniments/${id}/perception`, { method: 'POST', body }),
  close: (id: string, body: object) =>
    request<PerceptionView>(`/accompaniments/${id}/perception/close`, { method: 'POST', body }),
}

export const perceptionKey = (id: string) => ['perception', id] as const

/** Read again now and then while the window is open, so that the count moves. */
export function usePerception(id: string) {
  return useQuery({
    queryKey: perceptionKey(id),
    queryFn: () => perceptionApi.read(id),
    refetchInterval: ({ state }) => (state.data?.status === 'open' ? 15_000 : false),
  })
}
