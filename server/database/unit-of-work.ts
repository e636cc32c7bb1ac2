import { sql, type Kysely } from 'kysely'
import type { Result } from '#src/shared/result.ts'

/** A connection pool or an open transaction. Rows are described where they are read. */
export type Db = Kysely<unknown>

/**
 * One transaction within one network: row-level security shows nothing else. A refusal undoes everything written
 * before it, so a use case may check as late as it needs to.
 */
export async function transact<T, P>(
  db: Db,
  networkId: string,
  work: (tx: Db) => Promise<Result<T, P>>,
): Promise<Result<T, P>> {
  const undone = new UndoneByRefusal()
  let refusal: Result<T, P> | undefined
  try {
    return await db.transaction().execute(async (tx) => {
      await enterNetwork(tx, networkId)
      const result = await work(tx)
      if (!result.ok) {
        refusal = result
        throw undone
      }
      return result
    })
  } catch (error) {
    if (error === undone && refusal !== undefined) return refusal
    throw error
  }
}

/** Like {@link transact}, for work that cannot be refused. */
export async function within<T>(db: Db, networkId: string, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await enterNetwork(tx, networkId)
    return work(tx)
  })
}

/** Everything about one accompaniment waits its turn, saves included (they hold the shared side of this lock). */
export async function lockAccompaniment(tx: Db, accompanimentId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${accompanimentId}::text, 1))`.execute(tx)
}

async function enterNetwork(tx: Db, networkId: string): Promise<void> {
  await sql`select set_config('jalon.network_id', ${networkId}, true)`.execute(tx)
}

class UndoneByRefusal extends Error {}
