import { sql, type Kysely, type Transaction } from 'kysely'

/**
 * Runs a use case in one transaction that sees a single network's rows: row-level security compares each row's
 * `network_id` with this setting, which ends with the transaction. Whatever throws rolls everything back.
 */
export function inNetwork<DB, T>(
  db: Kysely<DB>,
  networkId: string,
  work: (transaction: Transaction<DB>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    await sql`select set_config('jalon.network_id', ${networkId}, true)`.execute(transaction)

    return work(transaction)
  })
}
