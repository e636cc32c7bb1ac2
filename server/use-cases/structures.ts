import { z } from 'zod'
import { can } from '#src/access/can.ts'
import { changeStructureBody, structureBody, type Structure, type StructureBody } from '#src/contract/structures.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import {
  findStructure,
  insertStructure,
  listRolesIn,
  listStructures,
  updateStructure,
} from '#server/database/queries/structures.ts'
import { transact, type Db } from '#server/database/unit-of-work.ts'
import { withoutNulls } from '#server/database/without-nulls.ts'
import { localDay } from '#server/dossiers/today.ts'
import type { Services } from '#server/services.ts'
import type { Actor } from './actor.ts'
import { inNetwork } from './in-network.ts'
import { isId, parseBody } from './parse-body.ts'
import { structureFaults } from './structure-faults.ts'

export const readStructures = inNetwork({
  name: 'read-structures',
  who: 'advisors',
  body: z.strictObject({ search: z.string().max(120).optional() }),
  act: async ({ tx, body }) => ok(await listStructures(tx, body.search ?? '')),
})

export const createStructure = inNetwork({
  name: 'create-structure',
  who: 'advisors',
  body: structureBody,
  act: async ({ tx, actor, body, now }): Promise<Result<Structure, Problem>> => {
    const faults = structureFaults(body)
    if (faults.length > 0) return refused({ code: 'invalid', faults })
    const id = await insertStructure(tx, { ...body, networkId: actor.networkId, isExample: false })
    await appendAudit(tx, {
      networkId: actor.networkId,
      at: now,
      actorId: actor.userId,
      action: 'structure-created',
      subject: id,
    })
    return found(tx, id)
  },
})

/** Advisors change any structure, its referent the one they belong to; an absent field stays as it is, null empties it. */
export async function changeStructure(
  services: Services,
  actor: Actor,
  request: { readonly id: string; readonly body: unknown },
): Promise<Result<Structure, Problem>> {
  return transact<Structure, Problem>(services.db, actor.networkId, async (tx) => {
    const now = services.clock()
    const before = isId(request.id) ? await findStructure(tx, request.id) : undefined
    if (before === undefined) return refused({ code: 'not-found' })
    const roles = await listRolesIn(tx, actor, before.id, localDay(now))
    if (roles.length === 0) return refused({ code: 'not-found' })
    if (!roles.some((role) => can(role, 'edit-structure'))) return refused({ code: 'not-allowed' })
    const change = parseBody(changeStructureBody, request.body)
    if (!change.ok) return change

    const { id, isExample: _isExample, accompaniments: _accompaniments, ...stood } = before
    const after: StructureBody = withoutNulls({ ...stood, ...withoutUndefined(change.value) })
    const faults = structureFaults(after)
    if (faults.length > 0) return refused({ code: 'invalid', faults })
    await updateStructure(tx, id, after, now)
    await appendAudit(tx, {
      networkId: actor.networkId,
      at: now,
      actorId: actor.userId,
      action: 'structure-changed',
      subject: id,
    })
    return found(tx, id)
  })
}

function withoutUndefined<T extends object>(change: T): { readonly [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

async function found(tx: Db, id: string): Promise<Result<Structure, Problem>> {
  const structure = await findStructure(tx, id)
  return structure === undefined ? refused({ code: 'not-found' }) : ok(structure)
}
