import type pg from 'pg'
import type { DatabaseConnections } from './connections.ts'
import { openPool } from './pool.ts'
import type { Db } from './unit-of-work.ts'

export type Database = {
  readonly db: Db
  readonly pool: pg.Pool
  /** Sees the tables of accounts across networks, and nothing else: signing in comes before any network. */
  readonly accountsDb: Db
  /** Waits for the queries in flight. */
  readonly close: () => Promise<void>
}

export function openDatabase(connections: DatabaseConnections, onIdleError: (error: Error) => void): Database {
  const application = openPool<unknown>(connections.application, onIdleError)
  const accounts = openPool<unknown>(accountsConnection(connections.application), onIdleError)

  return {
    db: application.db,
    pool: application.pool,
    accountsDb: accounts.db,
    close: async () => {
      await application.close()
      await accounts.close()
    },
  }
}

/** Row-level security lets connections with this setting see the tables of accounts. */
function accountsConnection(connection: pg.PoolConfig): pg.PoolConfig {
  return { ...connection, max: 6, options: [connection.options, '-c jalon.scope=accounts'].filter(Boolean).join(' ') }
}
