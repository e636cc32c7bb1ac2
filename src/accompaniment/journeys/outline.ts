import type { Audience, Consent, FollowUp, RequestMotive } from '#src/accompaniment/entry.ts'
import type { Page } from '#src/accompaniment/missing-step.ts'
import type { JourneyEvent, JourneyState, Phase } from '#src/accompaniment/states.ts'
import type { JourneyId, Questionnaire } from '#src/questionnaire/questionnaire.ts'

/**
 * What a journey holds, as plain data: all that screens and validators need, without the chart and its guards
 * (`journey-of.ts`), which are the server's.
 */
export type Outline = {
  readonly id: JourneyId
  /** Stored with each accompaniment; a chart that changes the meaning of a state takes a new number and a migration. */
  readonly version: number
  /** Its states in order, grouped as the screens show them. */
  readonly phases: readonly { readonly phase: Phase; readonly states: readonly JourneyState[] }[]
  /** Moves that nobody asks for: their guards hold, so they happen. */
  readonly bySystem: readonly JourneyEvent[]
  /** Why a structure may ask for it. */
  readonly motives: readonly RequestMotive[]
  /** Meetings to plan before it starts, then the points after delivery, by id of their entry. */
  readonly meetings: readonly string[]
  readonly followUps: readonly FollowUp[]
  /** Where the work of each state is done. */
  readonly pageOfState: Readonly<Partial<Record<JourneyState, Page>>>
  readonly pages: readonly Page[]
  /** What is printed, the main document first; delivery prints them all. */
  readonly audiences: readonly Audience[]
  /** Authorisations the direction answers before it approves. */
  readonly consents: readonly Consent[]
  /** Whether positions in a live meeting may carry a name. */
  readonly positions: 'anonymous' | 'team-chooses'
  /** Whether what is written stays among its people: mails hold links only, and comments are watched for names. */
  readonly confidential: boolean
}

const keyArguments: Outline = {
  id: 'key-arguments',
  version: 1,
  phases: [
    { phase: 'framing', states: ['requested', 'qualified', 'scheduled'] },
    { phase: 'preparing', states: ['preparing'] },
    { phase: 'building', states: ['arguments', 'evidence', 'planning'] },
    { phase: 'delivering', states: ['drafting', 'review', 'delivered'] },
    { phase: 'following', states: ['follow-up', 'closed'] },
  ],
  bySystem: ['start-preparation', 'start-follow-up'],
  motives: ['recognition', 'esus', 'procurement', 'internal-project', 'other'],
  meetings: ['1', '2', '3'],
  followUps: ['m6', 'm12'],
  pageOfState: {
    requested: 'framing',
    qualified: 'framing',
    scheduled: 'framing',
    preparing: 'preparation',
    arguments: 'positioning',
    evidence: 'evidence',
    planning: 'plan',
    drafting: 'synthesis',
    review: 'synthesis',
    delivered: 'synthesis',
    'follow-up': 'follow-up',
    closed: 'synthesis',
  },
  pages: [
    'home',
    'framing',
    'people',
    'preparation',
    'positioning',
    'arguments',
    'evidence',
    'results',
    'plan',
    'synthesis',
    'follow-up',
  ],
  audiences: ['full'],
  consents: ['logo', 'quotes', 'practices'],
  positions: 'team-chooses',
  confidential: false,
}

const practicesAudit: Outline = {
  id: 'practices-audit',
  version: 1,
  phases: [
    { phase: 'framing', states: ['requested', 'qualified', 'scheduled', 'framing'] },
    { phase: 'preparing', states: ['awareness', 'perception'] },
    { phase: 'building', states: ['audit', 'restitution', 'planning'] },
    { phase: 'delivering', states: ['review', 'delivered'] },
    { phase: 'following', states: ['follow-up', 'closed'] },
  ],
  bySystem: ['start-framing', 'start-perception', 'start-follow-up'],
  motives: ['internal-project', 'procurement', 'other'],
  meetings: ['framing', 'awareness', 'audit-1', 'audit-2', 'restitution', 'plan'],
  followUps: ['m3', 'm6', 'm12'],
  pageOfState: {
    requested: 'framing',
    qualified: 'framing',
    scheduled: 'framing',
    framing: 'framing',
    awareness: 'awareness',
    perception: 'perception',
    audit: 'positioning',
    restitution: 'restitution',
    planning: 'plan',
    review: 'synthesis',
    delivered: 'synthesis',
    'follow-up': 'follow-up',
    closed: 'synthesis',
  },
  pages: [
    'home',
    'framing',
    'people',
    'preparation',
    'awareness',
    'perception',
    'positioning',
    'evidence',
    'restitution',
    'results',
    'plan',
    'synthesis',
    'follow-up',
  ],
  audiences: ['lcd-internal', 'lcd-public'],
  consents: ['logo', 'practices'],
  positions: 'anonymous',
  confidential: true,
}

export const outlines = { 'key-arguments': keyArguments, 'practices-audit': practicesAudit } as const

/** The outline of the journey a questionnaire follows: the one it names, or the first there was. */
export function outlineOf({ journey }: Pick<Questionnaire, 'journey'>): Outline {
  return outlines[journey ?? 'key-arguments']
}

/** The states of a journey, in order. */
export function statesOf({ phases }: Pick<Outline, 'phases'>): readonly JourneyState[] {
  return phases.flatMap(({ states }) => states)
}
