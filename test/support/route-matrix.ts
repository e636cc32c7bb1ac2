import { randomUUID } from 'node:crypto'
import type { Role } from '#src/accompaniment/states.ts'

/** `stranger`: advisor of another network; `neighbour`: same network, another structure; `expired`: a reader past their day. */
export type Who = 'nobody' | 'stranger' | 'neighbour' | 'expired' | Role

/** What each may get: `yes` is any answer but 401, 403 and 404. Nobody always gets 401. */
export type Row = {
  readonly method: string
  readonly path: string
  readonly body?: () => unknown
  readonly yes: readonly Who[]
  /** Knows that it exists, and may not. */
  readonly forbidden?: readonly Who[]
}
const everyRole: readonly Who[] = ['advisor', 'referent', 'team', 'reader']
const operation = () => ({ operationId: randomUUID() })
const on = (path: string) => `/accompaniments/:id${path}`
export const everybody: readonly Who[] = ['stranger', 'neighbour', 'expired', ...everyRole]
const advisorsOnly = {
  yes: ['advisor', 'stranger'] as const,
  forbidden: ['neighbour', 'expired', 'referent', 'team', 'reader'] as const,
}

/** Need no account: a link, a code or a seat's cookie says enough. */
export const openRoutes: readonly string[] = [
  'GET /guidance',
  'POST /sign-in',
  'POST /sign-in/confirm',
  'GET /sign-in/:token',
  'POST /sign-out',
  'POST /join',
  'GET /seat',
  'DELETE /seat',
  'GET /seat/events',
  'PUT /seat/positions/:criterionId',
  'POST /quiz/answers',
  'POST /perception/answers',
]

export const matrix: readonly Row[] = [
  { method: 'GET', path: '/me', yes: everybody },
  { method: 'PATCH', path: '/me', body: () => ({}), yes: everybody },
  { method: 'POST', path: '/me/address', body: () => ({}), yes: everybody },
  { method: 'PATCH', path: '/network', body: () => ({}), ...advisorsOnly },
  { method: 'GET', path: '/advisors', ...advisorsOnly },
  { method: 'POST', path: '/advisors', body: () => ({}), ...advisorsOnly },
  {
    method: 'DELETE',
    path: '/advisors/:unknown',
    yes: [],
    forbidden: ['neighbour', 'expired', 'referent', 'team', 'reader'],
  },
  { method: 'GET', path: '/methods', yes: everybody },
  { method: 'GET', path: '/portfolio', yes: everybody },
  { method: 'GET', path: '/practices', yes: everybody },
  { method: 'GET', path: '/outbox', ...advisorsOnly },
  { method: 'GET', path: '/structures', ...advisorsOnly },
  { method: 'POST', path: '/structures', body: () => ({}), ...advisorsOnly },
  { method: 'POST', path: '/practices', body: () => ({}), ...advisorsOnly },
  { method: 'POST', path: '/accompaniments', body: () => ({}), ...advisorsOnly },
  {
    method: 'PATCH',
    path: '/structures/:structure',
    body: () => ({ kinds: 1 }),
    yes: ['advisor', 'referent'],
    forbidden: ['team', 'reader'],
  },
  { method: 'GET', path: '/questionnaires/utilite-sociale/1.0.0', yes: everybody },
  { method: 'GET', path: on(''), yes: everyRole },
  { method: 'GET', path: on('/progress'), yes: everyRole },
  { method: 'POST', path: on('/transitions'), body: operation, yes: everyRole },
  {
    method: 'POST',
    path: on('/transitions'),
    body: () => ({ ...operation(), event: 'hold', from: 'closed', reason: 'Congés' }),
    yes: ['advisor'],
    forbidden: ['referent', 'team', 'reader'],
  },
  {
    method: 'POST',
    path: on('/transitions'),
    body: () => ({ ...operation(), event: 'approve', from: 'closed' }),
    yes: ['referent'],
    forbidden: ['advisor', 'team', 'reader'],
  },
  {
    method: 'PUT',
    path: on('/entries/criterion%2Fcritere-1'),
    body: () => ({}),
    yes: ['advisor', 'referent', 'team'],
    forbidden: ['reader'],
  },
  {
    method: 'PUT',
    path: on('/entries/framing%2Fscope'),
    body: () => ({}),
    yes: ['advisor'],
    forbidden: ['referent', 'team', 'reader'],
  },
  {
    method: 'PUT',
    path: on('/entries/consent%2Flogo'),
    body: () => ({}),
    yes: ['referent'],
    forbidden: ['advisor', 'team', 'reader'],
  },
  {
    method: 'PUT',
    path: on('/entries/identity%2Fforme'),
    body: () => ({}),
    yes: ['advisor', 'referent'],
    forbidden: ['team', 'reader'],
  },
  {
    method: 'GET',
    path: on('/entries/criterion%2Fcritere-1/history'),
    yes: ['advisor', 'referent', 'team'],
    forbidden: ['reader'],
  },
  {
    method: 'POST',
    path: on('/people'),
    body: () => ({}),
    yes: ['advisor', 'referent'],
    forbidden: ['team', 'reader'],
  },
  { method: 'DELETE', path: on('/people/:unknown'), yes: [], forbidden: ['team', 'reader'] },
  {
    method: 'POST',
    path: on('/proofs'),
    body: () => ({}),
    yes: ['advisor', 'referent', 'team'],
    forbidden: ['reader'],
  },
  { method: 'GET', path: on('/proofs/:unknown/file'), yes: [] },
  { method: 'DELETE', path: on('/proofs/:unknown'), yes: [], forbidden: ['reader'] },
  { method: 'POST', path: on('/proofs/:proof/restore'), yes: ['advisor', 'referent', 'team'], forbidden: ['reader'] },
  {
    method: 'POST',
    path: on('/meetings/1/notes'),
    body: () => ({}),
    yes: ['advisor'],
    forbidden: ['referent', 'team', 'reader'],
  },
  { method: 'GET', path: on('/syntheses'), yes: everyRole },
  {
    method: 'POST',
    path: on('/syntheses'),
    body: () => ({}),
    yes: ['advisor', 'referent'],
    forbidden: ['team', 'reader'],
  },
  { method: 'GET', path: on('/syntheses/preview'), yes: everyRole },
  { method: 'GET', path: on('/syntheses/:synthesis/pdf'), yes: everyRole },
  {
    method: 'POST',
    path: on('/corrections'),
    body: () => ({}),
    yes: ['advisor'],
    forbidden: ['referent', 'team', 'reader'],
  },
  { method: 'GET', path: on('/rooms'), yes: everyRole },
  {
    method: 'POST',
    path: on('/rooms'),
    body: () => ({}),
    yes: ['advisor'],
    forbidden: ['referent', 'team', 'reader'],
  },
  { method: 'GET', path: on('/rooms/:unknown'), yes: [] },
  { method: 'GET', path: on('/rooms/:unknown/events'), yes: [] },
  {
    method: 'GET',
    path: on('/rooms/:unknown/criteria/:criterion/names'),
    yes: [],
    forbidden: ['referent', 'team', 'reader'],
  },
  {
    method: 'POST',
    path: on('/rooms/:unknown/commands'),
    body: () => ({ operationId: randomUUID(), command: { type: 'start' } }),
    yes: [],
    forbidden: ['referent', 'team', 'reader'],
  },
  // The method of this test has neither quiz nor survey: where they are, see `test/server/awareness/access.test.ts`.
  { method: 'GET', path: on('/quiz'), yes: [] },
  { method: 'GET', path: on('/perception'), yes: [] },
  { method: 'GET', path: on('/perception/tickets'), yes: [], forbidden: ['referent', 'team', 'reader'] },
  ...['/quiz/rounds', '/quiz/rounds/:round/close', '/perception', '/perception/close'].map((path): Row => ({
    method: 'POST',
    path: on(path),
    body: () => ({}),
    yes: ['advisor'],
    forbidden: ['referent', 'team', 'reader'],
  })),
  { method: 'DELETE', path: '/example', ...advisorsOnly },
]
