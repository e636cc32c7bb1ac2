import type { Entry } from '#src/accompaniment/entry.ts'
import type { MissingStep } from '#src/accompaniment/missing-step.ts'
import type { AccompanimentState } from '#src/accompaniment/states.ts'
import type { FileProblem } from '#src/shared/problem.ts'

/**
 * Every refusal of the server, as data: a code, and what the person needs to act upon it. Statuses and French
 * sentences are tables over these codes (`server/http`), so that a code without either does not compile.
 */
export const plainProblemCodes = [
  'not-signed-in',
  'not-found',
  'not-allowed',
  'wrong-origin',
  'not-json',
  'too-large',
  'wrong-media-type',
  'sign-in-link-spent',
  'code-unknown',
  'seat-lost',
  'too-few-positions',
  'positions-anonymous',
  'room-already-open',
  'room-not-open',
  'too-many-requests',
  'operation-reused',
  'address-taken',
  'already-invited',
  'already-advisor',
  'own-access',
  'read-only',
  'correction-already-open',
  'correction-not-open',
  'not-delivered',
  'event-impossible',
  'reason-missing',
  'synthesis-not-ready',
  'file-missing',
  'file-empty',
  'file-too-large',
  'file-type-refused',
  'too-many-proofs',
  'questionnaire-missing',
  'unavailable',
  'internal',
] as const
export type PlainProblemCode = (typeof plainProblemCodes)[number]

export type Problem =
  | { readonly code: PlainProblemCode }
  | { readonly code: 'invalid'; readonly faults: readonly FileProblem[] }
  | { readonly code: 'stale-revision'; readonly current: Entry }
  | { readonly code: 'stale-state'; readonly state: AccompanimentState }
  | { readonly code: 'steps-missing'; readonly missing: readonly MissingStep[] }
export type ProblemCode = Problem['code']
