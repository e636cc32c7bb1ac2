import { isRecord } from '#src/shared/json.ts'
import { type FileProblem, pointer } from '#src/shared/problem.ts'
import { compilePerception, perceptionFile, translationFiles } from './compile/perception.ts'
import { defaultFactor } from './shape/tolerated.ts'

/** What the authors' files of one version hold, by path inside its folder (`dimensions/emploi-durable.yaml`). */
export type AuthoredFiles = ReadonlyMap<string, unknown>

/** A problem at a path of one authored file. */
export type AuthoredProblem = FileProblem & { readonly file: string }

/** Where a part of the canonical form was written: everything under `at` is under `within` of `file`. */
export type Origin = { readonly at: string; readonly file: string; readonly within: string }

export type Compiled = {
  /** The canonical form, not yet parsed: what is wrong in the files is still wrong in it. */
  readonly json: unknown
  readonly origins: readonly Origin[]
  /** Faults of the set of files, which the canonical form can no longer show. */
  readonly problems: readonly AuthoredProblem[]
}

export const mainFile = 'questionnaire.yaml'

const mainKeys: ReadonlySet<string> = new Set([
  'id',
  'version',
  'title',
  'overall',
  'journey',
  'levelNames',
  'dimensions',
])
const listFiles = [
  { file: 'identity.yaml', key: 'identity' },
  { file: 'elements.yaml', key: 'elementLibrary' },
  { file: 'quiz.yaml', key: 'quiz' },
  { file: 'legal-grounds.yaml', key: 'legalGrounds' },
  { file: 'guidance.yaml', key: 'guidance' },
  { file: 'poster.yaml', key: 'poster' },
  { file: 'landmarks.yaml', key: 'landmarks' },
  { file: 'dated-facts.yaml', key: 'datedFacts' },
] as const

/**
 * Assembles the canonical form of one version out of its authored files: dimensions in the order the main file lists
 * them, and the defaults only authors enjoy (an indicator's factor). Judges nothing but the set of files itself.
 */
export function compileQuestionnaire(authored: AuthoredFiles): Compiled {
  const files = new Map([...authored].map(([file, content]) => [file, trimmed(content)]))
  const main = files.get(mainFile)

  if (!isRecord(main)) {
    const code = files.has(mainFile) ? 'wrong-type' : 'file-missing'

    return { json: undefined, origins: [], problems: [{ code, file: mainFile, path: '' }] }
  }

  const listed = Array.isArray(main['dimensions']) ? main['dimensions'].map(String) : []
  const dimensions = listed.map((id, index) => ({ file: `dimensions/${id}.yaml`, id, index }))
  const lists = listFiles.filter(({ file }) => files.has(file))
  const perception = compilePerception(files)

  return {
    json: {
      format: 'jalon/questionnaire@1',
      locale: 'fr',
      ...Object.fromEntries(Object.entries(main).filter(([key]) => mainKeys.has(key) && key !== 'dimensions')),
      dimensions: dimensions.map(({ file }) => files.get(file) ?? {}),
      indicators: indicatorsOf(files.get('indicators.yaml') ?? []),
      ...Object.fromEntries(lists.map(({ file, key }) => [key, files.get(file)])),
      ...perception.sections,
    },
    origins: [
      { at: '', file: mainFile, within: '' },
      ...dimensions.map(({ file, index }) => ({ at: pointer('dimensions', index), file, within: '' })),
      { at: '/indicators', file: 'indicators.yaml', within: '' },
      ...lists.map(({ file, key }) => ({ at: pointer(key), file, within: '' })),
      ...perception.origins,
    ],
    problems: [
      ...Object.keys(main)
        .filter((key) => !mainKeys.has(key))
        .map((key): AuthoredProblem => ({ code: 'unknown-key', file: mainFile, path: pointer(key) })),
      ...listProblems(main['dimensions']),
      ...dimensions.flatMap((dimension) => dimensionFileProblems(files, dimension)),
      ...unlistedFiles(files, new Set(dimensions.map(({ file }) => file))),
    ],
  }
}

/** The authored file and the path in it that a path of the canonical form came from. */
export function originOf(path: string, origins: readonly Origin[]): { readonly file: string; readonly path: string } {
  const found = origins
    .filter(({ at }) => path === at || path.startsWith(`${at}/`))
    .reduce<Origin | undefined>((best, next) => (best && best.at.length >= next.at.length ? best : next), undefined)

  return found === undefined
    ? { file: mainFile, path }
    : { file: found.file, path: `${found.within}${path.slice(found.at.length)}` }
}

/** Block texts in YAML end with a line feed that their authors never meant. */
function trimmed(content: unknown): unknown {
  if (typeof content === 'string') return content.trim()
  if (Array.isArray(content)) return content.map(trimmed)

  return isRecord(content)
    ? Object.fromEntries(Object.entries(content).map(([key, value]) => [key, trimmed(value)]))
    : content
}

function indicatorsOf(content: unknown): unknown {
  if (!Array.isArray(content)) return content

  return content.map((entry: unknown) => (isRecord(entry) ? { factor: defaultFactor(entry['unit']), ...entry } : entry))
}

function listProblems(list: unknown): readonly AuthoredProblem[] {
  const path = pointer('dimensions')

  if (list === undefined) return [{ code: 'missing-key', file: mainFile, path }]
  if (!Array.isArray(list)) return [{ code: 'wrong-type', file: mainFile, path }]

  return list.flatMap((id: unknown, index): readonly AuthoredProblem[] => {
    const at = { file: mainFile, path: pointer('dimensions', index) }

    if (typeof id !== 'string') return [{ ...at, code: 'wrong-type' }]

    return list.indexOf(id) < index ? [{ ...at, code: 'duplicate', details: { value: id } }] : []
  })
}

function dimensionFileProblems(
  files: AuthoredFiles,
  { file, id, index }: { readonly file: string; readonly id: string; readonly index: number },
): readonly AuthoredProblem[] {
  if (!files.has(file)) {
    return [{ code: 'unknown-dimension', file: mainFile, path: pointer('dimensions', index), details: { value: id } }]
  }

  const content = files.get(file)
  const written = isRecord(content) ? content['id'] : undefined

  return typeof written === 'string' && written !== id
    ? [{ code: 'file-name-mismatch', file, path: pointer('id'), details: { expected: id, found: written } }]
    : []
}

function unlistedFiles(files: AuthoredFiles, dimensions: ReadonlySet<string>): readonly AuthoredProblem[] {
  const expected = new Set<string>([
    mainFile,
    'indicators.yaml',
    perceptionFile,
    ...listFiles.map(({ file }) => file),
    ...translationFiles(files).map(({ file }) => file),
  ])

  return [...files.keys()]
    .filter((file) => !expected.has(file) && !dimensions.has(file))
    .toSorted()
    .map((file): AuthoredProblem => ({ code: 'file-unlisted', file, path: '' }))
}
