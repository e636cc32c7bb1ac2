import type { CriterionAnswer } from '#src/answers/answer-sheet.ts'
import type { Factor, Level } from '#src/questionnaire/questionnaire.ts'
import type { Priority } from '#src/scoring/score.ts'
import type { Spread } from '#src/room/room-events.ts'

/**
 * Everything a team writes during an accompaniment is an entry: a key, a value, a revision and a history. One way to
 * save, one way to conflict, one way to go back, whether it is a level, a figure, a claim or an action.
 *
 * | key                          | value                 |
 * |------------------------------|-----------------------|
 * | `framing/<field>`            | FramingValues[field]  |
 * | `identity/<fieldId>`         | string, number, boolean, as the identity sheet says |
 * | `criterion/<criterionId>`    | CriterionAnswer       |
 * | `indicator/<id>/<YYYY>`      | IndicatorEntry        |
 * | `argument/<uuid>`            | ArgumentEntry         |
 * | `arguments-order`            | uuids, the first opens the synthesis |
 * | `element/<uuid>`             | ElementEntry          |
 * | `action/<uuid>`              | ActionEntry           |
 * | `plan-exception/<dimensionId>` | string, why a weak dimension has no action |
 * | `message`                    | string, the direction's word, 80 words at most |
 * | `consent/<logo, quotes, practices>` | boolean        |
 * | `meeting/<id>`               | MeetingEntry, by the journey's ids |
 * | `comment/<criterionId>`      | string, how things stand, naming nobody |
 * | `note/<criterionId>`         | string, the advisor's own, for the meeting |
 * | `spread/<criterionId>`       | Spread, beside the level agreed in a live meeting |
 * | `parked/<uuid>`              | ParkedEntry, a point to come back to |
 * | `task/<uuid>`                | TaskEntry, who does what after a meeting |
 * | `published-action/<uuid>`    | boolean, shown on the page for everyone |
 *
 * An entry whose value is null has been erased; its history stays.
 */
export type EntryKey = string

export const entryFamilies = [
  'framing',
  'identity',
  'criterion',
  'indicator',
  'argument',
  'arguments-order',
  'element',
  'action',
  'plan-exception',
  'message',
  'consent',
  'meeting',
  'comment',
  'note',
  'spread',
  'parked',
  'task',
  'published-action',
] as const
export type EntryFamily = (typeof entryFamilies)[number]

export type FramingValues = {
  /** Why the structure asks, and by when it needs the result. */
  readonly request: { readonly motive: RequestMotive; readonly details?: string; readonly neededBy?: string }
  readonly scope: 'entity' | 'group'
  /** The year evaluated, `YYYY`. */
  readonly period: string
  readonly audience: Audience
  readonly 'pricing-accepted': boolean
  readonly membership: { readonly member: boolean; readonly checkedOn: string }
  /** Why now, for a confidential accompaniment. */
  readonly trigger: { readonly trigger: RequestTrigger; readonly details?: string }
  /** The confidentiality charter is accepted by the direction. */
  readonly confidentiality: boolean
  /** Function of the person named in the structure for the subject. */
  readonly 'lead-person': string
  readonly 'sensitive-topics': string
}
export type RequestTrigger = 'prevention' | 'incident' | 'funder' | 'other'
export type RequestMotive = 'recognition' | 'esus' | 'procurement' | 'internal-project' | 'other'

/** A fact that cannot be had is an answer too: it lowers nothing and prints as "non mesuré". */
export type IndicatorEntry =
  | (({ readonly numerator: number; readonly denominator: number } | { readonly value: number }) & {
      readonly source?: string
      readonly comment?: string
      readonly scope?: string
    })
  | { readonly unavailable: true; readonly reason: string }

export type ArgumentEntry = {
  readonly criterion: string
  /** The team's words, 120 characters at most; empty until written. */
  readonly claim: string
  readonly indicators: readonly string[]
  readonly example?: string
}

export type ElementEntry = {
  readonly title: string
  readonly description?: string
  readonly level?: Level
  readonly indicator?: {
    readonly label: string
    readonly unit: string
    readonly source?: string
    readonly values: readonly YearValue[]
  }
}
export type YearValue = { readonly year: string; readonly value: number }

export type ActionEntry = {
  /** Begins with a verb; 90 characters at most. */
  readonly title: string
  readonly description?: string
  readonly origin: 'suggestion' | 'practice' | 'team' | 'legal'
  /** Id of the questionnaire's action or of the practice it comes from. */
  readonly originId?: string
  readonly criterion?: string
  readonly targetLevel?: Level
  readonly impact: Factor
  readonly effort: Factor
  /** A priority chosen against the computed one, with its reason. */
  readonly priorityOverride?: { readonly priority: Priority; readonly reason: string }
  /** A function, never the name of an employee in pathway. */
  readonly owner?: string
  readonly contributors?: string
  readonly startOn?: string
  readonly dueOn?: string
  /** Within 30 days. */
  readonly firstStep?: string
  readonly resources?: string
  readonly budgetEuros?: number
  readonly help?: 'none' | 'network' | 'training' | 'funder' | 'member'
  readonly indicator?: string
  readonly baseline?: number
  readonly target?: number
  readonly deliverable?: string
  readonly status: ActionStatus
  readonly progressPercent?: number
  /** Why it is blocked or dropped. */
  readonly statusReason?: string
  readonly publishAsPractice?: boolean
}
export const actionStatuses = ['todo', 'doing', 'done', 'blocked', 'dropped'] as const
export type ActionStatus = (typeof actionStatuses)[number]

export type MeetingEntry = {
  /** Local time, `YYYY-MM-DDTHH:MM`. */
  readonly startsAt: string
  readonly minutes: number
  readonly place?: string
  readonly held?: boolean
  /** Why a follow-up point was given up. */
  readonly waivedReason?: string
  /** Functions, not names. */
  readonly attendees?: string
  /** The direction was there. */
  readonly managementPresent?: boolean
  /** Minutes planned for a part, by id of its dimension; a part without any has its share by criterion. */
  readonly minutesByPart?: Readonly<Record<string, number>>
}

/** Points after delivery, by their months. */
export const followUps = ['m3', 'm6', 'm12'] as const
export type FollowUp = (typeof followUps)[number]

/** The documents there are (public ids of the command line). */
export const audiences = ['full', 'lcd-internal', 'lcd-public'] as const
export type Audience = (typeof audiences)[number]

/** Authorisations the direction answers, yes or no. */
export const consents = ['logo', 'quotes', 'practices'] as const
export type Consent = (typeof consents)[number]

export type ParkedEntry = {
  readonly text: string
  /** Id of the meeting where it was parked. */
  readonly meeting: string
  readonly criterion?: string
  readonly settled?: boolean
}

export type TaskEntry = {
  readonly text: string
  readonly meeting: string
  /** A function, never the name of an employee in pathway. */
  readonly owner?: string
  readonly dueOn?: string
  readonly done?: boolean
}

export type EntryValue =
  | CriterionAnswer
  | IndicatorEntry
  | ArgumentEntry
  | ElementEntry
  | ActionEntry
  | MeetingEntry
  | ParkedEntry
  | TaskEntry
  | Spread
  | FramingValues[Exclude<keyof FramingValues, 'pricing-accepted' | 'confidentiality'>]
  | readonly string[]
  | string
  | number
  | boolean

/** An entry as stored. */
export type Entry = {
  readonly key: EntryKey
  readonly value: EntryValue | null
  readonly revision: number
  readonly updatedAt: string
  readonly updatedBy: string
}
