import { isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { FileFault } from '#server/questionnaires/content-error.ts'
import { readTextFile } from './text-file.ts'

/** An authored file: its content as plain data, and the line of any path in it. */
export type YamlFile = {
  readonly content: unknown
  readonly problems: readonly Omit<FileFault, 'file'>[]
  /** Line, from 1, of a JSON Pointer of the content, or of its nearest parent that is written. */
  readonly lineOf: (path: string) => number | undefined
}

/** Reads YAML 1.2 as data only: no alias, no custom tag, no duplicate key. */
export async function readYamlFile(file: string): Promise<YamlFile> {
  const read = await readTextFile(file)

  if (!read.ok)
    return { content: undefined, problems: [{ code: read.problem.code, path: '' }], lineOf: () => undefined }

  const lines = new LineCounter()

  try {
    const document = parseDocument(read.value, { lineCounter: lines, uniqueKeys: true, stringKeys: true })
    const problems = [...document.errors, ...document.warnings].map(({ pos }) => ({
      code: 'not-yaml' as const,
      path: '',
      line: lines.linePos(pos[0]).line,
    }))

    return {
      content: problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 }),
      problems,
      lineOf: (path) => lineOf(document.contents, path, lines),
    }
  } catch {
    // An alias, or nesting beyond the parser's stack: nothing an author writes.
    return { content: undefined, problems: [{ code: 'not-yaml', path: '' }], lineOf: () => undefined }
  }
}

function lineOf(root: Node | null, path: string, lines: LineCounter): number | undefined {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  let node: Node | null = root
  let offset = node?.range?.[0]

  for (const step of steps) {
    const pair = isMap(node) ? node.items.find(({ key }) => isNode(key) && String(key) === step) : undefined
    const next: unknown = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined

    if (pair && isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
    if (!isNode(next)) break
    if (!pair) offset = next.range?.[0] ?? offset
    node = next
  }

  return offset === undefined ? undefined : lines.linePos(offset).line
}
