import { canTrigger, needsReason } from '#src/access/can.ts'
import { journeyOf } from '#src/accompaniment/journeys/journey-of.ts'
import { missingSteps } from '#src/accompaniment/missing-steps.ts'
import { transitionBody, type TransitionReply } from '#src/contract/accompaniments.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { loadDossier, questionnaireOf } from '#server/dossiers/load-dossier.ts'
import { move, moveIfReady } from '#server/dossiers/move.ts'
import { findForSystem } from '#server/database/queries/accompaniments.ts'
import { onAccompaniment } from './on-accompaniment.ts'

/** Moves an accompaniment: by whom it may be, from the state they looked at, once nothing is missing. */
export const triggerTransition = onAccompaniment({
  name: 'trigger-transition',
  action: 'read',
  effect: 'writes',
  body: transitionBody,
  act: async ({ services, tx, actor, access, body, now, today }): Promise<Result<TransitionReply, Problem>> => {
    const { event, from, reason } = body
    if (!canTrigger(access.role, event)) return refused({ code: 'not-allowed' })
    if (needsReason(event) && reason === undefined) return refused({ code: 'reason-missing' })
    if (access.state !== from) return refused({ code: 'stale-state', state: access.state })
    const { chart } = journeyOf(questionnaireOf(services.questionnaires, access).questionnaire)
    if (chart.nextState(access.state, event, access.resumeState ?? undefined) === undefined)
      return refused({ code: 'event-impossible' })

    const { input } = await loadDossier(services.questionnaires, tx, access, today)
    const missing = missingSteps(event, input)
    if (missing.length > 0) return refused({ code: 'steps-missing', missing })

    await move(services, tx, access, { event, reason: reason ?? null, actorId: actor.userId, now })
    await moveIfReady(services, tx, access.id, now)
    const moved = await findForSystem(tx, access.id)
    return ok({ state: moved?.state ?? access.state, at: now.toISOString() })
  },
})
