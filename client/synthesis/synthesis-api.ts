import { useQuery } from '@tanstack/react-query'
import type { Audience } from '#src/accompaniment/entry.ts'
import type { SynthesisView } from '#src/contract/syntheses.ts'
import { request } from '#client/app/api.ts'

export const synthesisApi = {
  list: (id: string) => request<readonly SynthesisView[]>(`/accompaniments/${id}/syntheses`),
  print: (id: string, operationId: string, audience: Audience) =>
    request<SynthesisView>(`/accompaniments/${id}/syntheses`, {
      method: 'POST',
      body: { operationId, audience },
    }),
  correct: (id: string, operationId: string, reason: string) =>
    request<unknown>(`/accompaniments/${id}/corrections`, { method: 'POST', body: { operationId, reason } }),
  pdfHref: (id: string, synthesisId: string) => `/api/accompaniments/${id}/syntheses/${synthesisId}/pdf`,
}

const pollMs = 700

/** The printed documents, newest first; read again often while one is being printed, and not otherwise. */
export function useSyntheses(id: string, known: readonly SynthesisView[]) {
  return useQuery({
    queryKey: ['syntheses', id],
    queryFn: () => synthesisApi.list(id),
    initialData: known,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) === true ? pollMs : false),
  })
}

export function isUnderWay({ state }: SynthesisView): boolean {
  return state === 'queued' || state === 'printing'
}
