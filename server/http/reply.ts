import type { Context } from 'hono'
import type { Problem } from '#src/contract/problems.ts'
import type { Result } from '#src/shared/result.ts'
import type { AppEnv } from './app-env.ts'
import { problemResponse } from './problem-response.ts'

/** The result of a use case as a response. Nothing to say is 204. */
export function reply<T>(c: Context<AppEnv>, result: Result<T, Problem>, status: 200 | 201 | 202 = 200): Response {
  if (!result.ok) return problemResponse(c, result.problem)
  c.header('cache-control', 'no-store')
  return result.value === undefined || result.value === null
    ? c.body(null, 204)
    : c.body(JSON.stringify(result.value), status, { 'content-type': 'application/json; charset=utf-8' })
}
