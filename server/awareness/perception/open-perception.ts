import { journeyOf } from '#src/accompaniment/journeys/journey-of.ts'
import type { AccompanimentState } from '#src/accompaniment/states.ts'
import { thresholds } from '#src/accompaniment/thresholds.ts'
import { openPerceptionBody, type PerceptionTickets } from '#src/contract/awareness.ts'
import type { Problem } from '#src/contract/problems.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { sectionsOf } from '#server/awareness/sections-of.ts'
import { renewAccessStamp } from '#server/database/queries/accompaniments.ts'
import {
  deleteAnswers,
  deleteCampaign,
  findCampaign,
  insertCampaign,
  rewriteTickets,
} from '#server/database/queries/awareness/perception.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import { questionnaireOf } from '#server/dossiers/load-dossier.ts'
import { moveIfReady } from '#server/dossiers/move.ts'
import type { Services } from '#server/services.ts'
import type { Actor } from '#server/use-cases/actor.ts'
import { onAccompaniment, type AccompanimentRequest } from '#server/use-cases/on-accompaniment.ts'
import { invalid } from '#server/use-cases/parse-body.ts'
import { readTickets } from './read-tickets.ts'
import { newTickets } from './tickets.ts'

/** Opens the window; the tickets come with the reply, and are not in what is kept of it for a repeat. */
export async function openPerception(
  services: Services,
  actor: Actor,
  request: AccompanimentRequest<object>,
): Promise<Result<PerceptionTickets, Problem>> {
  const opened = await openWindow(services, actor, request)
  return opened.ok ? readTickets(services, actor, { ...request, body: {} }) : opened
}

/**
 * A window that closed on too few answers to show any may be opened again: what was answered then is destroyed, and the
 * tickets are new. One whose results were seen may not: two results of almost the same people would tell some of them apart.
 */
const openWindow = onAccompaniment({
  name: 'open-perception',
  action: 'lead-awareness',
  effect: 'writes',
  body: openPerceptionBody,
  act: async ({ services, tx, actor, access, body, now, today }): Promise<Result<null, Problem>> => {
    const { networkId, id: accompanimentId } = access
    const { questionnaire } = questionnaireOf(services.questionnaires, access)
    if (sectionsOf(services, access).perception === undefined) return refused({ code: 'not-found' })
    if (body.invited < thresholds.fewestInvited) return invalid('number-out-of-range', 'invited')
    if (body.until < today) return invalid('invalid-date', 'until')
    if (!mayAsk(questionnaire, access.state)) return refused({ code: 'event-impossible' })

    const { secrets } = services.awareness
    const former = await findCampaign(tx, accompanimentId)
    if (former !== undefined) {
      if (former.results === null || former.results.shown) return refused({ code: 'event-impossible' })
      await deleteAnswers(tx, secrets.boxOf('perception', former.id))
      await deleteCampaign(tx, former.id)
    }

    const { invited, until } = body
    const campaignId = await insertCampaign(tx, { networkId, accompanimentId, invited, openedOn: today, until })
    await rewriteTickets(tx, networkId, campaignId, newTickets(secrets, invited))
    const line = { networkId, at: now, actorId: actor.userId, accompanimentId }
    await appendAudit(tx, { ...line, action: 'awareness-opened', subject: 'perception' })
    await renewAccessStamp(tx, accompanimentId)
    await moveIfReady(services, tx, accompanimentId, now)
    return ok(null)
  },
})

/** A journey with a step for it asks people then; another one, at any time before delivery. */
function mayAsk(questionnaire: Questionnaire, state: AccompanimentState): boolean {
  const { states } = journeyOf(questionnaire).chart
  if (states.includes('perception')) return state === 'awareness' || state === 'perception'
  const before = states.slice(0, states.indexOf('delivered'))
  return before.some((each) => each === state)
}
