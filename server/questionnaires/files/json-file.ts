import { duplicateKeys } from '#src/shared/duplicate-keys.ts'
import type { FileProblem } from '#src/shared/problem.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { readTextFile } from './text-file.ts'

/** A JSON file as data. A key written twice is refused: JSON.parse would silently keep the last. */
export async function readJsonFile(file: string): Promise<Result<unknown, readonly FileProblem[]>> {
  const read = await readJsonText(file)

  return read.ok && read.value.duplicates.length > 0
    ? refused(read.value.duplicates)
    : read.ok
      ? ok(read.value.json)
      : read
}

/** The same for who looks further: the data as JSON.parse keeps it, and the keys written twice. */
export async function readJsonText(
  file: string,
): Promise<Result<{ readonly json: unknown; readonly duplicates: readonly FileProblem[] }, readonly FileProblem[]>> {
  const read = await readTextFile(file)

  if (!read.ok) return refused([read.problem])

  const json = parsedJson(read.value)

  if (json === undefined) return refused([{ code: 'not-json', path: '' }])

  const duplicates = duplicateKeys(read.value).map((path): FileProblem => ({ code: 'duplicate', path }))

  return ok({ json, duplicates })
}

/** Undefined, which JSON cannot hold, where the text is not JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
