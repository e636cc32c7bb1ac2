import { randomUUID } from 'node:crypto'
import type { FramingValues } from '#src/accompaniment/entry.ts'
import { journeyOf } from '#src/accompaniment/journeys/journey-of.ts'
import type { Problem } from '#src/contract/problems.ts'
import { canonicalText } from '#src/questionnaire/canonical.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { insertAccompaniment } from '#server/database/queries/accompaniments.ts'
import { saveEntryWithin } from '#server/database/queries/entries.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import { storeVersion } from '#server/database/queries/questionnaires.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import type { Actor } from '#server/use-cases/actor.ts'
import type { Questionnaires } from './load-dossier.ts'
import { newestVersion } from './newest-version.ts'

/** Inserts an accompaniment in its first state, its questionnaire pinned by version and hash, its request as an entry. */
export async function startAccompaniment(
  { questionnaires }: { readonly questionnaires: Questionnaires },
  tx: Db,
  actor: Actor,
  start: {
    readonly structureId: string
    readonly method: string
    readonly request: FramingValues['request']
    readonly isExample: boolean
    readonly now: Date
  },
): Promise<Result<{ readonly id: string }, Problem>> {
  const pinned = newestVersion(questionnaires, start.method)
  if (pinned === undefined) return refused({ code: 'questionnaire-missing' })

  const stored = await storeVersion(tx, {
    networkId: actor.networkId,
    id: pinned.questionnaire.id,
    version: pinned.questionnaire.version,
    sha256: pinned.sha256,
    canonical: canonicalText(pinned.questionnaire),
  })
  // The start checked it: only files changed under a running server can come here.
  if (stored !== pinned.sha256) return refused({ code: 'questionnaire-missing' })

  const id = await insertAccompaniment(tx, {
    networkId: actor.networkId,
    structureId: start.structureId,
    method: start.method,
    questionnaireId: pinned.questionnaire.id,
    questionnaireVersion: pinned.questionnaire.version,
    questionnaireSha256: pinned.sha256,
    machineVersion: journeyOf(pinned.questionnaire).version,
    isExample: start.isExample,
    at: start.now,
  })
  await saveEntryWithin(tx, {
    networkId: actor.networkId,
    actorId: actor.userId,
    operationId: randomUUID(),
    fingerprint: 'request',
    accompanimentId: id,
    accessStamp: 1,
    key: 'framing/request',
    baseRevision: 0,
    value: start.request,
    at: start.now,
  })
  await appendAudit(tx, {
    networkId: actor.networkId,
    at: start.now,
    actorId: actor.userId,
    action: 'transition',
    accompanimentId: id,
    subject: 'request',
  })
  return ok({ id })
}
