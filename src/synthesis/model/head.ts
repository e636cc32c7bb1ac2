import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import type { OverallScore } from '#src/scoring/score.ts'
import type { SynthesisSource } from '#src/synthesis/synthesis-source.ts'

/** What every document of an accompaniment says of itself. */
export type Head = {
  readonly fingerprint: string
  readonly questionnaire: {
    readonly id: string
    readonly title: string
    readonly version: string
    readonly sha256: string
    readonly criteria: number
    readonly levelNames: readonly string[]
  }
  /** Only where the questionnaire asks for one. */
  readonly overall?: OverallScore
  readonly structure: AnswerSheet['structure']
  readonly period: string
  readonly networkName?: string
  readonly isExample: boolean
  readonly deliveredOn?: string
  readonly revision: number
  readonly meetings: readonly { readonly label: string; readonly on: string }[]
}

export function headOf({ questionnaire, sheet, score, fingerprint, context }: SynthesisSource): Head {
  const { networkName, deliveredOn } = context
  return {
    fingerprint,
    questionnaire: {
      id: questionnaire.id,
      title: questionnaire.title,
      version: questionnaire.version,
      sha256: score.questionnaire.sha256,
      criteria: questionnaire.dimensions.reduce((sum, { criteria }) => sum + criteria.length, 0),
      levelNames: questionnaire.levelNames ?? ['1', '2', '3', '4'],
    },
    ...(score.overall === undefined ? {} : { overall: score.overall }),
    structure: sheet.structure,
    period: sheet.period,
    ...(networkName === undefined ? {} : { networkName }),
    isExample: context.isExample ?? false,
    ...(deliveredOn === undefined ? {} : { deliveredOn }),
    revision: context.revision ?? 0,
    meetings: context.meetings ?? [],
  }
}
