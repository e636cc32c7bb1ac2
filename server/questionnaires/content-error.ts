import type { FileProblem } from '#src/shared/problem.ts'

/** A problem in a file on disk: `path` is a JSON Pointer inside it, `line` counts from 1 where the file has lines. */
export type FileFault = FileProblem & { readonly file: string; readonly line?: number }

/** Content that doesn't hold together: stops the start, with all its faults. */
export class ContentError extends Error {
  readonly faults: readonly FileFault[]

  constructor(faults: readonly FileFault[]) {
    super(['invalid questionnaires', ...faults.map(({ file, path, code }) => `${file}#${path}: ${code}`)].join('\n  '))
    this.name = 'ContentError'
    this.faults = faults
  }
}
