/** What may be shown of a group's answers (scoring rules §7): the one object of screen, PDF, export and API. */

export type QuizResults = {
  /** Per round: how many answered; results only from seven. */
  readonly rounds: Readonly<Record<'before' | 'after', QuizRoundResults>>
  /** People whose word was given both times; absent under seven. */
  readonly paired?: { readonly people: number; readonly cases: readonly PairedCase[] }
}
export type QuizRoundResults =
  | { readonly shown: false; readonly answers: number; readonly reason: 'not-open' | 'too-few' | 'still-open' }
  | { readonly shown: true; readonly answers: number; readonly cases: readonly QuizCaseResult[] }
export type QuizCaseResult = {
  readonly id: string
  /** Among all who took the quiz. */
  readonly right: number
  /** By option id, in the questionnaire's order. */
  readonly options: readonly { readonly id: string; readonly count: number }[]
}
export type PairedCase = { readonly id: string; readonly before: number; readonly after: number }

export type PerceptionResults =
  | { readonly shown: false; readonly answers: number; readonly reason: 'still-open' | 'too-few' }
  | {
      readonly shown: true
      readonly answers: number
      /** Absent where the split cannot be shown at all. */
      readonly groups?: readonly { readonly id: string; readonly text: string; readonly answers: number }[]
      readonly items: readonly PerceptionItemResult[]
    }
export type PerceptionItemResult = {
  readonly id: string
  readonly kind: 'statement' | 'experience'
  readonly text: string
  /** Classes in the scale's order, neighbours merged where one was under five; or the whole row masked. */
  readonly row: readonly ShownClass[] | 'masked'
  /** By group id; only statements, only where nothing can be deduced. */
  readonly split?: Readonly<Record<string, readonly ShownClass[]>> | 'masked'
}
export type ShownClass = {
  /** Choices it holds: more than one where neighbours were merged. */
  readonly choices: readonly string[]
  readonly text: string
  readonly count: number
}
