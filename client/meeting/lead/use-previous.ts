import { useQuery } from '@tanstack/react-query'
import type { AccompanimentState } from '#src/accompaniment/states.ts'
import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import type { PortfolioItem } from '#src/contract/portfolio.ts'
import { api } from '#client/app/endpoints.ts'
import type { Opened } from '#client/opened/opened.ts'
import { valueAt } from '#client/saving/entry-value.ts'

type PreviousAnswer = { readonly period: string; readonly answer: CriterionAnswer }

/**
 * What the structure answered to a criterion the last time that it was accompanied with the same method: a hypothesis to
 * confirm, never taken over. Undefined where there was no last time, for who may not see it, or without an answer then.
 */
export function usePreviousAnswer(opened: Opened, criterionId: string): PreviousAnswer | undefined {
  const { view, period } = opened
  const previous = useQuery({
    queryKey: ['previous', view.id, period],
    queryFn: async () => {
      const { items } = await api.portfolio({ search: view.structure.name, limit: 50 })
      const last = lastBefore(items, { id: view.id, structure: view.structure.id, method: view.method, period })
      return last === undefined ? null : { period: last.period ?? '', view: await api.accompaniment(last.id) }
    },
    enabled: view.role === 'advisor' && period !== '',
    staleTime: Infinity,
  })
  const answer = previous.data === null ? undefined : answerIn(previous.data?.view, criterionId)
  return answer === undefined ? undefined : { period: previous.data?.period ?? '', answer }
}

/** The newest delivered accompaniment of the same structure and method, about an earlier year. */
export function lastBefore(
  items: readonly PortfolioItem[],
  now: { readonly id: string; readonly structure: string; readonly method: string; readonly period: string },
): PortfolioItem | undefined {
  return items
    .filter(({ id, structure, method, state, period }) => {
      if (id === now.id || structure.id !== now.structure || method !== now.method) return false
      return delivered.includes(state) && period !== undefined && period < now.period
    })
    .toSorted((a, b) => (b.period ?? '').localeCompare(a.period ?? '') || a.id.localeCompare(b.id))[0]
}

const delivered: readonly AccompanimentState[] = ['delivered', 'follow-up', 'closed']

function answerIn(view: AccompanimentView | undefined, criterionId: string): CriterionAnswer | undefined {
  const key = `criterion/${criterionId}` as const
  return valueAt(key, view?.entries[key]?.value)
}
