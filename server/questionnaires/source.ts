import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { compileQuestionnaire, mainFile, originOf } from '#src/questionnaire/compile.ts'
import type { FileProblem } from '#src/shared/problem.ts'
import type { FileFault } from './content-error.ts'
import { readJsonFile } from './files/json-file.ts'
import { lockName } from './lock-name.ts'
import { readYamlFile, type YamlFile } from './files/yaml-file.ts'

/** Where one version is written: a folder of YAML files, or a file in the canonical form. */
export type SourcePlace =
  | { readonly kind: 'authored'; readonly directory: string; readonly named?: string }
  | { readonly kind: 'canonical'; readonly file: string; readonly named?: string }

/** One version as read: its canonical form not yet parsed, and how to find a path of it in the files. */
export type Source = {
  readonly place: SourcePlace
  readonly json: unknown
  /** What is wrong with the files themselves, or with them as a set. */
  readonly faults: readonly FileFault[]
  /** Whether a file is missing or unreadable, so that what refers to its content cannot be judged. */
  readonly isPartial: boolean
  /** The files that could be read, as `locate` names them. */
  readonly files: ReadonlySet<string>
  readonly locate: (problem: FileProblem) => FileFault
}

/**
 * The versions at a path: that one canonical file, or those under a folder: itself where it holds `questionnaire.yaml`, else `<version>/` and `<id>/<version>/`
 * folders and the canonical files in it. `named` is the `id@version` that the place's own name announces.
 * A folder that cannot be read is an error.
 */
export async function findSources(directory: string): Promise<readonly SourcePlace[]> {
  if (directory.endsWith('.json')) return [canonicalPlace(directory)]
  if (await exists(join(directory, mainFile))) return [{ kind: 'authored', directory }]

  const entries = (await readdir(directory, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const inside = await Promise.all(
    entries.map(async (entry): Promise<readonly SourcePlace[]> => {
      const path = join(directory, entry.name)

      if (entry.isDirectory()) return authoredUnder(path, basename(directory))

      return entry.name.endsWith('.json') && entry.name !== lockName ? [canonicalPlace(path)] : []
    }),
  )

  return inside.flat()
}

/** Reads one version; a file that cannot be read or understood is a fault of the result, never an exception. */
export async function readSource(place: SourcePlace): Promise<Source> {
  return place.kind === 'canonical' ? readCanonical(place) : readAuthored(place)
}

/** A file without `@` in its name announces nothing. */
function canonicalPlace(file: string): SourcePlace {
  const name = basename(file, '.json')

  return { kind: 'canonical', file, ...(name.includes('@') ? { named: name } : {}) }
}

async function authoredUnder(path: string, parent: string): Promise<readonly SourcePlace[]> {
  if (await exists(join(path, mainFile))) {
    return [{ kind: 'authored', directory: path, named: `${parent}@${basename(path)}` }]
  }

  const versions = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const found = await Promise.all(
    versions.map(async ({ name }): Promise<readonly SourcePlace[]> =>
      (await exists(join(path, name, mainFile)))
        ? [{ kind: 'authored', directory: join(path, name), named: `${basename(path)}@${name}` }]
        : [],
    ),
  )

  return found.flat()
}

async function readCanonical(place: SourcePlace & { readonly kind: 'canonical' }): Promise<Source> {
  const read = await readJsonFile(place.file)
  const locate = (problem: FileProblem): FileFault => ({ ...problem, file: place.file })

  return read.ok
    ? { place, json: read.value, faults: [], isPartial: false, files: new Set([place.file]), locate }
    : { place, json: undefined, faults: read.problem.map(locate), isPartial: true, files: new Set(), locate }
}

async function readAuthored(place: SourcePlace & { readonly kind: 'authored' }): Promise<Source> {
  const names = await yamlNames(place.directory)
  const files = new Map<string, YamlFile>(
    await Promise.all(names.map(async (name) => [name, await readYamlFile(join(place.directory, name))] as const)),
  )
  const compiled = compileQuestionnaire(new Map([...files].map(([name, file]) => [name, file.content])))
  const at = ({ file, ...problem }: FileFault): FileFault => {
    const line = files.get(file)?.lineOf(problem.path)

    return { ...problem, file: join(place.directory, file), ...(line === undefined ? {} : { line }) }
  }

  const readable = [...files].filter(([, { problems }]) => problems.length === 0).map(([name]) => name)

  return {
    place,
    json: compiled.json,
    isPartial: readable.length < files.size || compiled.problems.some(({ code }) => code === 'unknown-dimension'),
    files: new Set(readable.map((name) => join(place.directory, name))),
    faults: [
      ...[...files].flatMap(([file, { problems }]) =>
        problems.map((problem) => ({ ...problem, file: join(place.directory, file) })),
      ),
      ...compiled.problems.filter(({ file }) => !files.has(file) || readable.includes(file)).map(at),
    ],
    locate: (problem) => at({ ...problem, ...originOf(problem.path, compiled.origins) }),
  }
}

async function yamlNames(directory: string): Promise<readonly string[]> {
  const isYaml = (name: string) => name.endsWith('.yaml') || name.endsWith('.yml')
  const top = (await readdir(directory)).filter(isYaml)
  const dimensions = (await exists(join(directory, 'dimensions')))
    ? (await readdir(join(directory, 'dimensions'))).filter(isYaml).map((name) => `dimensions/${name}`)
    : []

  return [...top, ...dimensions].toSorted()
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
