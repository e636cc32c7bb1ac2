import { open, realpath, stat } from 'node:fs/promises'
import type { FileProblem } from '#src/shared/problem.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'

/** 5 MB: far above any answer sheet or questionnaire. */
export const mostBytes = 5_000_000

/**
 * A file as text: UTF-8, with or without a byte order mark. Refusals: `file-unreadable` (absent, a folder, no
 * permission), `too-large`, `not-json` (bytes that are not UTF-8). Reads no more than the limit, whatever the file
 * says of its size. A named pipe is refused, for whoever would write to it may never come; what the shell gives by
 * itself (`/dev/stdin`, `<(…)`) has no path of its own, and is read.
 */
export async function readTextFile(file: string): Promise<Result<string, FileProblem>> {
  const bytes = await readAtMost(file, mostBytes + 1)

  if (bytes === undefined) return refused({ code: 'file-unreadable', path: '', details: { value: file } })
  if (bytes.length > mostBytes) return refused({ code: 'too-large', path: '', details: { max: mostBytes } })

  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refused({ code: 'not-json', path: '' })
  }
}

async function readAtMost(file: string, most: number): Promise<Uint8Array | undefined> {
  try {
    if (await isNamedPipe(file)) return undefined

    await using handle = await open(file, 'r')
    const buffer = new Uint8Array(most)
    let length = 0

    while (length < most) {
      const { bytesRead } = await handle.read(buffer, length, most - length)

      if (bytesRead === 0) break
      length += bytesRead
    }

    return buffer.subarray(0, length)
  } catch {
    return undefined
  }
}

async function isNamedPipe(file: string): Promise<boolean> {
  const found = await stat(file)

  return (
    found.isFIFO() &&
    (await realpath(file).then(
      () => true,
      () => false,
    ))
  )
}
