import { access } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { isRecord } from '#src/shared/json.ts'
import type { CatalogueEntry } from './catalogue.ts'
import { lockName } from './lock-name.ts'

/**
 * The folder whose lock covers the versions found at a path: the path itself, or the folder that holds
 * `<id>/<version>/`, whichever has one. Undefined where neither does.
 */
export async function lockDirectory(path: string, catalogue: readonly CatalogueEntry[]): Promise<string | undefined> {
  for (const directory of [resolve(path), ...collections(catalogue)]) {
    if (await isReadable(join(directory, lockName))) return directory
  }

  return undefined
}

/** Where a first lock goes: beside `<id>/<version>/` or a canonical file, else with the version itself. */
export function firstLockDirectory(path: string, catalogue: readonly CatalogueEntry[]): string {
  return collections(catalogue)[0] ?? resolve(path)
}

function collections(catalogue: readonly CatalogueEntry[]): readonly string[] {
  return [...new Set(catalogue.flatMap(collectionOf))]
}

function collectionOf({ source: { place, json } }: CatalogueEntry): readonly string[] {
  if (place.kind === 'canonical') return [dirname(resolve(place.file))]

  const version = resolve(place.directory)
  const isNamed = isRecord(json) && json['id'] === basename(dirname(version)) && json['version'] === basename(version)

  return isNamed ? [dirname(dirname(version))] : []
}

async function isReadable(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
