import { relative, resolve } from 'node:path'
import { canonicalText } from '#src/questionnaire/canonical.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { type CatalogueEntry, keyOf, readCatalogue } from '#server/questionnaires/catalogue.ts'
import { catalogueWarnings, checkCatalogue } from '#server/questionnaires/check-catalogue.ts'
import { readLock, writeLock } from '#server/questionnaires/lock.ts'
import { firstLockDirectory, lockDirectory } from '#server/questionnaires/lock-directory.ts'
import { projectQuestionnaires } from '#server/questionnaires/project-questionnaires.ts'
import { parseArguments } from './arguments.ts'
import type { CommandProblem, Outcome } from './outcome.ts'
import { checkedSentence, publishedSentence } from './texts-fr.ts'

/**
 * `questionnaire check [DIR]`: every fault of the versions at a path, the project's by default, and a warning for each
 * text whose day to be checked again has come.
 */
export async function checkCommand(args: readonly string[], today: string): Promise<Outcome> {
  const parsed = parseArguments(args, { most: 1, options: [] })

  if (!parsed.ok) return parsed

  const path = parsed.value.positionals[0] ?? projectQuestionnaires
  const read = await catalogueAt(path)

  if (!read.ok) return read

  const faults = (await checkCatalogue(path, read.value)).map(shown)
  const warnings = catalogueWarnings(read.value, today).map(shown)

  return faults.length > 0
    ? { ...refused(faults), warnings }
    : { ...ok(`${checkedSentence(read.value.length)}\n`), warnings }
}

/** `questionnaire export ID@VERSION`: the canonical text alone, so that the SHA-256 of the output is the version's hash. */
export async function exportCommand(args: readonly string[]): Promise<Outcome> {
  const parsed = parseArguments(args, { most: 1, options: ['questionnaires'], needs: ['ID@VERSION'] })

  if (!parsed.ok) return parsed

  const key = parsed.value.given['ID@VERSION']
  const read = await readableCatalogue(parsed.value.options['questionnaires'] ?? projectQuestionnaires)

  if (!read.ok) return read

  const found = read.value.find(({ loaded }) => loaded && keyOf(loaded) === key)

  if (found?.loaded) return ok(canonicalText(found.loaded.questionnaire))

  const unusable = read.value.find(({ source, loaded }) => !loaded && source.place.named === key)

  return refused(
    unusable ? unusable.faults.map(shown) : [{ code: 'unknown-questionnaire', path: '', details: { value: key } }],
  )
}

/** `questionnaire publish DIR`: writes the hash of the one version at a path to the lock, once it is without a fault. */
export async function publishCommand(args: readonly string[]): Promise<Outcome> {
  const parsed = parseArguments(args, { most: 1, options: [], needs: ['DIR'] })

  if (!parsed.ok) return parsed

  const path = parsed.value.given.DIR
  const checked = await checkedCatalogue(path)

  if (!checked.ok) return checked

  const [loaded, ...others] = checked.value.flatMap((entry) => (entry.loaded ? [entry.loaded] : []))

  if (loaded === undefined || others.length > 0) {
    return refused([{ code: 'too-many', path: '', details: { max: 1, found: checked.value.length } }])
  }

  const { id, version } = loaded.questionnaire
  const directory = (await lockDirectory(path, checked.value)) ?? firstLockDirectory(path, checked.value)
  const read = await readLock(directory)
  const lock = read.ok ? read.value : []

  if (!lock.some((line) => line.id === id && line.version === version)) {
    try {
      await writeLock(directory, [...lock, { id, version, sha256: loaded.sha256 }])
    } catch {
      return refused([{ code: 'not-writable', path: '', details: { value: directory } }])
    }
  }

  return ok(`${publishedSentence(keyOf(loaded), loaded.sha256)}\n`)
}

type CatalogueRead = Result<readonly CatalogueEntry[], readonly CommandProblem[]>

async function checkedCatalogue(path: string): Promise<CatalogueRead> {
  const read = await catalogueAt(path)

  if (!read.ok) return read

  const faults = await checkCatalogue(path, read.value)

  return faults.length > 0 ? refused(faults.map(shown)) : read
}

/** The versions at a path, at least one. */
async function catalogueAt(path: string): Promise<CatalogueRead> {
  const read = await readableCatalogue(path)

  return read.ok && read.value.length === 0
    ? refused([{ code: 'nothing-found', path: '', details: { value: path } }])
    : read
}

async function readableCatalogue(path: string): Promise<CatalogueRead> {
  try {
    return ok(await readCatalogue(path))
  } catch {
    return refused([{ code: 'file-unreadable', path: '', details: { value: path } }])
  }
}

/** Files of the project are named from where the command is run, others by their whole path. */
function shown<P extends CommandProblem>(problem: P): P {
  if (problem.file === undefined) return problem

  const near = relative(process.cwd(), resolve(problem.file))

  return { ...problem, file: near.startsWith('..') ? resolve(problem.file) : near }
}
