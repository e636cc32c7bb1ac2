import type { Problem } from '#src/contract/problems.ts'
import type { Result } from '#src/shared/result.ts'
import { createBatches, type Batches } from './secrecy/batches.ts'
import type { Choices } from './secrecy/choices.ts'
import { createAwarenessSecrets, type AwarenessSecrets } from './secrecy/secrets.ts'

export type Sent = Result<undefined, Problem>
export type PerceptionSend = { readonly ticketHash: string; readonly answers: Choices }
export type QuizSend = { readonly submissionId: string; readonly word?: string | undefined; readonly answers: Choices }

/** What the quiz and the survey need of this process. */
export type Awareness = {
  readonly secrets: AwarenessSecrets
  /** By campaign, and by round. */
  readonly perceptionSends: Batches<PerceptionSend, Sent>
  readonly quizSends: Batches<QuizSend, Sent>
}

export function openAwareness(secret: string): Awareness {
  return { secrets: createAwarenessSecrets(secret), perceptionSends: createBatches(), quizSends: createBatches() }
}
