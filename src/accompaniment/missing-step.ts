import type { AccompanimentState, JourneyEvent, Role } from './states.ts'

/**
 * One thing still to do before the next step: a code and the figures for a good sentence, and where to do it.
 * The client turns it into French; the server refuses a transition with the very same list.
 */
export type MissingStep = {
  readonly code: MissingStepCode
  /** Figures and labels of the content (already French) that the sentence needs. */
  readonly details: Readonly<Record<string, string | number>>
  readonly target: StepTarget
  readonly who: readonly Role[]
}

export const missingStepCodes = [
  'structure-number-missing',
  'structure-kind-missing',
  'membership-unchecked',
  'scope-missing',
  'period-missing',
  'referent-missing',
  'audience-missing',
  'pricing-not-accepted',
  'meeting-dates-missing',
  'invitation-not-sent',
  'identity-incomplete',
  'core-facts-missing',
  'criteria-unanswered',
  'too-many-unknown',
  'too-many-not-applicable',
  'examples-missing',
  'too-few-arguments',
  'too-many-arguments',
  'argument-claim-missing',
  'argument-unsupported',
  'argument-value-missing',
  'value-out-of-bounds-unexplained',
  'weak-dimension-without-action',
  'too-few-actions',
  'too-many-actions',
  'action-owner-missing',
  'action-due-missing',
  'action-success-missing',
  'action-target-out-of-reach',
  'action-first-step-missing',
  'warning-without-action',
  'message-missing',
  'consent-unanswered',
  'synthesis-not-printed',
  'follow-up-date-missing',
  'follow-up-not-held',
  'confidentiality-not-accepted',
  'lead-person-missing',
  'survey-not-opened',
  'survey-still-open',
  'legal-comments-missing',
  'management-not-present',
] as const
export type MissingStepCode = (typeof missingStepCodes)[number]

export type StepTarget = { readonly page: Page } | { readonly page: Page; readonly entry: string }

/** The pages of an accompaniment, as the client's routes name them. */
export const pages = [
  'home',
  'framing',
  'preparation',
  'positioning',
  'arguments',
  'evidence',
  'results',
  'plan',
  'synthesis',
  'follow-up',
  'people',
  'awareness',
  'perception',
  'restitution',
] as const
export type Page = (typeof pages)[number]

/** What may happen next, for one actor. */
export type NextStep = {
  readonly event: JourneyEvent
  readonly to: AccompanimentState
  readonly missing: readonly MissingStep[]
  /** Whether this actor may trigger it once nothing is missing. */
  readonly allowed: boolean
}
