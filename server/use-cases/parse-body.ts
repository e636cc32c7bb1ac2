import type { z } from 'zod'
import type { Problem } from '#src/contract/problems.ts'
import { pointer, type FileProblem } from '#src/shared/problem.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'

/** What was sent, or every fault of its shape with its path. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): Result<T, Problem> {
  const parsed = schema.safeParse(body)
  return parsed.success
    ? ok(parsed.data)
    : refused({ code: 'invalid', faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, body)) })
}

/** A single fault found after the shape was accepted. */
export function invalid(code: FileProblem['code'], ...path: readonly PropertyKey[]) {
  return refused<Problem>({ code: 'invalid', faults: [{ code, path: pointer(...path) }] })
}

export function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
}

function faultsOf(issue: z.core.$ZodIssue, body: unknown): readonly FileProblem[] {
  const path = pointer(...issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ code: 'unknown-key', path: `${path}${pointer(key)}` }))
    case 'too_big':
      return [{ code: tooBig[issue.origin] ?? 'number-out-of-range', path, details: { max: Number(issue.maximum) } }]
    case 'too_small':
      return [{ code: issue.origin === 'string' ? 'empty-text' : 'number-out-of-range', path }]
    case 'invalid_format':
      return [{ code: malformed[issue.format] ?? 'wrong-type', path }]
    case 'invalid_value':
      return [{ code: 'unknown-value', path }]
    case 'invalid_type':
      return [{ code: isAbsent(body, issue.path) ? 'missing-key' : 'wrong-type', path }]
    default:
      return [{ code: 'wrong-type', path }]
  }
}

const malformed: Readonly<Record<string, FileProblem['code']>> = { date: 'invalid-date', regex: 'invalid-text' }
const tooBig: Readonly<Record<string, FileProblem['code']>> = { string: 'text-too-long', array: 'too-many' }

function isAbsent(body: unknown, path: readonly PropertyKey[]): boolean {
  const found = path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    body,
  )
  return found === undefined
}
