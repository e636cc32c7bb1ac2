import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdtemp, open, readdir, readFile, rename, rm, statfs } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { passwordFile, type PostgresAddress } from '#server/database/embedded/address.ts'
import { packagedMajorVersion, type PostgresBinaries } from '#server/database/embedded/binaries.ts'
import { commandAs, type RunAs } from '#server/database/embedded/privileges.ts'
import { StartRefusal } from '#server/start-refusal.ts'

/** The account that owns the database and runs its migrations. The application signs in as another, without its rights. */
export const ownerRole = 'jalon'

/** A new cluster weighs 40 MB with its first WAL segments at 16 MB each; an existing one needs to turn its WAL over. */
const newClusterMegabytes = 150
const existingClusterMegabytes = 48

const run = promisify(execFile)

/**
 * Makes the database cluster where there is none. It is made aside and renamed when finished, so that an interrupted
 * initdb never looks like a database. To be called under the folder's lock.
 */
export async function initialise(
  directory: string,
  { initdb }: PostgresBinaries,
  runAs: RunAs,
  address: PostgresAddress,
): Promise<void> {
  await sweepInterrupted(directory)
  if (existsSync(directory)) return checkExisting(directory)

  await checkFreeSpace(path.dirname(directory), newClusterMegabytes)
  const aside = await mkdtemp(`${directory}.init-`)
  if (runAs.kind === 'account') await chown(aside, runAs.uid, runAs.gid)
  await runInitdb(initdb, runAs, aside, authentication(directory, address))
  await rename(aside, directory)
  await flushFolder(path.dirname(directory))
}

/** A builtin locale and checksums: the order of texts must not change with the system's libraries, nor rot go unseen. */
const clusterOptions = [
  '-U',
  ownerRole,
  '-E',
  'UTF8',
  '--locale-provider=builtin',
  '--locale=C.UTF-8',
  '--data-checksums',
  '--no-instructions',
]

function authentication(directory: string, address: PostgresAddress): readonly string[] {
  return address.kind === 'socket' ? ['-A', 'trust'] : ['-A', 'scram-sha-256', `--pwfile=${passwordFile(directory)}`]
}

async function runInitdb(initdb: string, runAs: RunAs, aside: string, options: readonly string[]): Promise<void> {
  const command = commandAs(runAs, initdb, ['-D', aside, ...options, ...clusterOptions])
  await run(command.file, command.options, {
    ...command.identity,
    cwd: path.dirname(aside),
    env: { ...process.env, LC_ALL: 'C' },
  }).catch((cause: Error & { readonly stderr?: string }) => {
    throw new StartRefusal({ code: 'database-not-created', detail: lastLine(cause.stderr) ?? cause.message }, { cause })
  })
}

async function checkExisting(directory: string): Promise<void> {
  const found = (await readFile(path.join(directory, 'PG_VERSION'), 'utf8').catch(() => '?')).trim()
  if (found !== packagedMajorVersion) {
    throw new StartRefusal({ code: 'database-other-version', folder: directory, found, expected: packagedMajorVersion })
  }

  await checkFreeSpace(directory, existingClusterMegabytes)
}

/** Refuses with `disk-full` before PostgreSQL would stop in the middle of its work. */
export async function checkFreeSpace(folder: string, neededMegabytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < neededMegabytes * 1024 * 1024)
    throw new StartRefusal({ code: 'disk-full', folder, neededMegabytes })
}

/** What initdb left when it, or we, died in the middle. An orphan initdb may still be writing there: what resists stays for the next start. */
async function sweepInterrupted(directory: string): Promise<void> {
  const above = path.dirname(directory)
  const prefix = `${path.basename(directory)}.init-`
  for (const name of await readdir(above)) {
    if (name.startsWith(prefix))
      await rm(path.join(above, name), { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
  }
}

/** A rename survives a power cut only once its folder is on the disk. Windows cannot open folders, nor needs to. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return

  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function lastLine(text: string | undefined): string | undefined {
  return text?.trim().split('\n').at(-1)
}
