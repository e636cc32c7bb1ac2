import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

/** Two thirds of what the embedded server accepts: jobs, migrations and the guard need connections too. */
const mostConnections = 20

export type DatabasePool<DB> = {
  readonly db: Kysely<DB>
  /** For what speaks `pg` itself: the job queue, sign-in. */
  readonly pool: pg.Pool
  /** Waits for the queries in flight. */
  readonly close: () => Promise<void>
}

/** Opens a pool. Connections are made when first needed; a broken idle one is dropped, not fatal. */
export function openPool<DB>(
  connection: pg.PoolConfig,
  onIdleError: (error: Error) => void = () => undefined,
): DatabasePool<DB> {
  const pool = new pg.Pool({ max: mostConnections, application_name: 'jalon', ...connection })
  pool.on('error', onIdleError)

  return { db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }), pool, close: () => pool.end() }
}
