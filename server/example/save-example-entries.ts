import { randomUUID } from 'node:crypto'
import { canWriteEntry, entryFamily } from '#src/access/can.ts'
import { compileEntryRules } from '#src/accompaniment/entry-rules.ts'
import type { Account } from '#server/database/queries/accounts.ts'
import { findAccess } from '#server/database/queries/accompaniments.ts'
import { saveEntryWithin } from '#server/database/queries/entries.ts'
import { lockAccompaniment, within } from '#server/database/unit-of-work.ts'
import { questionnaireOf } from '#server/dossiers/load-dossier.ts'
import { moveIfReady } from '#server/dossiers/move.ts'
import { localDay } from '#server/dossiers/today.ts'
import type { Services } from '#server/services.ts'

/** Saves new entries by the rules that bind everyone, all in one transaction: hundreds of commits would delay the start. */
export async function saveExampleEntries(
  services: Services,
  author: Account,
  id: string,
  values: ReadonlyMap<string, unknown>,
): Promise<void> {
  const at = services.clock()
  await within(services.db, author.networkId, async (tx) => {
    await lockAccompaniment(tx, id)
    const access = await findAccess(tx, author, id, localDay(at))
    if (access === undefined) throw new Error('the example’s author has no access')
    const rules = compileEntryRules(questionnaireOf(services.questionnaires, access).questionnaire, access.kinds)
    for (const [key, value] of values) {
      const family = entryFamily(key)
      const checked = rules.check(key, value)
      if (!checked.ok) throw new Error(`the example’s ${key} was refused: ${JSON.stringify(checked.problem)}`)
      if (family === undefined || !canWriteEntry(access.role, family, access.state, false))
        throw new Error(`the example’s ${key} may not be written by its ${access.role}`)
      const saved = await saveEntryWithin(tx, {
        networkId: author.networkId,
        actorId: author.userId,
        operationId: randomUUID(),
        fingerprint: key,
        accompanimentId: id,
        accessStamp: access.accessStamp,
        key,
        baseRevision: 0,
        value: checked.value,
        at,
      })
      if (saved.outcome !== 'saved') throw new Error(`the example’s ${key} was not saved: ${saved.outcome}`)
    }
    await moveIfReady(services, tx, id, at)
  })
}
