import { QueryClient } from '@tanstack/react-query'
import { Unreachable } from './api.ts'

/** Names of what is read from the server, so that a change knows what to read again. */
export const keys = {
  me: ['me'],
  methods: ['methods'],
  portfolio: ['portfolio'],
  accompaniment: (id: string) => ['accompaniment', id],
  progress: (id: string) => ['progress', id],
  history: (id: string, key: string) => ['history', id, key],
  questionnaire: (id: string, version: string) => ['questionnaire', id, version],
  structures: ['structures'],
  practices: ['practices'],
  outbox: ['outbox'],
  advisors: ['advisors'],
} as const

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // Only a missing reply is worth asking again: a refusal would be the same.
        retry: (failures, error) => error instanceof Unreachable && failures < 3,
        // Chromium without a network says that it has one: judge by requests alone.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
}
