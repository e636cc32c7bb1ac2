import { z } from 'zod'
import { quizResults } from '#src/anonymity/quiz-results.ts'
import { operationBody, type QuizRound, type QuizView } from '#src/contract/awareness.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { unpackChoices } from '#server/awareness/secrecy/choices.ts'
import { askedInQuiz, sectionsOf } from '#server/awareness/sections-of.ts'
import { findForSystem, type Access } from '#server/database/queries/accompaniments.ts'
import {
  closeQuizRound,
  listQuizAnswers,
  lockQuizRounds,
  type QuizRoundRow,
} from '#server/database/queries/awareness/quiz.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { closeCode } from '#server/rooms/join-codes.ts'
import type { Services } from '#server/services.ts'
import { onAccompaniment } from '#server/use-cases/on-accompaniment.ts'
import { statusOf } from './quiz-results-shown.ts'
import { quizView } from './read-quiz.ts'

export const closeQuiz = onAccompaniment<z.infer<typeof operationBody>, QuizView, { readonly round: string }>({
  name: 'close-quiz',
  action: 'lead-awareness',
  effect: 'writes',
  body: operationBody,
  act: async ({ services, tx, actor, access, params, now, today }): Promise<Result<QuizView, Problem>> => {
    const rounds = await lockQuizRounds(tx, access.id)
    const row = rounds.find(({ round }) => round === params.round)
    if (row === undefined) return refused({ code: 'not-found' })
    if (row.closedOn !== null) return refused({ code: 'event-impossible' })

    await closeRound(services, tx, access, { row, rounds, today })
    const line = { networkId: access.networkId, at: now, actorId: actor.userId, accompanimentId: access.id }
    await appendAudit(tx, { ...line, action: 'awareness-closed', subject: `quiz-${row.round}` })
    return ok(await quizView(services, tx, access))
  },
})

/** For an accompaniment that ends: what was answered so far is counted. */
export async function closeOpenRounds(services: Services, tx: Db, accompanimentId: string, today: string) {
  const rounds = await lockQuizRounds(tx, accompanimentId)
  const access = rounds.length === 0 ? undefined : await findForSystem(tx, accompanimentId)
  if (access === undefined) return
  for (const row of rounds.filter(({ closedOn }) => closedOn === null))
    await closeRound(services, tx, access, { row, rounds, today })
}

async function closeRound(
  services: Services,
  tx: Db,
  access: Access,
  closing: { readonly row: QuizRoundRow; readonly rounds: readonly QuizRoundRow[]; readonly today: string },
): Promise<void> {
  const { row, rounds, today } = closing
  const sections = sectionsOf(services, access)
  const { boxOf, unseal } = services.awareness.secrets
  const asked = askedInQuiz(sections)
  const sends = (await listQuizAnswers(tx, boxOf('quiz', access.id))).map(({ round, pairHash, sealed }) => ({
    round,
    answers: unpackChoices(asked, unseal(sealed)),
    ...(pairHash === null ? {} : { pair: pairHash }),
  }))
  const roundOf = (round: QuizRound) => {
    const status = round === row.round ? 'closed' : statusOf(rounds.find((each) => each.round === round))
    return { status, sends: sends.filter((each) => each.round === round) }
  }

  await closeQuizRound(tx, {
    accompanimentId: access.id,
    round: row.round,
    on: today,
    answered: roundOf(row.round).sends.length,
    results: quizResults(sections.quiz, { before: roundOf('before'), after: roundOf('after') }),
  })
  await closeCode(tx, 'quiz', row.id)
}
