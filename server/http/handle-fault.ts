import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { AppEnv } from './app-env.ts'
import { problemResponse } from './problem-response.ts'

/** The one place where faults end: logged with the request's id, answered with that id alone. */
export function handleFault(error: unknown, c: Context<AppEnv>): Response {
  if (error instanceof HTTPException && error.res !== undefined) return error.res
  c.var.log.error({ err: describe(error) }, 'fault')
  return problemResponse(c, { code: isOutOfReach(error) ? 'unavailable' : 'internal' })
}

/** Values that people wrote may stand in a driver's error: only its nature is kept. */
function describe(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'not an error' }
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...('code' in error ? { code: error.code } : {}),
    ...(error.cause instanceof Error ? { cause: error.cause.message } : {}),
  }
}

/** PostgreSQL is stopping, starting, full, or gone. */
function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    /^(57P0[123]|53[0-9]{3}|08[0-9]{3}|ECONN|ENOENT|EPIPE)/.test(code) || /Connection terminated/.test(error.message)
  )
}
