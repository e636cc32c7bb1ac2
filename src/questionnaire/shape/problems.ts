import type { z } from 'zod'
import {
  type FileProblem,
  type FileProblemCode,
  formatProblemCodes,
  pointer,
  questionnaireProblemCodes,
} from '#src/shared/problem.ts'

const ownCodes: ReadonlyMap<string, FileProblemCode> = new Map(
  [...formatProblemCodes, ...questionnaireProblemCodes].map((code) => [code, code]),
)

/** The schema's issues as problems: an unknown key is pointed at itself, and a message that is a code becomes the code. */
export function shapeProblems(error: z.ZodError): readonly FileProblem[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key): FileProblem => ({ code: unknownKeyCode(issue.path), path: pointer(...issue.path, key) }))
      : [{ code: codeOf(issue), path: pointer(...issue.path), ...detailsOf(issue) }],
  )
}

/** The keys of `variants` are kinds of structures. */
function unknownKeyCode(path: readonly PropertyKey[]): FileProblemCode {
  return path.at(-1) === 'variants' ? 'unknown-kind' : 'unknown-key'
}

function detailsOf(issue: z.core.$ZodIssue): Pick<FileProblem, 'details'> {
  const max: unknown = issue.code === 'custom' ? issue.params?.['max'] : undefined

  return typeof max === 'number' ? { details: { max } } : {}
}

function codeOf(issue: z.core.$ZodIssue): FileProblemCode {
  if (issue.input === undefined) return 'missing-key'
  if (issue.code === 'invalid_type' && !isSameType(issue.expected, issue.input)) return 'wrong-type'
  if (issue.code === 'invalid_value' && typeof issue.input !== typeof issue.values[0]) return 'wrong-type'

  const own = ownCodes.get(issue.message)

  if (own !== undefined) return own

  // A number refused as a number is NaN or infinite (1e999 in a file); one refused as an integer has decimals.
  return issue.code === 'invalid_type' && typeof issue.input === 'number' ? 'number-out-of-range' : 'wrong-type'
}

function isSameType(expected: string, input: unknown): boolean {
  if (expected === 'array' || expected === 'tuple') return Array.isArray(input)
  if (expected === 'int' || expected === 'number') return typeof input === 'number'

  return typeof input === expected && input !== null && !Array.isArray(input)
}
