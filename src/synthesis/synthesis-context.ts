import type { PerceptionResults, QuizResults } from '#src/anonymity/results.ts'
import type { Milestone } from '#src/plan/milestones.ts'
import type { PlannedAction } from '#src/plan/progress-plan.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'

/** What an answer sheet lacks and an accompaniment knows. Each part may be absent: the document then does without it. */
export type SynthesisContext = {
  readonly networkName?: string
  readonly isExample?: boolean
  /** `YYYY-MM-DD`; absent while it is a draft. */
  readonly deliveredOn?: string
  /** 0 for a draft. */
  readonly revision?: number
  readonly meetings?: readonly { readonly label: string; readonly on: string }[]
  readonly identity?: readonly { readonly id: string; readonly label: string; readonly value: string }[]
  readonly message?: string
  /** Earlier and present values by indicator id, any order. */
  readonly series?: Readonly<Record<string, readonly { readonly year: number; readonly value: number }[]>>
  /** Why a fact could not be had, by indicator id. */
  readonly unavailable?: Readonly<Record<string, string>>
  /** Shares among the territory's people, by indicator id: they inform, they judge nothing. */
  readonly territory?: Readonly<Record<string, number>>
  readonly plan?: readonly PlannedAction[]
  readonly milestones?: readonly Milestone[]
  readonly elementLevels?: readonly (Level | undefined)[]
  /** Examples the team wrote for a key argument, by criterion id; else the criterion's own is taken. */
  readonly argumentExamples?: Readonly<Record<string, string>>
  /** Whether the direction allowed quotations; without an answer they stay out. */
  readonly quotesAllowed?: boolean
  /** How the team answered the quiz, as far as it may be shown. */
  readonly quiz?: QuizResults
  /** What people said without a name, as far as it may be shown. */
  readonly perception?: PerceptionResults
  /** Why people were not asked. */
  readonly perceptionSkipped?: string
  /** By action id: what the structure decided to show everyone, or to keep. */
  readonly publishedActions?: Readonly<Record<string, boolean>>
  /** Function of the person named in the structure for the subject. */
  readonly leadPerson?: string
  /** How things stand, by criterion id: for those of the accompaniment alone. */
  readonly comments?: Readonly<Record<string, string>>
}
