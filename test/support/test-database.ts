import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { DatabaseConnections } from '#server/database/connections.ts'
import { openPool, type DatabasePool } from '#server/database/pool.ts'
import { databaseOf, execute } from '#test/support/database-setup.ts'

export type TestDatabase<DB> = {
  readonly connections: DatabaseConnections
  /** As the application: bound by row-level security. */
  readonly application: DatabasePool<DB>
  /** As the owner: for what a test must prepare or look at behind the application's back. */
  readonly owner: DatabasePool<DB>
  readonly drop: () => Promise<void>
}

/** A migrated database of its own for a test file: `beforeAll` makes it, `afterAll` drops it. Files run side by side. */
export async function createTestDatabase<DB>(): Promise<TestDatabase<DB>> {
  const { template, ...server } = inject('testServer')
  const name = `jalon_test_${randomUUID().replaceAll('-', '')}`
  await execute(server.owner, `create database ${name} template ${template}`)

  const connections = { owner: databaseOf(server.owner, name), application: databaseOf(server.application, name) }
  const application = openPool<DB>(connections.application)
  const owner = openPool<DB>({ ...connections.owner, max: 4 })
  const drop = async () => {
    await application.close()
    await owner.close()
    await execute(server.owner, `drop database if exists ${name} with (force)`)
  }

  return { connections, application, owner, drop }
}
