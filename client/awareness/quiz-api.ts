import { useQuery } from '@tanstack/react-query'
import type { QuizRound, QuizView } from '#src/contract/awareness.ts'
import { request } from '#client/app/api.ts'

/** The quiz of an accompaniment: its two rounds, and the group's results once they may be shown. */
export const quizApi = {
  read: (id: string) => request<QuizView>(`/accompaniments/${id}/quiz`),
  open: (id: string, body: { readonly operationId: string; readonly round: QuizRound }) =>
    request<QuizView>(`/accompaniments/${id}/quiz/rounds`, { method: 'POST', body }),
  close: (id: string, round: QuizRound, body: { readonly operationId: string }) =>
    request<QuizView>(`/accompaniments/${id}/quiz/rounds/${round}/close`, { method: 'POST', body }),
}

export const quizKey = (id: string) => ['quiz', id] as const

/** Read again every few seconds while a round is open: the room watches the count move. */
export function useQuiz(id: string) {
  return useQuery({
    queryKey: quizKey(id),
    queryFn: () => quizApi.read(id),
    refetchInterval: ({ state }) => (state.data?.rounds.some(({ status }) => status === 'open') ? 3000 : false),
  })
}
