import type { PosterWords } from '#src/questionnaire/sections/awareness.ts'

/**
 * The page for the wall. It has no place for a level, a score, a count, a warning, a comment or an answer: what is not
 * in this type cannot be printed by mistake.
 */
export type PublicSynthesis = {
  readonly format: 'jalon/synthesis@1'
  readonly audience: 'lcd-public'
  readonly fingerprint: string
  readonly structureName: string
  readonly networkName?: string
  readonly isExample: boolean
  readonly deliveredOn?: string
  readonly title: string
  /** The method's own words, from its questionnaire. */
  readonly words?: PosterWords
  /** The direction's own words; else the method's. */
  readonly commitment?: string
  readonly steps: readonly PublicStep[]
  readonly done: readonly PublicAction[]
  readonly planned: readonly PublicAction[]
  readonly contact: Contact
}

export type PublicAction = {
  readonly title: string
  readonly detail?: string
  /** `YYYY-MM`, for what is planned. */
  readonly month?: string
}

/** What the accompaniment itself was, whatever it found. */
export type PublicStep = 'practices-read' | 'team-aware' | 'people-asked' | 'person-named' | 'plan-decided'

/** By function, never by name. */
export type Contact = { readonly who?: string; readonly phone?: string; readonly email?: string }
