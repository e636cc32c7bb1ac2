import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** `target` is a file of the project, as a path from its root, or the name of a package. */
export type Import = {
  readonly from: string
  readonly specifier: string
  readonly target: string
  readonly kind: 'file' | 'package'
}

const sources = ['src/**/*.{ts,tsx}', 'server/**/*.{ts,mjs}', 'client/**/*.{ts,tsx}', 'test/**/*.{ts,tsx,mjs}']

/** Every source file of the project, as paths from its root, with slashes. */
export function sourceFiles(): readonly string[] {
  return globSync(sources, { cwd: projectRoot })
    .map((file) => file.replaceAll(path.sep, '/'))
    .toSorted()
}

/** Every import of every file, of types too: a type that crosses a wall shows where the wall stands wrong. */
export function allImports(): readonly Import[] {
  return sourceFiles().flatMap(importsOf)
}

function importsOf(from: string): readonly Import[] {
  const code = readFileSync(path.join(projectRoot, from), 'utf8')
  const { module } = parseSync(from, code)
  const specifiers = [
    ...module.staticImports.map((each) => each.moduleRequest.value),
    ...module.staticExports.flatMap((each) => each.entries.map((entry) => entry.moduleRequest?.value)),
    ...module.dynamicImports.map((each) => literal(code.slice(each.moduleRequest.start, each.moduleRequest.end))),
  ].filter((specifier) => specifier !== undefined)

  return [...new Set(specifiers)].map((specifier) => ({ from, specifier, ...resolve(from, specifier) }))
}

/** The text between quotes, or undefined for a name computed at run time. */
function literal(expression: string): string | undefined {
  return /^(['"`])([^$]*)\1$/.exec(expression)?.[2]
}

function resolve(from: string, specifier: string): { readonly target: string; readonly kind: 'file' | 'package' } {
  if (specifier.startsWith('#')) return { target: specifier.slice(1), kind: 'file' }
  if (specifier.startsWith('.')) return { target: path.posix.join(path.posix.dirname(from), specifier), kind: 'file' }

  return { target: specifier, kind: 'package' }
}

export function isMissing({ kind, target }: Import): boolean {
  // A question mark asks the bundler for the file in another form.
  return kind === 'file' && !existsSync(path.join(projectRoot, target.replace(/\?.*$/, '')))
}

/** The package's name without what is imported inside it: `kysely/migration` is `kysely`. */
export function packageOf(specifier: string): string {
  return specifier.startsWith('node:') ? 'node:' : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

/** The import chains that come back to where they start, each told once, as `a -> b -> a`. */
export function cyclesIn(imports: readonly Import[]): readonly string[] {
  const targets = Map.groupBy(
    imports.filter(({ kind }) => kind === 'file'),
    ({ from }) => from,
  )
  const finished = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, chain: readonly string[]) => {
    const start = chain.indexOf(file)
    if (start >= 0) cycles.push([...chain.slice(start), file].join(' -> '))
    if (start >= 0 || finished.has(file)) return
    for (const { target } of targets.get(file) ?? []) visit(target, [...chain, file])
    finished.add(file)
  }
  for (const file of targets.keys()) visit(file, [])

  return cycles
}
