import type { QuizSheet } from '#src/contract/awareness.ts'
import { readSession, writeSession } from '#client/phone/offline/session.ts'

/** One person's passage, kept in the tab alone until its one send. */
export type QuizProgress = {
  readonly code: string
  readonly sheet: QuizSheet
  /** Sent with the answers: the same passage sent twice counts once. */
  readonly submissionId: string
  /** Orders the options, the same before and after a reload. */
  readonly seed: string
  readonly word?: string
  /** Option by case id; a case where one does not know has none. */
  readonly answers: Readonly<Record<string, string>>
  readonly step: QuizStep
}
export type QuizStep =
  | { readonly at: 'word' }
  | { readonly at: 'case'; readonly index: number; readonly isNoted: boolean }
  | { readonly at: 'end' }

const key = 'jalon:quiz'

export function keepProgress(progress: QuizProgress): void {
  writeSession(key, progress)
}

/** The passage that a reload interrupted; anything else found there is ignored. */
export function keptProgress(): QuizProgress | undefined {
  const kept = readSession(key)
  if (typeof kept !== 'object' || kept === null) return undefined
  // Only this module writes under that key.
  return 'submissionId' in kept && 'sheet' in kept && 'step' in kept ? (kept as QuizProgress) : undefined
}
