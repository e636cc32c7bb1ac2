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

const onBrokenInUse = () => undefined

/** Opens a pool. Connections are made when first needed; a broken one is dropped, never fatal: the next one may reach. */
export function openPool<DB>(
  connection: pg.PoolConfig,
  onIdleError: (error: Error) => void = () => undefined,
): DatabasePool<DB> {
  const pool = new pg.Pool({ max: mostConnections, application_name: 'jalon', ...connection })
  pool.on('error', onIdleError)
  // One that breaks in use fails the query it is on, if there is one; unheard, it would end the whole server.
  pool.on('connect', (client) => client.on('error', onBrokenInUse))

  return { db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }), pool, close: () => pool.end() }
}
