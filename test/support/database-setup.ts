import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { embeddedConnections, urlConnections, type DatabaseConnections } from '#server/database/connections.ts'
import { startEmbeddedPostgres } from '#server/database/embedded-postgres.ts'
import { migrate } from '#server/database/migrate.ts'

declare module 'vitest' {
  // A module can only be extended through an interface.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  export interface ProvidedContext {
    /** A server for this run; its template is migrated and is copied for each test file. */
    readonly testServer: DatabaseConnections & { readonly template: string }
  }
}

/** Starts one PostgreSQL for the whole run, or uses TEST_DATABASE_URL, and migrates the template that test files copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer(process.env['TEST_DATABASE_URL'])
  const template = `jalon_template_${randomUUID().replaceAll('-', '')}`
  await execute(server.connections.owner, `create database ${template}`)
  await migrate(databaseOf(server.connections.owner, template))
  project.provide('testServer', { ...server.connections, template })

  return async () => {
    await execute(server.connections.owner, `drop database if exists ${template} with (force)`)
    await server.stop()
  }
}

/** The same server, another database. */
export function databaseOf(connection: pg.PoolConfig, database: string): pg.PoolConfig {
  if (connection.connectionString === undefined) return { ...connection, database }
  const url = new URL(connection.connectionString)
  url.pathname = `/${database}`

  return { ...connection, connectionString: url.href }
}

/** Runs one statement outside any transaction, as CREATE DATABASE wants. */
export async function execute(connection: pg.PoolConfig, statement: string): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function openServer(url: string | undefined) {
  if (url !== undefined && url !== '') return { connections: urlConnections(url), stop: () => Promise.resolve() }

  const folder = await mkdtemp(path.join(tmpdir(), 'jalon-tests-'))
  await chmod(folder, 0o711)
  const server = await startEmbeddedPostgres({
    directory: path.join(folder, 'postgres'),
    logFile: path.join(folder, 'postgres.log'),
  })
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }

  return { connections: embeddedConnections(server.connection), stop }
}
