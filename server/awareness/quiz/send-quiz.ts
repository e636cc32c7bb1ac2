import { quizAnswersBody } from '#src/contract/awareness.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused } from '#src/shared/result.ts'
import type { QuizSend, Sent } from '#server/awareness/awareness.ts'
import { packChoices, unknownChoice } from '#server/awareness/secrecy/choices.ts'
import { shuffled } from '#server/awareness/secrecy/shuffled.ts'
import { askedInQuiz, sectionsOf } from '#server/awareness/sections-of.ts'
import { findForSystem } from '#server/database/queries/accompaniments.ts'
import {
  findQuizRound,
  listQuizAnswers,
  lockQuizRounds,
  rewriteQuizAnswers,
} from '#server/database/queries/awareness/quiz.ts'
import { within, type Db } from '#server/database/unit-of-work.ts'
import { findCode } from '#server/rooms/join-codes.ts'
import type { Services } from '#server/services.ts'
import { invalid, parseBody } from '#server/use-cases/parse-body.ts'

/**
 * The answers of someone without an account, in one send; the same `submissionId` again adds nothing. As for the survey
 * (`send-perception.ts`), the whole box is written anew in a random order, so that no row tells when it came.
 */
export async function sendQuiz(services: Services, sent: unknown): Promise<Sent> {
  const body = parseBody(quizAnswersBody, sent)
  if (!body.ok) return body

  const { code, ...mine } = body.value
  const found = await findCode(services.db, code)
  if (found?.kind !== 'quiz') return refused({ code: 'code-unknown' })
  return services.awareness.quizSends(found.subjectId, mine, (sends) =>
    within(services.db, found.networkId, (tx) => keep(services, tx, found, sends)),
  )
}

async function keep(
  services: Services,
  tx: Db,
  { networkId, subjectId }: { readonly networkId: string; readonly subjectId: string },
  sends: readonly QuizSend[],
): Promise<readonly Sent[]> {
  const accompanimentId = (await findQuizRound(tx, subjectId))?.accompanimentId ?? ''
  const rounds = accompanimentId === '' ? [] : await lockQuizRounds(tx, accompanimentId)
  const open = rounds.find(({ id, closedOn }) => id === subjectId && closedOn === null)
  const access = open === undefined ? undefined : await findForSystem(tx, accompanimentId)
  if (open === undefined || access === undefined) return sends.map(() => refused<Problem>({ code: 'code-unknown' }))

  const asked = askedInQuiz(sectionsOf(services, access))
  const { boxOf, pairHash, seal, submissionHash, unseal } = services.awareness.secrets
  const box = boxOf('quiz', accompanimentId)
  const { round } = open
  const rows = (await listQuizAnswers(tx, box)).map((row) => ({ ...row, sealed: seal(unseal(row.sealed)) }))
  const known = new Set(rows.filter((row) => row.round === round).map((row) => row.submissionHash))
  const replies = sends.map(({ submissionId, word, answers }): Sent => {
    const unknown = unknownChoice(asked, answers)
    if (unknown !== undefined) return invalid('unknown-value', 'answers', unknown)
    const mine = submissionHash(box, submissionId)
    if (!known.has(mine))
      rows.push({
        round,
        submissionHash: mine,
        pairHash: word === undefined ? null : pairHash(accompanimentId, word),
        sealed: seal(packChoices(asked, answers)),
      })
    known.add(mine)
    return ok(undefined)
  })

  await rewriteQuizAnswers(tx, networkId, box, shuffled(rows))
  return replies
}
