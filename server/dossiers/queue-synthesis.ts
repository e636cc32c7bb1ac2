import type { Audience } from '#src/accompaniment/entry.ts'
import { loadAwareness } from '#server/awareness/read-awareness.ts'
import { findNetworkName } from '#server/database/queries/accounts.ts'
import { listTransitions, type Access } from '#server/database/queries/accompaniments.ts'
import { appendAudit, enqueueJob } from '#server/database/queries/journal.ts'
import { insertSynthesis, lastRevision, type SynthesisRow } from '#server/database/queries/syntheses.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import type { ComposedSynthesis } from '#server/jobs/printer.ts'
import type { Services } from '#server/services.ts'
import { loadDossier, type LoadedDossier } from './load-dossier.ts'
import { localDay } from './today.ts'

export type PrintOrder = {
  readonly audience: Audience
  /** Why a delivered synthesis is corrected. */
  readonly reason: string | null
  readonly by: string | null
  readonly now: Date
}

/**
 * Keeps the content as it stands and has it printed. A draft before delivery; from then on the next number, 1 for what
 * was delivered, each correction one more.
 */
export async function queueSynthesis(
  services: Services,
  tx: Db,
  access: Access,
  { audience, reason, by, now }: PrintOrder,
): Promise<SynthesisRow> {
  const loaded = await loadDossier(services.questionnaires, tx, access, localDay(now))
  const revision = access.frozen ? (await lastRevision(tx, access.id, audience)) + 1 : 0
  const { content, fingerprint } = await composeSynthesis(services, tx, loaded, { audience, revision, now })
  const row = await insertSynthesis(tx, {
    networkId: access.networkId,
    accompanimentId: access.id,
    audience,
    revision,
    reason,
    content: JSON.stringify(content),
    fingerprint,
    at: now,
    by,
  })
  await enqueueJob(tx, 'render-synthesis', { networkId: access.networkId, id: row.id })
  await appendAudit(tx, {
    networkId: access.networkId,
    at: now,
    actorId: by,
    action: 'synthesis-requested',
    accompanimentId: access.id,
    subject: String(revision),
  })
  return row
}

/** The one read model of the document, as the screen previews it and the printer prints it. */
export async function composeSynthesis(
  services: Services,
  tx: Db,
  loaded: LoadedDossier,
  { audience, revision, now }: { readonly audience: Audience; readonly revision: number; readonly now: Date },
): Promise<ComposedSynthesis> {
  const { quiz, perception } = await loadAwareness(services, tx, loaded.access)
  const transitions = await listTransitions(tx, loaded.access.id)
  return services.printer.compose({
    loaded,
    quiz,
    perception: perception.results,
    perceptionSkipped: transitions.findLast(({ event }) => event === 'skip-perception')?.reason,
    audience,
    networkName: await findNetworkName(tx, loaded.access.networkId),
    revision,
    day: localDay(now),
  })
}
