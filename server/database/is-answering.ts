import { sql } from 'kysely'
import type { Db } from '#server/database/unit-of-work.ts'

const patienceMilliseconds = 2000

/** Whether the database answers a trivial query, and soon. */
export async function isAnswering(db: Db): Promise<boolean> {
  const late = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => late.resolve(false), patienceMilliseconds)
  const answer = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )

  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer))
}
