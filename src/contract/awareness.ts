import { z } from 'zod'
import type { PerceptionResults, QuizResults } from '#src/anonymity/results.ts'
import type { PerceptionItem, PerceptionTexts } from '#src/questionnaire/sections/awareness.ts'
import { operationId } from './scalars.ts'

/**
 * Awareness without an account. The advisor's side is under /api/accompaniments/:id/quiz and …/perception; the phones'
 * side is under /api/quiz and /api/perception. Nothing typed there is logged, and no reply tells one person from another.
 */

/** What a phone shows after a quiz code: the cases, without the right answers. */
export type QuizSheet = {
  readonly round: QuizRound
  readonly cases: readonly {
    readonly id: string
    readonly title: string
    readonly situation: string
    readonly question?: string
    readonly options: readonly { readonly id: string; readonly text: string }[]
  }[]
}
export type QuizRound = 'before' | 'after'

/** POST /api/quiz/answers, one send at the end: 204. The same `submissionId` twice counts once. */
export const quizAnswersBody = z.strictObject({
  code: z.string().min(4).max(20),
  submissionId: z.uuid(),
  /** A word the person keeps, to pair before and after; hashed with the accompaniment's secret, never stored. */
  word: z.string().trim().min(1).max(40).optional(),
  /** Option chosen, by case id; a case may be left out. */
  answers: z.record(z.string(), z.string()),
})

/** POST …/quiz/rounds { round } opens a round and gives its code; POST …/quiz/rounds/:round/close ends it. */
export const openQuizBody = z.strictObject({ operationId, round: z.enum(['before', 'after']) })
export const operationBody = z.strictObject({ operationId })

/** GET …/quiz. */
export type QuizView = {
  readonly rounds: readonly {
    readonly round: QuizRound
    readonly status: 'closed' | 'open' | 'none'
    readonly code?: string
    readonly answers: number
  }[]
  readonly results: QuizResults
}

/** What a phone shows after a perception ticket. */
export type PerceptionSheet = {
  readonly structure: string
  readonly network: string
  /** Last day of the window, `YYYY-MM-DD`. */
  readonly until: string
  readonly title: string
  readonly information: readonly string[]
  readonly items: readonly Omit<PerceptionItem, 'criteria' | 'source'>[]
  readonly translations: Readonly<Record<string, PerceptionTexts>>
}

/** POST /api/perception/answers, one send at the end: 204, also when the ticket was already used. */
export const perceptionAnswersBody = z.strictObject({
  ticket: z.string().min(4).max(20),
  /** Choice by item id; an item left out counts as declined. */
  answers: z.record(z.string(), z.string()),
})

/**
 * POST …/perception opens the window: how many people are invited (one printed ticket each), until which day. The
 * tickets are in this reply and in GET …/perception/tickets while the window is open; used ones are not told apart.
 */
export const openPerceptionBody = z.strictObject({
  operationId,
  invited: z.int().min(1).max(2000),
  until: z.iso.date(),
  /** The information was displayed where people work: purpose, optional, anonymity. */
  informationDisplayed: z.literal(true),
})

/** One code per person invited, to print; in an order that says nothing, another one each time. */
export type PerceptionTickets = { readonly tickets: readonly string[] }

/** GET …/perception. `results` only once the window has closed. */
export type PerceptionView = {
  readonly status: 'none' | 'open' | 'closed'
  readonly invited: number
  readonly answered: number
  readonly openedOn?: string
  readonly until?: string
  readonly closedOn?: string
  readonly results?: PerceptionResults
}
