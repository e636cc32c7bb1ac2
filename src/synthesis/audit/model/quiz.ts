import type { QuizResults, QuizRoundResults } from '#src/anonymity/results.ts'
import type { QuizCase } from '#src/questionnaire/sections/awareness.ts'

/** The team's quiz as it is printed: `none` where the method has one and nobody opened it, or the results are unknown. */
export type QuizPart =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'shown'
      readonly cases: number
      readonly before?: QuizRound
      readonly after?: QuizRound
      /** In the order of the last round, best known first. */
      readonly rows: readonly QuizRow[]
      /** How many gave the same word both times. */
      readonly paired?: number
    }

/** `mean`: right answers by person. */
export type QuizRound = { readonly answers: number; readonly mean: number }
export type QuizRow = { readonly id: string; readonly title: string; readonly before?: number; readonly after?: number }

/** Shares of right answers by case (0 to 1), before and after; a round that may not be shown is left out. */
export function quizPart(cases: readonly QuizCase[], results: QuizResults | undefined): QuizPart {
  const before = results === undefined ? undefined : shares(results.rounds.before)
  const after = results === undefined ? undefined : shares(results.rounds.after)
  if (before === undefined && after === undefined) return { kind: 'none' }

  const rows = cases
    .map(({ id, title }): QuizRow => {
      const [earlier, later] = [before?.rights.get(id), after?.rights.get(id)]
      return {
        id,
        title,
        ...(earlier === undefined ? {} : { before: earlier }),
        ...(later === undefined ? {} : { after: later }),
      }
    })
    .filter((row) => row.before !== undefined || row.after !== undefined)
    .toSorted((a, b) => (b.after ?? -1) - (a.after ?? -1) || (b.before ?? -1) - (a.before ?? -1))
  const paired = results?.paired?.people
  return {
    kind: 'shown',
    cases: cases.length,
    ...(before === undefined ? {} : { before: before.round }),
    ...(after === undefined ? {} : { after: after.round }),
    rows,
    ...(paired === undefined ? {} : { paired }),
  }
}

function shares(round: QuizRoundResults) {
  if (!round.shown || round.answers === 0) return undefined
  const right = round.cases.reduce((sum, one) => sum + one.right, 0)
  return {
    round: { answers: round.answers, mean: right / round.answers },
    rights: new Map(round.cases.map((one) => [one.id, one.right / round.answers] as const)),
  }
}
