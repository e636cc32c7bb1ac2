import type { Kind, Level } from '#src/questionnaire/questionnaire.ts'

/**
 * Everything a structure answered, in the public form `jalon/answer-sheet@1`. The server makes one from its rows and
 * the command line reads one from a file, so that scores and syntheses have a single entrance.
 */
export type AnswerSheet = {
  readonly format: 'jalon/answer-sheet@1'
  /** `<id>@<version>`. */
  readonly questionnaire: string
  readonly structure: SheetStructure
  /** The year evaluated, `YYYY`. */
  readonly period: string
  /** By criterion id; a criterion left blank is absent. */
  readonly answers: Readonly<Record<string, CriterionAnswer>>
  /** By indicator id, for `period`. */
  readonly indicators?: Readonly<Record<string, IndicatorValue>>
  /** Names of the proofs attached to a criterion, by criterion id. */
  readonly proofs?: Readonly<Record<string, readonly string[]>>
  readonly keyArguments?: readonly KeyArgument[]
  readonly customElements?: readonly CustomElement[]
  readonly plan?: readonly SheetAction[]
  readonly audience?: string
}

export type SheetStructure = {
  readonly name: string
  readonly siret?: string
  readonly kinds: readonly Kind[]
  readonly department?: string
  readonly member?: boolean
}

export type CriterionAnswer =
  | { readonly level: Level; readonly example?: string }
  | { readonly unknown: true; readonly example?: string }
  | { readonly notApplicable: true; readonly reason?: string; readonly example?: string }

export type IndicatorValue = (
  { readonly numerator: number; readonly denominator: number } | { readonly value: number }
) & { readonly source?: string; readonly comment?: string; readonly proofs?: readonly string[] }

export type KeyArgument = {
  readonly criterion: string
  readonly claim: string
  readonly indicators?: readonly string[]
  readonly quote?: { readonly text: string; readonly role: string; readonly consent: boolean }
}

export type CustomElement = {
  readonly title: string
  readonly description?: string
  readonly indicator?: {
    readonly label: string
    readonly unit: string
    readonly value: number
    readonly period?: string
    readonly source?: string
  }
}

export type SheetAction = {
  readonly action: string
  readonly criterion?: string
  readonly owner?: string
  /** `YYYY-MM-DD`. */
  readonly due?: string
  readonly status?: string
  readonly successIndicator?: string
}
