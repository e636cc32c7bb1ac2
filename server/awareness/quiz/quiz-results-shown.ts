import type { QuizResults, QuizRoundResults } from '#src/anonymity/results.ts'
import type { QuizRound } from '#src/contract/awareness.ts'
import type { QuizRoundRow } from '#server/database/queries/awareness/quiz.ts'

export const quizRounds = ['before', 'after'] as const satisfies readonly QuizRound[]

export type QuizCounts = Readonly<Record<QuizRound, number>>

/**
 * What may be shown of the rounds as they stand: those that closed show what was counted then, and nothing of a round is
 * known before its close.
 */
export function shownQuizResults(rows: readonly QuizRoundRow[], counts: QuizCounts): QuizResults {
  const paired = rows.map(({ results }) => results?.paired).find((each) => each !== undefined)
  return {
    rounds: { before: roundResults('before', rows, counts), after: roundResults('after', rows, counts) },
    ...(paired === undefined ? {} : { paired }),
  }
}

function roundResults(round: QuizRound, rows: readonly QuizRoundRow[], counts: QuizCounts): QuizRoundResults {
  const row = rows.find((each) => each.round === round)
  if (row === undefined) return { shown: false, answers: 0, reason: 'not-open' }
  return row.results?.rounds[round] ?? { shown: false, answers: counts[round], reason: 'still-open' }
}

export function statusOf(row: QuizRoundRow | undefined): 'none' | 'open' | 'closed' {
  if (row === undefined) return 'none'
  return row.closedOn === null ? 'open' : 'closed'
}
