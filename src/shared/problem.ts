/**
 * Why a file (answer sheet, questionnaire) is refused, as data: a code of the closed catalogue, where, and the figures
 * for a good sentence. Sentences live at the edge (`server/cli/texts-fr.ts`); a code without one does not compile.
 */
export type FileProblem = {
  readonly code: FileProblemCode
  /** JSON Pointer (RFC 6901) to the fault; `''` is the whole document. */
  readonly path: string
  readonly details?: ProblemDetails
}

/** Figures and names a sentence may quote: never a sentence. */
export type ProblemDetails = Readonly<Record<string, string | number>>

/** Refusals of the public formats: other people's tools rely on these codes. */
export const formatProblemCodes = [
  'file-unreadable',
  'not-json',
  'too-large',
  'wrong-format',
  'unknown-key',
  'missing-key',
  'wrong-type',
  'unknown-questionnaire',
  'unknown-criterion',
  'criterion-excluded',
  'unknown-indicator',
  'level-out-of-range',
  'several-answers',
  'reason-missing',
  'number-out-of-range',
  'text-too-long',
  'invalid-text',
  'invalid-siret',
  'invalid-department',
  'invalid-date',
  'unknown-kind',
  'duplicate',
  'too-many',
] as const

/** Faults of a questionnaire's content, found by its check. */
export const questionnaireProblemCodes = [
  'not-yaml',
  'nothing-found',
  'file-missing',
  'file-unlisted',
  'file-name-mismatch',
  'too-deep',
  'invalid-id',
  'duplicate-id',
  'invalid-version',
  'unknown-value',
  'unknown-dimension',
  'empty-text',
  'empty-list',
  'levels-not-four',
  'identical-levels',
  'weight-out-of-range',
  'excluded-for-every-kind',
  'indicator-unused',
  'unit-inconsistent',
  'impossible-bounds',
  'action-without-level',
  'legal-action-missing',
  'id-reused',
  'raw-html',
  'unsafe-url',
  'published-version-changed',
  'published-version-missing',
  'too-few',
  'unknown-answer',
  'unknown-reference',
  'translation-missing',
  'translation-unknown',
  'review-before-reading',
  'validity-passed',
] as const

/** Refusals of the command line itself. */
const commandProblemCodes = [
  'unknown-command',
  'missing-argument',
  'unknown-option',
  'unknown-audience',
  'audience-of-another-journey',
  'not-writable',
  'no-space-left',
  'file-already-there',
  'nothing-to-back-up',
  'not-a-backup',
  'backup-newer',
  'backup-damaged',
  'database-not-empty',
  'database-already-newer',
  'database-stopped',
  'interrupted',
] as const

export type FileProblemCode =
  | (typeof formatProblemCodes)[number]
  | (typeof questionnaireProblemCodes)[number]
  | (typeof commandProblemCodes)[number]

/** A JSON Pointer made of the steps from the root; `~` and `/` inside a key are escaped. */
export function pointer(...steps: readonly PropertyKey[]): string {
  let path = ''
  for (const step of steps) path += `/${escaped(String(step))}`

  return path
}

/** Nearly no key holds either character: looking first is what keeps a validator's happy path fast. */
function escaped(step: string): string {
  return step.includes('~') || step.includes('/') ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step
}
