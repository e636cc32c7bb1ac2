import { createHash } from 'node:crypto'
import { isRecord } from '#src/shared/json.ts'
import { canonicalText } from '#src/questionnaire/canonical.ts'
import { parseQuestionnaire } from '#src/questionnaire/parse.ts'
import type { FileFault } from './content-error.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { findSources, readSource, type Source, type SourcePlace } from './source.ts'

/** One version, ready to use, with the SHA-256 (hexadecimal) of its canonical text. */
export type LoadedQuestionnaire = { readonly questionnaire: Questionnaire; readonly sha256: string }

/** One version as found: usable or not, and what is wrong with it. */
export type CatalogueEntry = {
  readonly source: Source
  readonly loaded?: LoadedQuestionnaire
  /** What keeps it from being used; a usable version may still be unfit to publish. */
  readonly faults: readonly FileFault[]
}

/** Reads every version at a path (see `findSources`) that is wanted; one that cannot be used does not hide the others. */
export async function readCatalogue(
  path: string,
  isWanted: (place: SourcePlace) => boolean = () => true,
): Promise<readonly CatalogueEntry[]> {
  const sources = await Promise.all((await findSources(path)).filter(isWanted).map(readSource))

  return sources.filter((source) => !isSomethingElse(source)).map((source) => ({ source, ...loadedFrom(source) }))
}

/** The usable versions, by `id@version`. */
export function usableVersions(catalogue: readonly CatalogueEntry[]): ReadonlyMap<string, LoadedQuestionnaire> {
  return new Map(catalogue.flatMap(({ loaded }) => (loaded ? [[keyOf(loaded), loaded] as const] : [])))
}

/** A JSON file beside the questionnaires that neither by name nor by content claims to be one: a sheet, say. */
function isSomethingElse({ place, json }: Source): boolean {
  if (place.kind === 'authored' || place.named !== undefined || json === undefined) return false

  const format = isRecord(json) ? json['format'] : undefined

  return !isRecord(json) || (typeof format === 'string' && !format.startsWith('jalon/questionnaire@'))
}

export function keyOf({ questionnaire: { id, version } }: LoadedQuestionnaire): string {
  return `${id}@${version}`
}

function loadedFrom(source: Source): Pick<CatalogueEntry, 'loaded' | 'faults'> {
  if (source.faults.length > 0) return { faults: source.faults }

  const parsed = parseQuestionnaire(source.json)

  if (!parsed.ok) return { faults: parsed.problem.map(source.locate) }

  const sha256 = createHash('sha256').update(canonicalText(parsed.value), 'utf8').digest('hex')

  return { loaded: { questionnaire: parsed.value, sha256 }, faults: [] }
}
