import { hash } from 'node:crypto'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { findFirstReply, keepFirstReply } from '#server/database/queries/journal.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import type { Actor } from './actor.ts'

/**
 * Runs an operation once. The same id again, from the same person, gets the first reply without running; the same id
 * for another request is refused. Refusals are not kept: nothing happened, and asking again is legitimate.
 */
export async function once<T>(
  tx: Db,
  actor: Actor,
  operation: { readonly id: string | undefined; readonly request: unknown; readonly at: Date },
  run: () => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  if (operation.id === undefined) return run()

  const fingerprint = fingerprintOf(operation.request)
  const first = await findFirstReply(tx, actor.userId, operation.id)
  // The reply was kept by this very use case: the fingerprint names it.
  if (first !== undefined)
    return first.fingerprint === fingerprint ? ok(first.reply as T) : refused({ code: 'operation-reused' })

  const result = await run()
  if (result.ok)
    await keepFirstReply(tx, {
      networkId: actor.networkId,
      actorId: actor.userId,
      operationId: operation.id,
      fingerprint,
      reply: result.value ?? null,
      at: operation.at,
    })
  return result
}

export function fingerprintOf(request: unknown): string {
  return hash('sha256', JSON.stringify(request), 'base64url')
}
