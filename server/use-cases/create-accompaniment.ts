import { newAccompanimentBody, type NewAccompanimentBody } from '#src/contract/accompaniments.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { localDay } from '#server/dossiers/today.ts'
import { startAccompaniment } from '#server/dossiers/start-accompaniment.ts'
import { addPerson } from '#server/dossiers/add-person.ts'
import { findAccess } from '#server/database/queries/accompaniments.ts'
import { findStructure, insertStructure } from '#server/database/queries/structures.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import type { Actor } from './actor.ts'
import { inNetwork } from './in-network.ts'
import { isId } from './parse-body.ts'
import { structureFaults } from './structure-faults.ts'

/** A request: a structure known or new, why it asks, and whom to invite. The newest published version is pinned at once. */
export const createAccompaniment = inNetwork({
  name: 'create-accompaniment',
  who: 'advisors',
  body: newAccompanimentBody,
  act: async ({ services, tx, actor, body, now }): Promise<Result<{ readonly id: string }, Problem>> => {
    const structureId = await structureOf(tx, actor, body)
    if (!structureId.ok) return structureId

    const { motive, details, neededBy, method } = body
    const started = await startAccompaniment(services, tx, actor, {
      structureId: structureId.value,
      method,
      request: {
        motive,
        ...(details === undefined ? {} : { details }),
        ...(neededBy === undefined ? {} : { neededBy }),
      },
      isExample: false,
      now,
    })
    if (!started.ok || body.referent === undefined) return started

    const access = await findAccess(tx, actor, started.value.id, localDay(now))
    if (access === undefined) throw new Error('the accompaniment just made is out of sight')
    const added = await addPerson(services, tx, { access, inviter: actor, now }, { ...body.referent, role: 'referent' })
    return added.ok ? ok({ id: access.id }) : added
  },
})

async function structureOf(tx: Db, actor: Actor, body: NewAccompanimentBody): Promise<Result<string, Problem>> {
  if ('id' in body.structure) {
    const known = isId(body.structure.id) ? await findStructure(tx, body.structure.id) : undefined
    return known === undefined ? refused({ code: 'not-found' }) : ok(known.id)
  }
  const faults = structureFaults(body.structure, 'structure')
  if (faults.length > 0) return refused({ code: 'invalid', faults })
  return ok(await insertStructure(tx, { ...body.structure, networkId: actor.networkId, isExample: false }))
}
