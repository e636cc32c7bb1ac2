import { createHash } from 'node:crypto'
import { canonicalText } from '#src/questionnaire/canonical.ts'
import { parseQuestionnaire } from '#src/questionnaire/parse.ts'
import type { FileFault } from './content-error.ts'
import type { LoadedQuestionnaire } from './load.ts'
import { findSources, readSource, type Source } from './source.ts'

/** What a folder holds: the versions that can be used, by `id@version`, and the faults of the others. */
export type Catalogue = {
  readonly loaded: ReadonlyMap<string, LoadedQuestionnaire>
  readonly faults: readonly FileFault[]
}

/** Reads every version under a folder; one that cannot be parsed does not hide the others. */
export async function readCatalogue(directory: string): Promise<Catalogue> {
  const sources = await Promise.all((await findSources(directory)).map(readSource))
  const read = sources.map((source) => ({ source, ...loadedFrom(source) }))

  return {
    loaded: new Map(read.flatMap(({ loaded }) => (loaded ? [[keyOf(loaded), loaded] as const] : []))),
    faults: read.flatMap(({ faults }) => faults),
  }
}

/** The SHA-256 of a version's canonical text, as lower-case hexadecimal. */
export function hashOf(canonical: string): string {
  return createHash('sha256').update(canonical, 'utf8').digest('hex')
}

function loadedFrom(source: Source): {
  readonly loaded?: LoadedQuestionnaire
  readonly faults: readonly FileFault[]
} {
  if (source.faults.length > 0) return { faults: source.faults }

  const parsed = parseQuestionnaire(source.json)

  if (!parsed.ok) return { faults: parsed.problem.map(source.locate) }

  return {
    loaded: { questionnaire: parsed.value, sha256: hashOf(canonicalText(parsed.value)) },
    faults: [],
  }
}

function keyOf({ questionnaire: { id, version } }: LoadedQuestionnaire): string {
  return `${id}@${version}`
}
