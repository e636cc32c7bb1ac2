import { sql } from 'kysely'
import type { Db } from '#server/database/unit-of-work.ts'

export type FirstReply = { readonly fingerprint: string; readonly reply: unknown }

/** Waits for a request with the same operation id still running, then gives its reply if it left one. */
export async function findFirstReply(tx: Db, actorId: string, operationId: string): Promise<FirstReply | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${operationId}::text, 2))`.execute(tx)
  const { rows } = await sql<FirstReply>`
    select fingerprint, reply from operations where actor_id = ${actorId} and operation_id = ${operationId}`.execute(tx)
  return rows[0]
}

export async function keepFirstReply(
  tx: Db,
  operation: {
    readonly networkId: string
    readonly actorId: string
    readonly operationId: string
    readonly fingerprint: string
    readonly reply: unknown
    readonly at: Date
  },
): Promise<void> {
  const { networkId, actorId, operationId, fingerprint, reply, at } = operation
  await sql`
    insert into operations (network_id, actor_id, operation_id, fingerprint, reply, created_at)
    values (${networkId}, ${actorId}, ${operationId}, ${fingerprint}, ${JSON.stringify(reply)}::json, ${at})`.execute(
    tx,
  )
}

export async function appendAudit(
  tx: Db,
  line: {
    readonly networkId: string
    readonly at: Date
    readonly actorId: string | null
    readonly action: string
    readonly accompanimentId?: string
    readonly subject?: string
  },
): Promise<void> {
  await sql`
    insert into audit_log (network_id, at, actor_id, action, accompaniment_id, subject)
    values (${line.networkId}, ${line.at}, ${line.actorId}, ${line.action}, ${line.accompanimentId ?? null},
      ${line.subject ?? null})`.execute(tx)
}

/** Adds a job in this very transaction: it runs only if the rest is committed. The same key twice is one job. */
export async function enqueueJob(
  tx: Db,
  task: 'send-mail' | 'render-synthesis',
  payload: { readonly networkId: string; readonly id: string },
): Promise<void> {
  await sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${`${task}:${payload.id}`})`.execute(tx)
}

export async function deleteOldOperations(tx: Db, before: Date): Promise<void> {
  await sql`delete from operations where created_at < ${before}`.execute(tx)
}
