import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type {
  AccompanimentView,
  NewAccompanimentBody,
  ProgressView,
  TransitionBody,
  TransitionReply,
} from '#src/contract/accompaniments.ts'
import type {
  Advisor,
  ChangeMeBody,
  ChangeNetworkBody,
  InviteAdvisorBody,
  Me,
  Outbox,
  SignInLink,
} from '#src/contract/account.ts'
import type { EntryHistory } from '#src/contract/entries.ts'
import type { InviteBody, Person } from '#src/contract/people.ts'
import type { MethodView } from '#src/contract/methods.ts'
import type { Portfolio } from '#src/contract/portfolio.ts'
import type { Practice } from '#src/contract/practices.ts'
import type { ChangeStructureBody, Structure, StructureBody } from '#src/contract/structures.ts'
import { request } from './api.ts'

/** The API, as the first half of the screens uses it: one line for each request, typed by the contract. */
export const api = {
  me: () => request<Me>('/me'),
  changeMe: (body: ChangeMeBody) => request<void>('/me', { method: 'PATCH', body }),
  confirmAddress: (token: string) => request<void>('/me/address', { method: 'POST', body: { token } }),
  changeNetwork: (body: ChangeNetworkBody) => request<void>('/network', { method: 'PATCH', body }),
  advisors: () => request<readonly Advisor[]>('/advisors'),
  inviteAdvisor: (body: InviteAdvisorBody) => request<Advisor>('/advisors', { method: 'POST', body }),
  removeAdvisor: (id: string) => request<void>(`/advisors/${id}`, { method: 'DELETE' }),
  signIn: (email: string) => request<void>('/sign-in', { method: 'POST', body: { email } }),
  signInLink: (token: string) => request<SignInLink>(`/sign-in/${encodeURIComponent(token)}`),
  confirmSignIn: (token: string) => request<void>('/sign-in/confirm', { method: 'POST', body: { token } }),
  signOut: () => request<void>('/sign-out', { method: 'POST', body: {} }),
  outbox: () => request<Outbox>('/outbox'),
  removeExample: () => request<void>('/example', { method: 'DELETE' }),

  methods: () => request<readonly MethodView[]>('/methods'),
  portfolio: (query: PortfolioFilter, signal?: AbortSignal) =>
    request<Portfolio>(`/portfolio${queryString(query)}`, signal && { signal }),

  createAccompaniment: (body: NewAccompanimentBody) =>
    request<{ readonly id: string }>('/accompaniments', { method: 'POST', body }),
  accompaniment: (id: string) => request<AccompanimentView>(`/accompaniments/${id}`),
  progress: (id: string) => request<ProgressView>(`/accompaniments/${id}/progress`),
  transition: (id: string, body: TransitionBody) =>
    request<TransitionReply>(`/accompaniments/${id}/transitions`, { method: 'POST', body }),
  invite: (id: string, body: InviteBody) => request<Person>(`/accompaniments/${id}/people`, { method: 'POST', body }),
  takeBackAccess: (id: string, userId: string) =>
    request<void>(`/accompaniments/${id}/people/${userId}`, { method: 'DELETE' }),
  entryHistory: (id: string, key: string) =>
    request<EntryHistory>(`/accompaniments/${id}/entries/${encodeURIComponent(key)}/history`),

  questionnaire: (id: string, version: string) => request<Questionnaire>(`/questionnaires/${id}/${version}`),

  structures: (search: string) => request<readonly Structure[]>(`/structures${queryString({ search })}`),
  createStructure: (body: StructureBody) => request<Structure>('/structures', { method: 'POST', body }),
  changeStructure: (id: string, body: ChangeStructureBody) =>
    request<Structure>(`/structures/${id}`, { method: 'PATCH', body }),

  practices: (criterion?: string) => request<readonly Practice[]>(`/practices${queryString({ criterion })}`),
  createPractice: (body: Omit<Practice, 'id' | 'isExample' | 'createdAt'> & { readonly operationId: string }) =>
    request<Practice>('/practices', { method: 'POST', body }),
}

type PortfolioFilter = {
  readonly search?: string | undefined
  readonly group?: 'advisor' | 'structure' | 'later' | 'done' | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

function queryString(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}
