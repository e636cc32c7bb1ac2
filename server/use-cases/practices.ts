import { z } from 'zod'
import { practiceBody, type Practice } from '#src/contract/practices.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, type Result } from '#src/shared/result.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import { insertPractice, listPractices } from '#server/database/queries/practices.ts'
import { inNetwork } from './in-network.ts'
import { invalid } from './parse-body.ts'

/** Those of the network, for all its people. */
export const readPractices = inNetwork({
  name: 'read-practices',
  who: 'everyone',
  body: z.strictObject({ criterion: z.string().max(120).optional() }),
  act: async ({ tx, body }): Promise<Result<readonly Practice[], Problem>> =>
    ok(await listPractices(tx, body.criterion)),
})

export const createPractice = inNetwork({
  name: 'create-practice',
  who: 'advisors',
  body: practiceBody,
  act: async ({ tx, actor, body, now, today }): Promise<Result<Practice, Problem>> => {
    if (body.consentOn > today) return invalid('invalid-date', 'consentOn')

    const { operationId: _operationId, ...practice } = body
    const created = await insertPractice(tx, {
      ...practice,
      networkId: actor.networkId,
      isExample: false,
      at: now,
      by: actor.userId,
    })
    await appendAudit(tx, {
      networkId: actor.networkId,
      at: now,
      actorId: actor.userId,
      action: 'practice-created',
      subject: created.id,
    })
    return ok(created)
  },
})
