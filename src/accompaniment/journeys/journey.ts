import type { Audience, Consent, FollowUp } from '#src/accompaniment/entry.ts'
import type { Guard } from '#src/accompaniment/guards/guard.ts'
import type { Page } from '#src/accompaniment/missing-step.ts'
import type { JourneyEvent, JourneyState, Phase } from '#src/accompaniment/states.ts'
import type { JourneyId } from '#src/questionnaire/questionnaire.ts'
import type { Chart } from './chart.ts'

/**
 * The way an accompaniment goes. A questionnaire says which one it follows; nothing else in the product asks which
 * method it is, only what its journey holds.
 */
export type Journey = {
  readonly id: JourneyId
  /** Stored with each accompaniment; a chart that changes the meaning of a state takes a new number and a migration. */
  readonly version: number
  readonly chart: Chart
  readonly phases: readonly { readonly phase: Phase; readonly states: readonly JourneyState[] }[]
  /** Conditions of each event; those absent have none. */
  readonly guards: Readonly<Partial<Record<JourneyEvent, readonly Guard[]>>>
  /** Moves that nobody asks for: their guards hold, so they happen (dossier §2.1, actor "système"). */
  readonly bySystem: readonly JourneyEvent[]
  /** Meetings to plan before it starts, then the points after delivery, by id of their entry. */
  readonly meetings: readonly string[]
  readonly followUps: readonly FollowUp[]
  /** What each step's work is done on. */
  readonly pageOfState: Readonly<Partial<Record<JourneyState, Page>>>
  readonly pages: readonly Page[]
  /** What is printed, the main document first; delivery prints them all. */
  readonly audiences: readonly Audience[]
  /** Authorisations the direction answers before it approves. */
  readonly consents: readonly Consent[]
  /** Whether positions in a live meeting may carry a name. */
  readonly positions: 'anonymous' | 'team-chooses'
  /** Whether what is written stays among the people of the accompaniment: mails hold links only, comments are watched for names. */
  readonly confidential: boolean
}
