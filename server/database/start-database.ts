import path from 'node:path'
import pg from 'pg'
import type { DatabaseLocation } from '#server/config.ts'
import { StartRefusal } from '#server/start-refusal.ts'
import { checkDatabase } from './check.ts'
import { embeddedConnections, urlConnections, type DatabaseConnections } from './connections.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pool.ts'

export type ReachedDatabase = {
  readonly connections: DatabaseConnections
  readonly stop: () => Promise<void>
}

export type StartedDatabase = ReachedDatabase & { readonly migrations: readonly string[] }

/**
 * Starts or reaches PostgreSQL, brings it to this version's shape and makes sure that it is safe to work on.
 * `onLost` is told once when our own server went away by itself.
 */
export async function startDatabase(
  location: DatabaseLocation,
  dataDirectory: string,
  onLost: (cause: Error) => void,
): Promise<StartedDatabase> {
  const { connections, stop } = await reachDatabase(location, dataDirectory, onLost)
  try {
    const migrations = await migrate(connections.owner)
    await checkAsApplication(connections.application)

    return { connections, migrations, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Starts or reaches PostgreSQL, and changes nothing in it. */
export async function reachDatabase(
  location: DatabaseLocation,
  dataDirectory: string,
  onLost: (cause: Error) => void = () => undefined,
): Promise<ReachedDatabase> {
  if (location.kind === 'url') return reachUrl(location.url)

  const logFile = path.join(dataDirectory, 'postgres.log')
  const server = await startEmbeddedPostgres({ directory: location.directory, logFile, onLost })

  return { connections: embeddedConnections(server.connection), stop: server.stop }
}

async function reachUrl(url: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 })
  try {
    await client.connect()
    await client.end()
  } catch (cause) {
    const { host } = new URL(url)
    throw new StartRefusal({ code: 'database-unreachable', host, cause: reasonOf(cause) }, { cause })
  }

  return { connections: urlConnections(url), stop: () => Promise.resolve() }
}

/** The system's code where there is one (`ECONNREFUSED`), else PostgreSQL's own words: never the address, which holds a password. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'PostgreSQL'

  return 'code' in cause && typeof cause.code === 'string' && cause.code.startsWith('E') ? cause.code : cause.message
}

async function checkAsApplication(connection: pg.PoolConfig): Promise<void> {
  const { db, close } = openPool<unknown>({ ...connection, max: 1 })
  try {
    await checkDatabase(db)
  } finally {
    await close()
  }
}
