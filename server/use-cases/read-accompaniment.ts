import { z } from 'zod'
import { standingActions } from '#src/accompaniment/dossier.ts'
import { journeyOf } from '#src/accompaniment/journeys/journey-of.ts'
import { nextSteps, settledSteps } from '#src/accompaniment/missing-steps.ts'
import { can, canReadEntry, entryFamily } from '#src/access/can.ts'
import type { Role } from '#src/accompaniment/states.ts'
import type { AccompanimentView, ProgressView } from '#src/contract/accompaniments.ts'
import type { EntryHistory } from '#src/contract/entries.ts'
import type { Problem } from '#src/contract/problems.ts'
import { milestones } from '#src/plan/milestones.ts'
import { progressPlan } from '#src/plan/progress-plan.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { loadDossier } from '#server/dossiers/load-dossier.ts'
import { localDay } from '#server/dossiers/today.ts'
import { findNetworkName } from '#server/database/queries/accounts.ts'
import { listRecentChanges, listTransitions } from '#server/database/queries/accompaniments.ts'
import { listEntryHistory } from '#server/database/queries/entries.ts'
import { markSeen } from '#server/database/queries/people.ts'
import { onAccompaniment } from './on-accompaniment.ts'

const nothing = z.object({})

/** An entry of a family this role never sees is not there for it; changes of other things have no family. */
function isReadable(role: Role, key: string): boolean {
  const family = entryFamily(key)
  return family === undefined || canReadEntry(role, family)
}

export const readAccompaniment = onAccompaniment({
  name: 'read-accompaniment',
  action: 'read',
  effect: 'reads',
  body: nothing,
  act: async ({ services, tx, actor, access, now, today }): Promise<Result<AccompanimentView, Problem>> => {
    await markSeen(tx, access.id, actor.userId, now)
    const { structure, entries, proofs, people, syntheses, input } = await loadDossier(
      services.questionnaires,
      tx,
      access,
      today,
    )
    return ok({
      id: access.id,
      method: access.method,
      methodTitle: input.questionnaire.title,
      journey: journeyOf(input.questionnaire).id,
      questionnaire: {
        id: access.questionnaireId,
        version: access.questionnaireVersion,
        sha256: access.questionnaireSha256,
      },
      state: access.state,
      ...(access.resumeState === null ? {} : { resumeState: access.resumeState }),
      structure,
      isExample: access.isExample,
      networkName: await findNetworkName(tx, access.networkId),
      role: access.role,
      entries: Object.fromEntries(
        entries.filter(({ key }) => isReadable(access.role, key)).map((entry) => [entry.key, entry]),
      ),
      proofs,
      people,
      transitions: await listTransitions(tx, access.id),
      syntheses,
      recent: can(access.role, 'read-history')
        ? (await listRecentChanges(tx, access.id, 20)).filter(({ key }) => isReadable(access.role, key))
        : [],
      frozen: access.frozen && access.correctionReason === null,
    })
  },
})

/** The score object, the plan in order, and what is still to do, for the one who asks. */
export const readProgress = onAccompaniment({
  name: 'read-progress',
  action: 'read',
  effect: 'reads',
  body: nothing,
  act: async ({ services, tx, access, today }): Promise<Result<ProgressView, Problem>> => {
    const { input } = await loadDossier(services.questionnaires, tx, access, today)
    const transitions = await listTransitions(tx, access.id)
    const delivered = transitions.find(({ to }) => to === 'delivered')
    const plan = progressPlan(input.questionnaire, input.score, standingActions(input.dossier))
    const next = nextSteps(input, access.role)
    const [main] = next
    return ok({
      score: input.score,
      plan,
      milestones: milestones(delivered === undefined ? today : localDay(new Date(delivered.at)), plan),
      next,
      settled: main === undefined ? [] : settledSteps(main.event, input),
    })
  },
})

export const readEntryHistory = onAccompaniment<object, EntryHistory, { readonly key: string }>({
  name: 'read-entry-history',
  action: 'read-history',
  effect: 'reads',
  body: nothing,
  act: async ({ tx, access, params }) =>
    params.key.length > 200 || !isReadable(access.role, params.key)
      ? refused({ code: 'not-found' })
      : ok(await listEntryHistory(tx, access.id, params.key)),
})
