import { journeyOf } from '#src/accompaniment/journeys/journey-of.ts'
import { missingSteps } from '#src/accompaniment/missing-steps.ts'
import type { JourneyEvent } from '#src/accompaniment/states.ts'
import { destroyRawAnswers } from '#server/awareness/raw-answers.ts'
import { findForSystem, moveState, type Access } from '#server/database/queries/accompaniments.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import type { Services } from '#server/services.ts'
import { announceMove } from './announce.ts'
import { loadDossier, questionnaireOf } from './load-dossier.ts'
import { queueSynthesis } from './queue-synthesis.ts'
import { localDay } from './today.ts'

export type Move = {
  readonly event: JourneyEvent
  readonly reason: string | null
  /** Null for the system. */
  readonly actorId: string | null
  readonly now: Date
}

/**
 * Moves an accompaniment whose lock is held and whose guards were checked, logs it, and does what the new state asks:
 * mails, the print of the delivered synthesis. Nothing where the chart has no such move.
 */
export async function move(services: Services, tx: Db, access: Access, { event, reason, actorId, now }: Move) {
  const journey = journeyOf(questionnaireOf(services.questionnaires, access).questionnaire)
  const to = journey.chart.nextState(access.state, event, access.resumeState ?? undefined)
  if (to === undefined) return undefined

  await moveState(tx, {
    id: access.id,
    networkId: access.networkId,
    event,
    from: access.state,
    to,
    resumeState: to === 'on-hold' || to === 'cancelled' ? (access.resumeState ?? access.state) : null,
    frozen: to === 'delivered' || to === 'follow-up' || to === 'closed',
    machineVersion: journey.version,
    reason,
    at: now,
    actorId,
  })
  await appendAudit(tx, {
    networkId: access.networkId,
    at: now,
    actorId,
    action: 'transition',
    accompanimentId: access.id,
    subject: event,
  })

  const moved = await findForSystem(tx, access.id)
  if (moved === undefined) throw new Error(`accompaniment ${access.id} vanished while it moved`)
  // Counted before the documents are made, so that they show it.
  await destroyRawAnswers(services, tx, access.id, { state: to, today: localDay(now) })
  if (to === 'delivered')
    for (const audience of journey.audiences)
      await queueSynthesis(services, tx, moved, { audience, reason: null, by: actorId, now })
  await announceMove(tx, moved, { baseUrl: services.baseUrl, event, reason, actorId, now })
  return to
}

/** To be called, lock held, after anything that may complete the guards of such a move. */
export async function moveIfReady(services: Services, tx: Db, accompanimentId: string, now: Date): Promise<void> {
  const access = await findForSystem(tx, accompanimentId)
  if (access === undefined) return
  const { chart, bySystem } = journeyOf(questionnaireOf(services.questionnaires, access).questionnaire)
  const event = bySystem.find((each) => chart.nextState(access.state, each) !== undefined)
  if (event === undefined) return

  const { input } = await loadDossier(services.questionnaires, tx, access, localDay(now))
  if (missingSteps(event, input).length > 0) return
  await move(services, tx, access, { event, reason: null, actorId: null, now })
}
