import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { Score } from '#src/scoring/score.ts'
import type { Dossier } from '#src/accompaniment/dossier.ts'
import type { MissingStep, MissingStepCode, StepTarget } from '#src/accompaniment/missing-step.ts'
import type { Role } from '#src/accompaniment/states.ts'

export type GuardInput = {
  readonly questionnaire: Questionnaire
  readonly dossier: Dossier
  readonly score: Score
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/** One condition of a transition: its code, and what of it is missing (nothing where it holds). */
export type Guard = { readonly code: MissingStepCode; readonly missing: (input: GuardInput) => readonly MissingStep[] }

type Found = {
  readonly details?: MissingStep['details']
  readonly target: StepTarget
  readonly who: readonly Role[]
}

export function guard(code: MissingStepCode, find: (input: GuardInput) => readonly Found[]): Guard {
  return { code, missing: (input) => find(input).map((found) => ({ details: {}, ...found, code })) }
}

/** A condition that holds or not as a whole. */
export function condition(code: MissingStepCode, holds: (input: GuardInput) => boolean, missing: Found): Guard {
  return guard(code, (input) => (holds(input) ? [] : [missing]))
}
