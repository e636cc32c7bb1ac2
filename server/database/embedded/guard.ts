import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'

/** Holds, for as long as this process lives, the sign that a Jalon works on this database. */
export type Guard = { readonly release: () => Promise<void> }

export type GuardedDatabase = {
  readonly connection: pg.ClientConfig
  /** Whether the server's process lives: where it does not, waiting for it is vain. */
  readonly isAlive: () => boolean
  readonly onLost: (cause: Error) => void
}

/** Any number, always the same. */
const lockKey = 727_001
const reconnectingMilliseconds = 30_000

/**
 * Takes the advisory lock over an open connection, or answers undefined where another process holds it.
 *
 * When the connection breaks (PostgreSQL restarted by its administrator, a crashed backend), it is opened and locked again;
 * where that cannot be done, `onLost` is told once: the database is gone or someone else's.
 */
export async function guardDatabase({ connection, isAlive, onLost }: GuardedDatabase): Promise<Guard | undefined> {
  let released = false
  let client = await lockedClient(connection)
  if (client === undefined) return undefined

  const watch = (watched: pg.Client) => {
    watched.once('end', () => {
      if (!released) void regain()
    })
  }
  const regain = async () => {
    client = await regainedClient(connection, () => released || !isAlive())
    if (released) await client?.end()
    else if (client === undefined) onLost(new Error('the database went away'))
    else watch(client)
  }
  watch(client)

  return {
    release: async () => {
      released = true
      await client?.end().catch(() => undefined)
    },
  }
}

async function regainedClient(connection: pg.ClientConfig, isOver: () => boolean): Promise<pg.Client | undefined> {
  const deadline = Date.now() + reconnectingMilliseconds
  while (Date.now() < deadline && !isOver()) {
    const client = await lockedClient(connection).catch(() => undefined)
    if (client !== undefined) return client
    await pause(100)
  }

  return undefined
}

async function lockedClient(connection: pg.ClientConfig): Promise<pg.Client | undefined> {
  const client = new pg.Client({ ...connection, application_name: 'jalon-guard', keepAlive: true })
  // Without a listener a broken connection would end the process; 'end' always follows.
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [lockKey])
  if (rows[0]?.locked === true) return client
  await client.end()

  return undefined
}
