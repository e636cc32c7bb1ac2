import { z } from 'zod'
import { can } from '#src/access/can.ts'
import type { QuizView } from '#src/contract/awareness.ts'
import { ok, refused } from '#src/shared/result.ts'
import { sectionsOf } from '#server/awareness/sections-of.ts'
import type { Access } from '#server/database/queries/accompaniments.ts'
import { countQuizAnswers, listQuizRounds } from '#server/database/queries/awareness/quiz.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { codeOf } from '#server/rooms/join-codes.ts'
import type { Services } from '#server/services.ts'
import { onAccompaniment } from '#server/use-cases/on-accompaniment.ts'
import { quizRounds, shownQuizResults, statusOf } from './quiz-results-shown.ts'

export const readQuiz = onAccompaniment<object, QuizView>({
  name: 'read-quiz',
  action: 'read',
  effect: 'reads',
  body: z.object({}),
  act: async ({ services, tx, access }) =>
    sectionsOf(services, access).quiz.length === 0
      ? refused({ code: 'not-found' })
      : ok(await quizView(services, tx, access)),
})

/** The code is for who leads the meeting. */
export async function quizView(services: Services, tx: Db, access: Access): Promise<QuizView> {
  const rows = await listQuizRounds(tx, access.id)
  const counts = await countQuizAnswers(tx, services.awareness.secrets.boxOf('quiz', access.id))
  const open = rows.find(({ closedOn }) => closedOn === null)
  const code = open !== undefined && can(access.role, 'lead-awareness') ? await codeOf(tx, 'quiz', open.id) : undefined

  return {
    rounds: quizRounds.map((round) => {
      const row = rows.find((each) => each.round === round)
      const status = statusOf(row)
      return {
        round,
        status,
        ...(code === undefined || status !== 'open' ? {} : { code }),
        answers: row?.answered ?? counts[round],
      }
    }),
    results: shownQuizResults(rows, counts),
  }
}
