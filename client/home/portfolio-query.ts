import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api } from '#client/app/endpoints.ts'
import { keys } from '#client/app/query-client.ts'

/** The accompaniments that one may see, a page at a time, those waiting for oneself first. */
export function usePortfolio(search: string) {
  return useInfiniteQuery({
    queryKey: [...keys.portfolio, search],
    queryFn: ({ pageParam, signal }) => api.portfolio({ search, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: noCursor,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: 'always',
  })
}

const noCursor: string | undefined = undefined
