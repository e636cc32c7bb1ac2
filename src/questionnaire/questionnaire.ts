/**
 * One version of a questionnaire in its canonical form, `jalon/questionnaire@1`: what is published, hashed and stored.
 * Authors write YAML under `questionnaires/`; the compiler makes this, and everything else (SurveyJS, scores, plan) is
 * derived from it. Every text is French content; none of it lives in code.
 */
export type Questionnaire = {
  readonly format: 'jalon/questionnaire@1'
  readonly id: string
  readonly version: string
  readonly locale: 'fr'
  readonly title: string
  /** Whether one overall score is computed on top of the dimensions. */
  readonly overall: boolean
  /** The way its accompaniment goes; `key-arguments` where it names none. */
  readonly journey?: JourneyId
  readonly dimensions: readonly Dimension[]
  readonly indicators: readonly Indicator[]
  /** Fields of the structure's identity sheet; those `required` complete it. */
  readonly identity?: readonly IdentityField[]
  /** Library of elements of the structure's own activity, outside every score. */
  readonly elementLibrary?: readonly ElementModel[]
  /** Names of the four levels, shared by all criteria. */
  readonly levelNames?: readonly [string, string, string, string]
  /**
   * What a method adds at the top of the canonical form (`quiz`, `perception`…), by key and kept as given. In the
   * canonical form each is a key of its own: always send and store `canonicalText`, never this object as it is.
   */
  readonly sections?: Readonly<Record<string, unknown>>
}

/** Journeys an accompaniment may follow (`#src/accompaniment/journeys`). */
export const journeyIds = ['key-arguments', 'practices-audit'] as const
export type JourneyId = (typeof journeyIds)[number]

export type Dimension = {
  readonly id: string
  readonly title: string
  readonly shortTitle?: string
  readonly description?: string
  readonly weight: Weight
  readonly source?: string
  readonly criteria: readonly Criterion[]
}

export type Criterion = {
  readonly id: string
  readonly title: string
  /** At most 28 characters: it is printed under a chart's tile. */
  readonly shortTitle: string
  readonly question: string
  /** The question in plain language ("facile à lire"). */
  readonly plainQuestion?: string
  readonly hint?: string
  readonly weight: Weight
  /** ⚖: a legal obligation or a direct legal risk. */
  readonly legal: boolean
  readonly levels: readonly [string, string, string, string]
  readonly excludedFor: readonly Kind[]
  /** Another wording of the question for structures of that kind. */
  readonly variants: Readonly<Partial<Record<Kind, string>>>
  readonly facts?: readonly string[]
  readonly indicators: readonly string[]
  readonly proofs: readonly string[]
  readonly references: readonly Reference[]
  readonly source?: string
  readonly actions: readonly SuggestedActionModel[]
}

export type SuggestedActionModel = {
  readonly id: string
  /** Begins with a verb; 90 characters at most. */
  readonly title: string
  readonly description?: string
  readonly forLevels: readonly Level[]
  readonly impact: Factor
  readonly effort: Factor
  readonly source?: string
}

export type Indicator = {
  readonly id: string
  readonly label: string
  readonly definition?: string
  /** `output`: what is done; `outcome`: what it produces. */
  readonly kind: 'output' | 'outcome'
  readonly unit: string
  readonly calculation: 'ratio' | 'number'
  /** Multiplies `numerator / denominator`; 100 for `%`. */
  readonly factor: number
  readonly direction: 'up' | 'down' | 'none'
  readonly bounds: { readonly min?: number; readonly max?: number }
  /** Whether the denominator counts people, so that under 5 the value is masked outside the structure. */
  readonly countsPeople: boolean
  readonly source: string
  readonly method: string
  readonly limits: string
  readonly numeratorLabel?: string
  readonly denominatorLabel?: string
  /** Digits after the decimal comma when shown. */
  readonly decimals?: number
  /** Asked for in preparation. */
  readonly core?: boolean
  readonly excludedFor?: readonly Kind[]
  readonly benchmark?: { readonly text: string; readonly source: string }
}

export type IdentityField = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly type: 'text' | 'long-text' | 'number' | 'date' | 'choice' | 'boolean'
  readonly choices?: readonly { readonly id: string; readonly label: string }[]
  readonly required: boolean
  readonly maxLength?: number
  readonly unit?: string
  readonly source?: string
}

export type ElementModel = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly indicators: readonly { readonly label: string; readonly unit: string }[]
  readonly source?: string
}

export type Reference = { readonly scheme: string; readonly id: string }

/** Kinds of SIAE (code du travail, L5132-4), and `OTHER` for a member that is not one. */
export const kinds = ['AI', 'ACI', 'EI', 'ETTI', 'EITI', 'OTHER'] as const
export type Kind = (typeof kinds)[number]

export type Level = 1 | 2 | 3 | 4
export type Weight = 1 | 2 | 3
/** Impact or effort of an action, from 1 (low) to 3 (high). */
export type Factor = 1 | 2 | 3
