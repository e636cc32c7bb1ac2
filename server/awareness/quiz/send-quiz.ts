import { quizAnswersBody } from '#src/contract/awareness.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { packChoices, unknownChoice } from '#server/awareness/secrecy/choices.ts'
import { askedInQuiz, sectionsOf } from '#server/awareness/sections-of.ts'
import { shuffled } from '#server/awareness/secrecy/shuffled.ts'
import { findForSystem } from '#server/database/queries/accompaniments.ts'
import {
  findQuizRound,
  listQuizAnswers,
  lockQuizRounds,
  rewriteQuizAnswers,
} from '#server/database/queries/awareness/quiz.ts'
import { transact, type Db } from '#server/database/unit-of-work.ts'
import { findCode } from '#server/rooms/join-codes.ts'
import type { Services } from '#server/services.ts'
import { invalid, parseBody } from '#server/use-cases/parse-body.ts'
import type { z } from 'zod'

/**
 * The answers of someone without an account, in one send; the same `submissionId` again adds nothing. As for the survey
 * (`send-perception.ts`), the whole box is written anew in a random order, so that no row tells when it came.
 */
export async function sendQuiz(services: Services, sent: unknown): Promise<Result<undefined, Problem>> {
  const body = parseBody(quizAnswersBody, sent)
  if (!body.ok) return body

  const found = await findCode(services.db, body.value.code)
  if (found?.kind !== 'quiz') return refused({ code: 'code-unknown' })
  return services.awareness.turns(found.subjectId, () =>
    transact<undefined, Problem>(services.db, found.networkId, (tx) => keep(services, tx, found, body.value)),
  )
}

async function keep(
  services: Services,
  tx: Db,
  { networkId, subjectId }: { readonly networkId: string; readonly subjectId: string },
  { submissionId, word, answers }: z.infer<typeof quizAnswersBody>,
): Promise<Result<undefined, Problem>> {
  const accompanimentId = (await findQuizRound(tx, subjectId))?.accompanimentId
  if (accompanimentId === undefined) return refused({ code: 'code-unknown' })
  const round = (await lockQuizRounds(tx, accompanimentId)).find(({ id }) => id === subjectId)
  const access = await findForSystem(tx, accompanimentId)
  if (round === undefined || round.closedOn !== null || access === undefined) return refused({ code: 'code-unknown' })

  const asked = askedInQuiz(sectionsOf(services, access))
  const unknown = unknownChoice(asked, answers)
  if (unknown !== undefined) return invalid('unknown-value', 'answers', unknown)

  const { boxOf, pairHash, seal, submissionHash, unseal } = services.awareness.secrets
  const box = boxOf('quiz', accompanimentId)
  const kept = (await listQuizAnswers(tx, box)).map((row) => ({ ...row, sealed: seal(unseal(row.sealed)) }))
  const mine = {
    round: round.round,
    submissionHash: submissionHash(box, submissionId),
    pairHash: word === undefined ? null : pairHash(accompanimentId, word),
    sealed: seal(packChoices(asked, answers)),
  }
  const isKnown = kept.some((row) => row.round === mine.round && row.submissionHash === mine.submissionHash)
  await rewriteQuizAnswers(tx, networkId, box, shuffled(isKnown ? kept : [...kept, mine]))
  return ok(undefined)
}
