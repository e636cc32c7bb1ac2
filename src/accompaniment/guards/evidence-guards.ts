import {
  framing,
  indicatorEntry,
  keyArguments,
  proofsOf,
  type Dossier,
  type Identified,
} from '#src/accompaniment/dossier.ts'
import type { ArgumentEntry } from '#src/accompaniment/entry.ts'
import { guard, type Guard } from './guard.ts'

const who = ['advisor', 'referent', 'team'] as const

/** `evidence` → `planning`: each key argument is written and stands on a figure or a proof; odd figures are explained. */
export const startPlanningGuards: readonly Guard[] = [
  guard('argument-claim-missing', ({ questionnaire, dossier }) =>
    keyArguments(dossier)
      .filter((argument) => argument.claim.trim().length === 0)
      .map((argument) => ({
        details: { label: criterionTitle(questionnaire, argument.criterion) },
        target: { page: 'arguments' as const, entry: `argument/${argument.id}` },
        who,
      })),
  ),
  guard('argument-unsupported', ({ dossier }) =>
    keyArguments(dossier)
      .filter((argument) => argument.indicators.length === 0 && !isProved(dossier, argument))
      .map((argument) => ({
        details: { label: argument.claim },
        target: { page: 'evidence' as const, entry: `argument/${argument.id}` },
        who,
      })),
  ),
  guard('argument-value-missing', ({ questionnaire, dossier }) =>
    keyArguments(dossier)
      .filter(
        (argument) =>
          argument.indicators.length > 0 &&
          !argument.indicators.some((id) => isMeasured(dossier, id)) &&
          !isProved(dossier, argument),
      )
      .map((argument) => ({
        details: {
          label: argument.claim,
          indicator: questionnaire.indicators.find(({ id }) => id === argument.indicators[0])?.label ?? '',
        },
        target: { page: 'evidence' as const, entry: `argument/${argument.id}` },
        who,
      })),
  ),
  guard('value-out-of-bounds-unexplained', ({ questionnaire, dossier, score }) =>
    score.indicators
      .filter(({ flags }) => flags.includes('out-of-bounds'))
      .map((result) => ({
        details: {
          label: questionnaire.indicators.find(({ id }) => id === result.id)?.label ?? result.id,
          value: result.computable ? result.value : 0,
          unit: result.unit,
        },
        target: { page: 'evidence' as const, entry: `indicator/${result.id}/${framing(dossier, 'period') ?? ''}` },
        who,
      })),
  ),
]

function isMeasured(dossier: Dossier, indicatorId: string): boolean {
  const entry = indicatorEntry(dossier, indicatorId, framing(dossier, 'period') ?? '')
  return entry !== undefined && !('unavailable' in entry)
}

function isProved(dossier: Dossier, argument: Identified<ArgumentEntry>): boolean {
  const period = framing(dossier, 'period') ?? ''
  return [`criterion/${argument.criterion}`, ...argument.indicators.map((id) => `indicator/${id}/${period}`)].some(
    (target) => proofsOf(dossier, target).length > 0,
  )
}

function criterionTitle(
  questionnaire: {
    readonly dimensions: readonly { readonly criteria: readonly { readonly id: string; readonly title: string }[] }[]
  },
  id: string,
): string {
  return (
    questionnaire.dimensions.flatMap(({ criteria }) => criteria).find((criterion) => criterion.id === id)?.title ?? id
  )
}
