import { spawn, type ChildProcess } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { socketFolder } from '#server/database/embedded/address.ts'
import { isPostgresOn } from '#server/database/embedded/postmaster.ts'
import { ownerRole } from '#server/database/embedded/initialise.ts'
import { poll } from '#test/support/poll.ts'
import { ask } from './embedded-machine.ts'

const serverFolder = fileURLToPath(new URL('../../server', import.meta.url))

/** The server itself, or the command that runs it once everything is installed and built, as `npm start` does. */
export type Entrance = 'server' | 'command'

export type ServerProcess = {
  readonly process: ChildProcess
  readonly output: () => string
  readonly errors: () => string
  readonly exited: Promise<number | null>
}

const runServer = path.join(serverFolder, 'setup', 'run-server.mjs')
const asCommand = [
  '--input-type=module',
  '--eval',
  `process.exitCode = await (await import(${JSON.stringify(runServer)})).runServer(process.execPath)`,
]

/** The server as a process of its own, in a group of its own, with these settings and no others. */
export function startServer(settings: Readonly<Record<string, string>>, entrance: Entrance = 'server'): ServerProcess {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, entrance === 'server' ? [path.join(serverFolder, 'main.ts')] : asCommand, {
    cwd: path.dirname(serverFolder),
    env: { PATH, HOME, JALON_EXAMPLE: 'no', ...settings },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))

  return { process: child, output: () => output, errors: () => errors, exited }
}

/** Waits until the server says that it is ready; answers the token of the link it shows for the first advisor. */
export async function signInToken(server: ServerProcess): Promise<string> {
  const token = () => /\/sign-in\/([\w-]+)/.exec(server.output())?.[1]

  return poll('the sign-in link', () => {
    if (server.process.exitCode !== null) throw new Error(`the server did not start: ${server.errors()}`)

    return token()
  })
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** The PostgreSQL at work on a data folder, if there is one. */
export async function postgresOf(dataFolder: string): Promise<number | undefined> {
  const directory = path.join(dataFolder, 'postgres')
  const text = await readFile(path.join(directory, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)

  return pid > 0 && isPostgresOn(pid, directory) ? pid : undefined
}

/** Asks the embedded PostgreSQL at work on a data folder, as the owner. */
export async function askDatabase<T extends pg.QueryResultRow>(
  dataFolder: string,
  statement: string,
): Promise<readonly T[]> {
  const host = socketFolder(path.join(dataFolder, 'postgres'))

  return ask<T>({ host, port: 5432, user: ownerRole, database: 'postgres' }, statement)
}

/** Ends whatever still runs, and leaves nothing behind. */
export async function cleanUp(servers: readonly ServerProcess[], dataFolder: string): Promise<void> {
  for (const { process: child } of servers) child.kill('SIGKILL')
  const pid = await postgresOf(dataFolder)
  if (pid !== undefined) {
    process.kill(pid, 'SIGQUIT')
    await poll('the end of PostgreSQL', async () => ((await postgresOf(dataFolder)) === undefined ? true : undefined))
  }
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}
