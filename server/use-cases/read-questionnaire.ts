import type { Problem } from '#src/contract/problems.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { findVersion } from '#server/database/queries/questionnaires.ts'
import { within } from '#server/database/unit-of-work.ts'
import type { Services } from '#server/services.ts'
import type { Actor } from './actor.ts'

export async function readQuestionnaire(
  { db }: Services,
  { networkId }: Actor,
  { id, version }: { readonly id: string; readonly version: string },
): Promise<Result<{ readonly canonical: string; readonly sha256: string }, Problem>> {
  const found = await within(db, networkId, (tx) => findVersion(tx, id, version))
  return found === undefined ? refused({ code: 'not-found' }) : ok(found)
}
