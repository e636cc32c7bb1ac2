import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { ServerConnection } from '#server/database/embedded-postgres.ts'
import { isPostgresOn } from '#server/database/embedded/postmaster.ts'
import { canUnshare, checkOpenTo, unprivilegedAccount, type RunAs } from '#server/database/embedded/privileges.ts'
import { poll } from '#test/support/poll.ts'

const hostScript = fileURLToPath(new URL('./embedded-host.ts', import.meta.url))

/** A way in which PostgreSQL can be run on this machine; `uid` where the host itself gives up root first. */
type Way = { readonly name: string; readonly option?: string; readonly uid?: number; readonly gid?: number }

/** As an ordinary user there is one way. Root has three, minus those that this machine refuses. */
export async function waysHere(): Promise<readonly Way[]> {
  if (process.getuid?.() !== 0) return [{ name: 'as ourselves' }]

  const account = await unprivilegedAccount()
  const isProjectOpen = await checkOpenTo(account, [path.dirname(hostScript)]).then(
    () => true,
    () => false,
  )

  return [
    ...((await canUnshare()) ? [{ name: 'as root in a namespace', option: 'namespace' }] : []),
    { name: 'as root through an account without rights', option: 'account' },
    ...(isProjectOpen ? [{ name: 'as an ordinary user', ...identityOf(account) }] : []),
  ]
}

function identityOf(account: RunAs): { readonly uid?: number; readonly gid?: number } {
  return account.kind === 'account' ? { uid: account.uid, gid: account.gid } : {}
}

type HostEvent =
  | { readonly event: 'ready'; readonly connection: ServerConnection; readonly pid: number; readonly origin: string }
  | { readonly event: 'refused'; readonly code: string; readonly sentence: string }
  | { readonly event: 'asked'; readonly answer: number }
  | { readonly event: 'lost' }

type Ready = Extract<HostEvent, { event: 'ready' }>

export type Host = {
  readonly process: ChildProcess
  readonly events: readonly HostEvent[]
  readonly exited: Promise<number | null>
}

/** A folder for one database, the processes started on it, and what it takes to leave nothing behind. */
export async function openMachine(way: Way) {
  const folder = await mkdtemp(path.join(tmpdir(), 'jalon-fault-'))
  await chmod(folder, 0o711)
  if (way.uid !== undefined && way.gid !== undefined) await chown(folder, way.uid, way.gid)
  const directory = path.join(folder, 'postgres')
  const hosts: Host[] = []

  const launch = (): Host => {
    const host = startHost(folder, way)
    hosts.push(host)

    return host
  }

  return {
    folder,
    directory,
    launch,
    /** Starts a host and waits until its database answers. */
    start: async () => {
      const host = launch()

      return { host, ready: await readyOf(host) }
    },
    close: async () => {
      for (const { process: child } of hosts) child.kill('SIGKILL')
      const pid = Number.parseInt(await readFile(path.join(directory, 'postmaster.pid'), 'utf8').catch(() => ''), 10)
      if (pid > 0 && isPostgresOn(pid, directory)) {
        process.kill(pid, 'SIGQUIT')
        await poll('the end of PostgreSQL', () => (isPostgresOn(pid, directory) ? undefined : true))
      }
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

export type Machine = Awaited<ReturnType<typeof openMachine>>

/** In a group of its own, as a terminal would make for it. */
function startHost(folder: string, { option, uid, gid }: Way): Host {
  const identity = uid === undefined || gid === undefined ? {} : { uid, gid }
  const child = spawn(process.execPath, [hostScript, folder, ...(option === undefined ? [] : [option])], {
    ...identity,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const events: HostEvent[] = []
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (text + chunk.toString()).split('\n')
    text = lines.pop() ?? ''
    events.push(...lines.map((line) => JSON.parse(line) as HostEvent))
  })
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))

  return { process: child, events, exited }
}

export async function readyOf(host: Host): Promise<Ready> {
  const first = await firstOf(host)
  if (first.event !== 'ready') throw new Error(`not ready: ${JSON.stringify(first)}`)

  return first
}

/** What a host says first: that it is ready, or why it refuses. */
export function firstOf(host: Host): Promise<HostEvent> {
  return poll('the first word of a host', () => {
    if (host.events.length === 0 && host.process.exitCode !== null) throw new Error('the host broke')

    return host.events[0]
  })
}

/** Runs a statement on a connection of its own. */
export async function ask<T extends pg.QueryResultRow>(
  connection: ServerConnection,
  statement: string,
): Promise<readonly T[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end()
  }
}
