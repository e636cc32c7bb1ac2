import { join, resolve } from 'node:path'
import { checkQuestionnaire } from '#src/questionnaire/check.ts'
import { validityWarnings } from '#src/questionnaire/check/validity.ts'
import { lockProblems, type PublishedVersion } from '#src/questionnaire/published.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { FileProblem } from '#src/shared/problem.ts'
import { isRecord } from '#src/shared/json.ts'
import { type CatalogueEntry, keyOf, readCatalogue, usableVersions } from './catalogue.ts'
import type { FileFault } from './content-error.ts'
import { readLock } from './lock.ts'
import { lockDirectory } from './lock-directory.ts'
import { lockName } from './lock-name.ts'
import { projectQuestionnaires } from './project-questionnaires.ts'
import type { SourcePlace } from './source.ts'

/** What can no longer change: the locks that cover a path, and the published versions found unchanged. */
type History = {
  readonly lock: readonly PublishedVersion[]
  readonly published: readonly Questionnaire[]
  readonly faults: readonly FileFault[]
}

/**
 * Everything that keeps the versions at a path from being published, by file and line.
 *
 * Published versions are those of the lock that covers them, and of the project's.
 */
export async function checkCatalogue(
  path: string,
  catalogue: readonly CatalogueEntry[],
): Promise<readonly FileFault[]> {
  const history = await historyAround(path, catalogue)
  const faults = [
    ...history.faults,
    ...catalogue.flatMap((entry) => entryFaults(entry, history)),
    ...catalogue.flatMap((entry, index) => repeatedVersion(entry, catalogue.slice(0, index))),
  ]

  return faults.toSorted((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1))
}

/** Texts of the versions at hand to check again, by file and line; `today` is `YYYY-MM-DD`. */
export function catalogueWarnings(catalogue: readonly CatalogueEntry[], today: string): readonly FileFault[] {
  return catalogue.flatMap(({ source }) => validityWarnings(source.json, today).map(source.locate))
}

async function historyAround(path: string, catalogue: readonly CatalogueEntry[]): Promise<History> {
  const near = await lockDirectory(path, catalogue)
  const isProject = near === projectQuestionnaires
  const locks = await Promise.all(
    [projectQuestionnaires, ...(near === undefined || isProject ? [] : [near])].map(readLock),
  )
  const lock = locks.flatMap((read) => (read.ok ? read.value : []))
  const own = locks.at(-1)
  const isWhole = near === resolve(path)
  // The project's own folder may be what was just read; of it, only the same questionnaires matter.
  const project = isProject && isWhole ? [] : await readCatalogue(projectQuestionnaires, isOneOf(catalogue))
  const known = [...usableVersions(project).values(), ...usableVersions(catalogue).values()]
  const hashes = new Map(usableHashes(catalogue))

  return {
    lock,
    published: known
      .filter(({ questionnaire: { id, version }, sha256 }) =>
        lock.some((line) => line.id === id && line.version === version && line.sha256 === sha256),
      )
      .map(({ questionnaire }) => questionnaire),
    faults: [
      ...locks.flatMap((read) => (read.ok ? [] : read.problem)),
      ...(isWhole ? missingVersions(near, catalogue, own?.ok === true ? own.value : [], hashes) : []),
    ],
  }
}

/** Whether a place may hold a version of the questionnaires at hand; one whose name says nothing may. */
function isOneOf(catalogue: readonly CatalogueEntry[]): (place: SourcePlace) => boolean {
  const ids = new Set(catalogue.map(({ source: { json } }) => (isRecord(json) ? json['id'] : undefined)))

  return ({ named }) => named === undefined || ids.has(named.slice(0, named.indexOf('@')))
}

/** Only a whole folder can say that a version of its own lock is gone; one that is there but unusable is not. */
function missingVersions(
  directory: string,
  catalogue: readonly CatalogueEntry[],
  lock: readonly PublishedVersion[],
  hashes: ReadonlyMap<string, string>,
): readonly FileFault[] {
  if (catalogue.some(({ loaded }) => loaded === undefined)) return []

  return lockProblems(lock, hashes)
    .filter(({ code }) => code === 'published-version-missing')
    .map((problem) => ({ ...problem, file: join(directory, lockName) }))
}

function entryFaults({ source, loaded }: CatalogueEntry, { lock, published }: History): readonly FileFault[] {
  const problems = source.json === undefined ? [] : checkQuestionnaire(source.json, published)
  const changed = loaded === undefined ? [] : lockProblems(lock, new Map([[keyOf(loaded), loaded.sha256]]))

  return [
    ...source.faults,
    ...problems
      // A file that is missing or unreadable is one fault, not all those of an empty one.
      .filter(({ code }) => !source.isPartial || (code !== 'unknown-indicator' && code !== 'indicator-unused'))
      .map(source.locate)
      .filter(({ file }) => source.files.has(file)),
    ...changed
      .filter(({ code }) => code === 'published-version-changed')
      .map((problem) => source.locate({ ...problem, path: '' })),
    ...nameProblems(source.place.named, source.json).map(source.locate),
  ]
}

function nameProblems(named: string | undefined, json: unknown): readonly FileProblem[] {
  if (named === undefined || !isRecord(json)) return []

  const { id, version } = json

  if (typeof id !== 'string' || typeof version !== 'string') return []

  const found = `${id}@${version}`

  return named === found ? [] : [{ code: 'file-name-mismatch', path: '', details: { expected: named, found } }]
}

function repeatedVersion({ loaded, source }: CatalogueEntry, earlier: readonly CatalogueEntry[]): readonly FileFault[] {
  if (loaded === undefined) return []

  const key = keyOf(loaded)

  return earlier.some((entry) => entry.loaded && keyOf(entry.loaded) === key)
    ? [source.locate({ code: 'duplicate-id', path: '/id', details: { value: key } })]
    : []
}

function usableHashes(catalogue: readonly CatalogueEntry[]): readonly (readonly [string, string])[] {
  return [...usableVersions(catalogue)].map(([key, { sha256 }]) => [key, sha256])
}
