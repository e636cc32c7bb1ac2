import { execFile } from 'node:child_process'
import { chown, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { StartRefusal } from '#server/start-refusal.ts'

/**
 * How PostgreSQL, which refuses to run as root, is run: as ourselves; as root inside a user namespace where it believes
 * to be someone else (files stay root's); or as an account without rights, to which its files are given.
 */
export type RunAs =
  | { readonly kind: 'ourselves' }
  | { readonly kind: 'namespace' }
  | { readonly kind: 'account'; readonly name: string; readonly uid: number; readonly gid: number }

const run = promisify(execFile)
const namespaceCommand = ['unshare', '--user', '--map-user=65534', '--map-group=65534'] as const

/**
 * Chooses the way for this data folder. A folder that already belongs to an account without rights keeps it:
 * inside a namespace its files would look like nobody's and stay closed.
 */
export async function chooseRunAs(directory: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return { kind: 'ourselves' }

  const owner = await stat(directory).catch(() => undefined)
  if (owner !== undefined && owner.uid !== 0)
    return { kind: 'account', name: String(owner.uid), uid: owner.uid, gid: owner.gid }

  return (await canUnshare()) ? { kind: 'namespace' } : unprivilegedAccount()
}

export async function canUnshare(): Promise<boolean> {
  const [command, ...options] = namespaceCommand

  return run(command, [...options, 'true']).then(
    () => true,
    () => false,
  )
}

/** `postgres` where it exists, else `nobody`, which every Unix has; refuses with `no-unprivileged-user` otherwise. */
export async function unprivilegedAccount(): Promise<RunAs> {
  for (const name of ['postgres', 'nobody']) {
    const uid = await identifier('-u', name)
    const gid = await identifier('-g', name)
    if (uid !== undefined && gid !== undefined) return { kind: 'account', name, uid, gid }
  }

  throw new StartRefusal({ code: 'no-unprivileged-user' })
}

async function identifier(option: '-u' | '-g', name: string): Promise<number | undefined> {
  return run('id', [option, name]).then(
    ({ stdout }) => Number(stdout),
    () => undefined,
  )
}

/** A command line and the spawn options that run it the chosen way. */
export function commandAs(runAs: RunAs, command: string, options: readonly string[]) {
  const own = { file: command, options: [...options], identity: {} }
  if (runAs.kind === 'ourselves') return own
  if (runAs.kind === 'account') return { ...own, identity: { uid: runAs.uid, gid: runAs.gid } }

  const [file, ...wrap] = namespaceCommand

  return { file, options: [...wrap, command, ...options], identity: {} }
}

/** Gives a folder and all it holds to the account PostgreSQL runs as; nothing to do where it runs as ourselves. */
export async function giveTo(runAs: RunAs, folder: string): Promise<void> {
  if (runAs.kind !== 'account' || (await stat(folder)).uid === runAs.uid) return

  const below = await readdir(folder, { recursive: true })
  for (const name of below) await chown(path.join(folder, name), runAs.uid, runAs.gid)
  // The folder last: its owner says that all it holds has been given.
  await chown(folder, runAs.uid, runAs.gid)
}

/**
 * As an account without rights, every folder above the binaries and the data has to let it through.
 * Refuses with `folder-closed`, naming the first that does not (/root, most often).
 */
export async function checkOpenTo(runAs: RunAs, folders: readonly string[]): Promise<void> {
  if (runAs.kind !== 'account') return

  for (const folder of folders.flatMap(andAllAbove)) {
    const { mode, uid, gid } = await stat(folder)
    const passes = uid === runAs.uid ? mode & 0o100 : gid === runAs.gid ? mode & 0o010 : mode & 0o001
    if (passes === 0) throw new StartRefusal({ code: 'folder-closed', folder, user: runAs.name })
  }
}

function andAllAbove(folder: string): readonly string[] {
  const above = path.dirname(folder)

  return above === folder ? [folder] : [...andAllAbove(above), folder]
}
