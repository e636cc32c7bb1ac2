import { openQuizBody, type QuizView } from '#src/contract/awareness.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { sectionsOf } from '#server/awareness/sections-of.ts'
import { lockQuizRounds, openQuizRound } from '#server/database/queries/awareness/quiz.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import { openCode } from '#server/rooms/join-codes.ts'
import { onAccompaniment } from '#server/use-cases/on-accompaniment.ts'
import { quizView } from './read-quiz.ts'

/**
 * One round at a time, from the request to the last follow-up. A round that closed on too few answers to show any may be
 * opened again and keeps them; one whose results were seen may not, for one more answer would show by what it changed.
 */
export const openQuiz = onAccompaniment({
  name: 'open-quiz',
  action: 'lead-awareness',
  effect: 'writes',
  body: openQuizBody,
  act: async ({ services, tx, actor, access, body, now, today }): Promise<Result<QuizView, Problem>> => {
    if (sectionsOf(services, access).quiz.length === 0) return refused({ code: 'not-found' })
    const { networkId, id: accompanimentId, state } = access
    if (state === 'closed' || state === 'cancelled' || state === 'on-hold') return refused({ code: 'event-impossible' })
    const rounds = await lockQuizRounds(tx, accompanimentId)
    const former = rounds.find(({ round }) => round === body.round)
    if (rounds.some(({ closedOn }) => closedOn === null) || former?.results?.rounds[body.round].shown === true)
      return refused({ code: 'event-impossible' })

    const { round } = body
    const subjectId = await openQuizRound(tx, { networkId, accompanimentId, round, on: today })
    await openCode(tx, { networkId, kind: 'quiz', subjectId })
    const line = { networkId, at: now, actorId: actor.userId, accompanimentId }
    await appendAudit(tx, { ...line, action: 'awareness-opened', subject: `quiz-${round}` })
    return ok(await quizView(services, tx, access))
  },
})
