import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { DatabaseLocation } from '#server/config.ts'
import { embeddedConnections, type DatabaseConnections } from '#server/database/connections.ts'
import { answers, connectionTo } from '#server/database/embedded-postgres.ts'
import { passwordFile, socketFolder, type PostgresAddress } from '#server/database/embedded/address.ts'
import { runningPostmaster } from '#server/database/embedded/postmaster.ts'
import { reachDatabase, type ReachedDatabase } from '#server/database/start-database.ts'
import { StartRefusal } from '#server/start-refusal.ts'

/** Starts or reaches PostgreSQL, beside the Jalon that works on it where there is one, and changes nothing in it. */
export async function reachBeside(location: DatabaseLocation, dataDirectory: string): Promise<ReachedDatabase> {
  try {
    return await reachDatabase(location, dataDirectory)
  } catch (error) {
    const isAtWork = error instanceof StartRefusal && error.problem.code === 'folder-locked'
    if (!isAtWork || location.kind === 'url') throw error
    const connections = await connectionsOfTheOther(location.directory)
    // The other Jalon is starting or stopping: it will be one thing or the other in a moment.
    if (connections === undefined) throw error

    return { connections, stop: () => Promise.resolve() }
  }
}

const patienceMilliseconds = 15_000

async function connectionsOfTheOther(directory: string): Promise<DatabaseConnections | undefined> {
  const real = path.join(await realpath(path.dirname(directory)), path.basename(directory))
  const deadline = Date.now() + patienceMilliseconds
  while (Date.now() < deadline) {
    const running = runningPostmaster(real)
    if (running !== undefined) {
      const connection = connectionTo(await addressOf(real, running.port))
      if (await answers(connection)) return embeddedConnections(connection)
    }
    await pause(100)
  }

  return undefined
}

async function addressOf(directory: string, port: number): Promise<PostgresAddress> {
  return process.platform === 'win32'
    ? { kind: 'local-port', port, password: await readFile(passwordFile(directory), 'utf8') }
    : { kind: 'socket', folder: socketFolder(directory) }
}
