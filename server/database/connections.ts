import pg from 'pg'
import type { ServerConnection } from '#server/database/embedded-postgres.ts'

/** The role that the application works as: it owns no table and row-level security binds it. */
export const applicationRole = 'jalon_app'

/** The same database, seen by the owner (migrations only) and by the application. */
export type DatabaseConnections = { readonly owner: pg.PoolConfig; readonly application: pg.PoolConfig }

/** On our own server the application signs in under its own name: the socket's folder, not a password, keeps others out. */
export function embeddedConnections(server: ServerConnection): DatabaseConnections {
  return { owner: server, application: { ...server, user: applicationRole } }
}

/** Elsewhere there is one account: each of the application's connections becomes the application's role as it opens. */
export function urlConnections(url: string): DatabaseConnections {
  return {
    owner: { connectionString: url },
    application: { connectionString: url, options: `-c role=${applicationRole}` },
  }
}
