import type { Factor, Level, Weight } from '#src/questionnaire/questionnaire.ts'

/**
 * The result object, `jalon/score@1` (scoring rules, §2 to §5). Screens, PDF, spreadsheets, API and command line
 * show this object; nothing computes a figure a second time.
 */
export type Score = {
  readonly format: 'jalon/score@1'
  readonly questionnaire: { readonly id: string; readonly version: string; readonly sha256: string }
  readonly dimensions: readonly DimensionResult[]
  /** Those the sheet gives a value for, in the questionnaire's order. */
  readonly indicators: readonly IndicatorResult[]
  /** Criterion ids, strongest first. */
  readonly strengths: readonly string[]
  readonly toDemonstrate: readonly string[]
  readonly warnings: readonly string[]
  readonly suggestedActions: readonly SuggestedAction[]
  /** Only where the questionnaire asks for one. */
  readonly overall?: OverallScore
}

export type DimensionResult = {
  readonly id: string
  readonly score: DimensionScore
  readonly vector: AnswerVector
  readonly criteria: readonly CriterionResult[]
}

export type Coverage = { readonly levelled: number; readonly applicable: number }

export type NotComputableReason = 'nothing-applicable' | 'nothing-answered' | 'coverage-too-low'

export type DimensionScore =
  | {
      readonly computable: true
      /** 0 to 100, unrounded: `numerator / denominator`. */
      readonly value: number
      readonly numerator: number
      readonly denominator: number
      readonly coverage: Coverage
    }
  | { readonly computable: false; readonly reason: NotComputableReason; readonly coverage: Coverage }

export type OverallScore =
  | { readonly computable: true; readonly value: number }
  /** Coverage counts the weights of dimensions: the computable ones, and those with anything applicable. */
  | { readonly computable: false; readonly reason: NotComputableReason; readonly coverage: Coverage }

/** Weight held by each kind of answer; the seven sum to the weight of the dimension's criteria. */
export type AnswerVector = {
  readonly level1: number
  readonly level2: number
  readonly level3: number
  readonly level4: number
  readonly unknown: number
  readonly unanswered: number
  readonly notApplicable: number
}

export type AnswerKind = 'level' | 'unknown' | 'unanswered' | 'notApplicable'

export type Grade = 'A' | 'B' | 'C'

export type CriterionResult = {
  readonly id: string
  readonly weight: Weight
  readonly answer: AnswerKind
  readonly level?: Level
  /** `level - 1`, out of 3. */
  readonly points?: number
  readonly grade: Grade
  /** What one more level would add to the dimension's score, in points of 100; 0 at level 4. */
  readonly gainToNext?: number
}

export type IndicatorResult =
  | {
      readonly id: string
      readonly computable: true
      readonly value: number
      readonly unit: string
      readonly flags: readonly IndicatorFlag[]
    }
  | {
      readonly id: string
      readonly computable: false
      readonly reason: 'zero-denominator'
      readonly unit: string
      readonly flags: readonly IndicatorFlag[]
    }

export type IndicatorFlag = 'out-of-bounds' | 'masked'

export type Priority = 'P1' | 'P2' | 'P3'

export type SuggestedAction = {
  readonly criterion: string
  readonly action: string
  readonly priority: Priority
  readonly index: number
  readonly parts: { readonly weight: Weight; readonly gap: number; readonly impact: Factor; readonly effort: Factor }
}
