import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { giveTo, type RunAs } from '#server/database/embedded/privileges.ts'
import { StartRefusal } from '#server/start-refusal.ts'

/**
 * Where PostgreSQL listens: a socket in a folder that only its account and root may enter (hence no password),
 * or, on Windows, a local port behind a random password.
 */
export type PostgresAddress =
  | { readonly kind: 'socket'; readonly folder: string }
  | { readonly kind: 'local-port'; readonly port: number; readonly password: string }

/** The socket's file name, and what Unix allows for its whole path. */
const socketName = '.s.PGSQL.5432'
const longestSocketPath = 107

/** Prepares the address for a data folder. `runningPort` is the one a living server already listens on. */
export async function prepareAddress(
  directory: string,
  runAs: RunAs,
  runningPort: number | undefined,
): Promise<PostgresAddress> {
  if (process.platform === 'win32') {
    return { kind: 'local-port', port: runningPort || (await freePort()), password: await keptPassword(directory) }
  }

  const folder = socketFolder(directory)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await checkOurs(folder, runAs)
  await chmod(folder, 0o700)
  await giveTo(runAs, folder)
  if (isTemporary(folder)) {
    await sweepAbandonedFolders()
    await writeFile(path.join(folder, 'data-folder'), directory, { mode: 0o600 })
  }

  return { kind: 'socket', folder }
}

/** Beside the data where its path is short enough for a socket, else in the system's temporary folder. */
export function socketFolder(directory: string): string {
  const beside = `${directory}.socket`
  if (Buffer.byteLength(path.join(beside, socketName)) <= longestSocketPath) return beside

  return path.join(tmpdir(), `${temporaryPrefix}${createHash('sha256').update(directory).digest('hex').slice(0, 16)}`)
}

/** A dead server's socket lock would keep the next one from starting when its process number lives on elsewhere. */
export async function forgetDeadSocket(address: PostgresAddress): Promise<void> {
  if (address.kind !== 'socket') return

  await rm(path.join(address.folder, `${socketName}.lock`), { force: true })
  await rm(path.join(address.folder, socketName), { force: true })
}

/** The command line options that make PostgreSQL listen there and nowhere else. */
export function listeningOptions(address: PostgresAddress): readonly string[] {
  return address.kind === 'socket'
    ? ['-k', address.folder, '-c', 'listen_addresses=', '-c', 'unix_socket_permissions=0700']
    : ['-c', 'listen_addresses=127.0.0.1', '-p', String(address.port)]
}

const temporaryPrefix = 'jalon-postgres-'

function isTemporary(folder: string): boolean {
  return path.basename(folder).startsWith(temporaryPrefix)
}

/** In a folder open to all, someone else may have made ours first, or put a link in its place. */
async function checkOurs(folder: string, runAs: RunAs): Promise<void> {
  const found = await lstat(folder)
  const owners = [process.getuid?.(), runAs.kind === 'account' ? runAs.uid : undefined]
  if (found.isDirectory() && owners.includes(found.uid)) return
  // As root, a folder that another of our accounts left is taken back.
  if (found.isDirectory() && process.getuid?.() === 0) return chown(folder, 0, 0)

  throw new StartRefusal({ code: 'folder-not-writable', folder })
}

/** Folders whose data folder is gone: nobody would ever come back to remove them. */
async function sweepAbandonedFolders(): Promise<void> {
  const names = await readdir(tmpdir())
  for (const name of names.filter((each) => each.startsWith(temporaryPrefix))) {
    const folder = path.join(tmpdir(), name)
    const directory = await readFile(path.join(folder, 'data-folder'), 'utf8').catch(() => undefined)
    if (directory !== undefined && !existsSync(directory))
      await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function keptPassword(directory: string): Promise<string> {
  const file = passwordFile(directory)
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString('base64url'), { flag: 'wx', mode: 0o600 })

  return readFile(file, 'utf8')
}

/** Beside the data folder: initdb wants its own folder empty. */
export function passwordFile(directory: string): string {
  return `${directory}.password`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
