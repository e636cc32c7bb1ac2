/**
 * A Jalon reduced to its database, to be killed in every way: it starts PostgreSQL on the folder given, says so on one line of
 * JSON, and stops it when asked. Run as `node embedded-host.ts FOLDER [namespace|account]`.
 */
import path from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#server/database/embedded-postgres.ts'
import { unprivilegedAccount, type RunAs } from '#server/database/embedded/privileges.ts'
import { StartRefusal } from '#server/start-refusal.ts'
import { startSentence } from '#server/start-texts-fr.ts'

const [folder = '', way] = process.argv.slice(2)

try {
  const server = await startEmbeddedPostgres({
    directory: path.join(folder, 'postgres'),
    logFile: path.join(folder, 'postgres.log'),
    onLost: () => tell({ event: 'lost' }),
    ...(way === undefined ? {} : { runAs: await chosenWay(way) }),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void endCleanly(server))
  }
  const { connection, pid, origin } = server
  tell({ event: 'ready', connection, pid, origin })
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error
  tell({ event: 'refused', code: error.problem.code, sentence: startSentence(error.problem) })
  process.exit(1)
}

async function endCleanly({ connection, stop }: EmbeddedPostgres): Promise<void> {
  // Whether PostgreSQL heard the signal as well: it would refuse this.
  const client = new pg.Client(connection)
  await client.connect()
  const { rows } = await client.query<{ answer: number }>('select 1 as answer')
  await client.end()
  tell({ event: 'asked', answer: rows[0]?.answer })
  await stop()
  process.exit(0)
}

function tell(event: object): void {
  process.stdout.write(`${JSON.stringify(event)}\n`)
}

async function chosenWay(name: string): Promise<RunAs> {
  return name === 'account' ? unprivilegedAccount() : { kind: 'namespace' }
}
