import type { Guidance, PosterWords } from '#src/questionnaire/sections/awareness.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import type { AnswerKind, DimensionScore, Grade, SuggestedAction } from '#src/scoring/score.ts'
import type { Head } from '#src/synthesis/model/head.ts'
import type { PlanRow } from '#src/synthesis/model/plan.ts'
import type { PerceptionPart } from './perception.ts'
import type { QuizPart } from './quiz.ts'
import type { Contact, PublicStep, PublicSynthesis } from './public-page.ts'

/**
 * All that an audit of practices says, as data: the one read model from which both its documents are made. The
 * confidential one is this object; the public one is `publicSynthesisOf` of it, a type without a figure or a warning.
 */
export type AuditSynthesis = Head & {
  readonly format: 'jalon/synthesis@1'
  readonly audience: 'lcd-internal'
  readonly leadPerson?: string
  /** The direction's word: the commitment it shows. */
  readonly message?: string
  /** What it does and where, from its identity sheet. */
  readonly about: readonly string[]
  readonly contact: Contact
  /** What was done together, for the public page. */
  readonly steps: readonly PublicStep[]
  readonly stages: readonly Stage[]
  readonly tally: AuditTally
  readonly supports: readonly Support[]
  /** Short titles of the strengths beyond the few printed large. */
  readonly otherStrengths: readonly string[]
  readonly warnings: readonly Warning[]
  readonly quiz: QuizPart
  readonly perception: PerceptionPart
  readonly plan: readonly AuditAction[]
  /** What the questionnaire proposes first, while no plan is written. */
  readonly suggestions: readonly SuggestionRow[]
  readonly milestones: readonly { readonly id: string; readonly month: number; readonly on: string }[]
  readonly guidance?: Guidance
  readonly poster?: PosterWords
}

/** What may be printed of an accompaniment of this journey. */
export type AuditContent = AuditSynthesis | PublicSynthesis

export type Stage = {
  readonly id: string
  readonly title: string
  readonly shortTitle: string
  readonly score: DimensionScore
  /** Legal criteria at level 3 or 4, over those that apply. */
  readonly legal: { readonly inPlace: number; readonly applicable: number }
  readonly criteria: readonly StageCriterion[]
}

export type StageCriterion = {
  readonly id: string
  readonly title: string
  readonly shortTitle: string
  readonly weight: number
  readonly legal: boolean
  readonly answer: AnswerKind
  readonly level?: Level
  readonly grade: Grade
  /** Numbers of its card among the supports or the warnings. */
  readonly support?: number
  readonly warning?: number
  readonly reason?: string
}

export type AuditTally = {
  readonly criteria: number
  readonly legal: number
  /** Legal criteria at level 3 or 4; at level 2; at level 1. */
  readonly legalInPlace: number
  readonly legalToStrengthen: number
  readonly warnings: number
  readonly strengths: number
  readonly toDemonstrate: number
  /** Level 1 or 2, warnings left out. */
  readonly toImprove: number
  readonly unknown: number
  readonly unanswered: number
  readonly notApplicable: number
}

export type Support = {
  readonly number: number
  readonly title: string
  readonly stage: string
  readonly level: Level
  readonly legal: boolean
  readonly grade: Grade
  /** What that level says, in the questionnaire's words. */
  readonly fact: string
  /** A figure that measures it, where there is one. */
  readonly figure?: { readonly text: string; readonly label: string; readonly parts?: string }
  readonly example?: string
  readonly proofs: readonly string[]
}

export type Warning = {
  readonly number: number
  readonly title: string
  readonly stage: string
  /** What was found: the team's words, else the level's. */
  readonly finding: string
  /** What is aimed at: the words of level 3. */
  readonly expected: string
  readonly action?: {
    readonly number: number
    readonly title: string
    readonly owner?: string
    readonly dueOn?: string
  }
}

export type AuditAction = PlanRow & {
  readonly number: number
  readonly description?: string
  /** The warning it lifts. */
  readonly warning?: number
  readonly done: boolean
  /** Whether everyone may see it, and whether the structure itself said so. */
  readonly published: 'chosen' | 'by-default' | 'no'
}

export type SuggestionRow = {
  readonly title: string
  readonly criterion: string
  readonly legal: boolean
  readonly priority: SuggestedAction['priority']
}
