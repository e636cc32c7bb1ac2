import type { AccompanimentState } from '#src/accompaniment/states.ts'
import { deleteAnswers, findCampaign } from '#server/database/queries/awareness/perception.ts'
import { deleteQuizAnswers, listExampleBoxes } from '#server/database/queries/awareness/quiz.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { closeCode } from '#server/rooms/join-codes.ts'
import type { Services } from '#server/services.ts'
import { closeWindow } from './perception/close-perception.ts'
import { closeOpenRounds } from './quiz/close-quiz-round.ts'

/**
 * To be called as an accompaniment enters a state. What people answered in the survey is destroyed at the delivery, in the
 * quiz at the closing; both where it is cancelled. What is still open is closed and counted first: the results stay.
 */
export async function destroyRawAnswers(
  services: Services,
  tx: Db,
  accompanimentId: string,
  entered: { readonly state: AccompanimentState; readonly today: string },
): Promise<void> {
  const { state, today } = entered
  const { boxOf } = services.awareness.secrets
  const isOver = state === 'closed' || state === 'cancelled'
  if (isOver || state === 'delivered') {
    const campaign = await findCampaign(tx, accompanimentId)
    if (campaign !== undefined) {
      await closeWindow(services, tx, campaign, today)
      await deleteAnswers(tx, boxOf('perception', campaign.id))
    }
  }
  if (isOver) {
    await closeOpenRounds(services, tx, accompanimentId, today)
    await deleteQuizAnswers(tx, boxOf('quiz', accompanimentId))
  }
}

/** The example leaves whole: its answers hang on nothing that would take them along. To be called before it goes. */
export async function forgetExampleAnswers(services: Services, tx: Db): Promise<void> {
  const { boxOf } = services.awareness.secrets
  for (const { accompanimentId, campaignId, roundIds } of await listExampleBoxes(tx)) {
    await deleteQuizAnswers(tx, boxOf('quiz', accompanimentId))
    if (campaignId !== null) await deleteAnswers(tx, boxOf('perception', campaignId))
    for (const roundId of roundIds) await closeCode(tx, 'quiz', roundId)
  }
}
