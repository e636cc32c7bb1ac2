import { randomBytes } from 'node:crypto'
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { StartRefusal } from '#server/start-refusal.ts'

/**
 * Makes the data folder where needed and checks that this account may write in it.
 *
 * Others may pass through it (0711) without listing it: as root, PostgreSQL may have to run as another account inside.
 * What is secret in it has its own, narrower permissions.
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o711 })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new StartRefusal({ code: 'folder-not-writable', folder }, { cause })
  }
}

/** The secret that signs sessions, made at the first start and kept for the next ones, readable by this account only. */
export async function keptSecret(folder: string): Promise<string> {
  const file = path.join(folder, 'secret')
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true })
  } catch (cause) {
    if (!isAlreadyThere(cause)) throw new StartRefusal({ code: 'folder-not-writable', folder }, { cause })
  }

  return readFile(file, 'utf8')
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
