import { spawn, type ChildProcess } from 'node:child_process'
import { openSync, closeSync } from 'node:fs'
import { readFile, realpath, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import {
  forgetDeadSocket,
  listeningOptions,
  prepareAddress,
  type PostgresAddress,
} from '#server/database/embedded/address.ts'
import { findBinaries, type PostgresBinaries } from '#server/database/embedded/binaries.ts'
import { lockFolder } from '#server/database/embedded/folder-lock.ts'
import { guardDatabase } from '#server/database/embedded/guard.ts'
import { initialise, ownerRole } from '#server/database/embedded/initialise.ts'
import { isPostgresOn, runningPostmaster, type RunningPostmaster } from '#server/database/embedded/postmaster.ts'
import { checkOpenTo, chooseRunAs, commandAs, giveTo, type RunAs } from '#server/database/embedded/privileges.ts'
import { StartRefusal } from '#server/start-refusal.ts'

/** How to reach a server: enough for `pg`, whichever way it listens. */
export type ServerConnection = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password?: string
  readonly database: string
}

export type EmbeddedPostgres = {
  /** As the owner of the database `postgres`. */
  readonly connection: ServerConnection
  readonly pid: number
  /** Whether a server left by a killed Jalon was found at work and kept. */
  readonly origin: 'started' | 'adopted'
  /** Closes all connections, flushes and ends the server. Returns once it is gone. */
  readonly stop: () => Promise<void>
}

export type EmbeddedSettings = {
  /** Made where absent, together with the database cluster; the folder above it must exist. */
  readonly directory: string
  readonly logFile: string
  /** Told once when the server is gone for good, whoever ended it. */
  readonly onLost?: (cause: Error) => void
  /** Only to run otherwise than this machine would by itself. */
  readonly runAs?: RunAs
}

const patience = {
  failingMilliseconds: 15_000,
  recoveringMilliseconds: 600_000,
  stopMilliseconds: 60_000,
  retryMilliseconds: 250,
  pollMilliseconds: 15,
}

/** Beyond this the log starts again, so that it never fills the disk. */
const longestLogBytes = 20 * 1024 * 1024

/**
 * Starts PostgreSQL on a folder, or adopts the one a killed Jalon left there, and keeps every other Jalon away from it.
 *
 * It runs detached: Ctrl-C in the terminal reaches Node only, which finishes what is in flight and then calls `stop`.
 * Throws a `StartRefusal` for everything the person at the terminal can mend.
 */
export async function startEmbeddedPostgres(settings: EmbeddedSettings): Promise<EmbeddedPostgres> {
  const above = await realpath(path.dirname(settings.directory))
  const directory = path.join(above, path.basename(settings.directory))
  const lock = await lockFolder(above)

  try {
    const server = await startLocked({ ...settings, directory })

    return {
      ...server,
      stop: async () => {
        await server.stop()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function startLocked(settings: EmbeddedSettings): Promise<EmbeddedPostgres> {
  const { directory } = settings
  const binaries = await findBinaries()
  const runAs = settings.runAs ?? (await chooseRunAs(directory))
  const found = runningPostmaster(directory)
  await checkOpenTo(runAs, [binaries.folder, path.dirname(directory)])
  const address = await prepareAddress(directory, runAs, found?.port)
  await initialise(directory, binaries, runAs, address)
  if (found === undefined) {
    await giveTo(runAs, directory)
    await trimLog(settings.logFile)
  }

  const connection = connectionTo(address)
  const launch = () => spawnPostgres(settings, binaries, runAs, address)
  const running = await untilItAnswers(settings, connection, address, launch)
  const guard = await guardDatabase({
    connection,
    isAlive: () => isPostgresOn(running.pid, directory),
    onLost: settings.onLost ?? (() => undefined),
  })
  if (guard === undefined) throw new StartRefusal({ code: 'folder-locked', folder: path.dirname(directory) })

  return {
    connection,
    pid: running.pid,
    origin: found?.pid === running.pid ? 'adopted' : 'started',
    stop: async () => {
      await guard.release()
      await stopPostmaster(running, directory, binaries)
    },
  }
}

/** As the owner of the database `postgres`, at an address. */
export function connectionTo(address: PostgresAddress): ServerConnection {
  const common = { user: ownerRole, database: 'postgres' }

  return address.kind === 'socket'
    ? { ...common, host: address.folder, port: 5432 }
    : { ...common, host: '127.0.0.1', port: address.port, password: address.password }
}

/**
 * Looks, starts and tries until the server answers. A server that is dying, or whose backends still hold its shared memory
 * after a kill, refuses the first attempts: so a start that fails is tried again for some seconds. A server that lives but
 * does not answer yet is recovering, which takes the time it takes.
 */
async function untilItAnswers(
  { directory, logFile }: EmbeddedSettings,
  connection: ServerConnection,
  address: PostgresAddress,
  launch: () => ChildProcess,
): Promise<RunningPostmaster> {
  const startedAt = Date.now()
  let child: ChildProcess | undefined
  while (Date.now() - startedAt < patience.recoveringMilliseconds) {
    const running = runningPostmaster(directory)
    if (running !== undefined && (await answers(connection))) return running
    if (running === undefined && (child === undefined || hasEnded(child))) {
      if (Date.now() - startedAt > patience.failingMilliseconds) break
      if (child !== undefined) await pause(patience.retryMilliseconds)
      if (await forgetDeadPostmaster(directory)) {
        await forgetDeadSocket(address)
        child = launch()
      }
    }
    await pause(patience.pollMilliseconds)
  }

  throw new StartRefusal({ code: 'database-not-started', log: logFile })
}

/**
 * Removes a pid file that names nobody, and tells whether the way is free. One that changes meanwhile belongs to a server
 * that a killed Jalon was just starting.
 */
async function forgetDeadPostmaster(directory: string): Promise<boolean> {
  const file = path.join(directory, 'postmaster.pid')
  const before = await readFile(file, 'utf8').catch(() => undefined)
  if (before === undefined) return true

  await pause(patience.retryMilliseconds)
  const after = await readFile(file, 'utf8').catch(() => undefined)
  if (after !== before || runningPostmaster(directory) !== undefined) return false
  await rm(file, { force: true })

  return true
}

/** Whether a server answers there now. */
export async function answers(connection: ServerConnection): Promise<boolean> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  try {
    await client.connect()

    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** What is refused is logged by its nature alone: the details of an error hold the row, its statement what was written. */
const discretion = ['-c', 'log_error_verbosity=terse', '-c', 'log_min_error_statement=panic']

function spawnPostgres(
  { directory, logFile }: EmbeddedSettings,
  { postgres }: PostgresBinaries,
  runAs: RunAs,
  address: PostgresAddress,
): ChildProcess {
  const command = commandAs(runAs, postgres, [
    '-D',
    directory,
    ...listeningOptions(address),
    '-c',
    'max_connections=100',
    ...discretion,
  ])
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(command.file, command.options, {
    ...command.identity,
    cwd: path.dirname(directory),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  // A binary that cannot be run counts as a start that failed.
  child.once('error', () => undefined)
  child.unref()

  return child
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

async function stopPostmaster(
  { pid }: RunningPostmaster,
  directory: string,
  { pgCtl }: PostgresBinaries,
): Promise<void> {
  if (!isPostgresOn(pid, directory)) return
  // The fast stop: it refuses new work, ends the connections, writes its checkpoint.
  if (process.platform === 'win32') spawn(pgCtl, ['stop', '-D', directory, '-m', 'fast', '-W'])
  else process.kill(pid, 'SIGINT')

  const deadline = Date.now() + patience.stopMilliseconds
  while (isPostgresOn(pid, directory) && Date.now() < deadline) await pause(patience.pollMilliseconds)
}

/** Empties a log that grew too long. To be called before a start, never while a server writes. */
async function trimLog(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  )
  if (size > longestLogBytes) await rm(logFile, { force: true })
}
