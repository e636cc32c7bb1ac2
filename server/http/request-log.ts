import { randomUUID } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { Logger } from 'pino'
import type { AppEnv } from '#server/http/app-env.ts'

/**
 * Numbers each request (our own number, never the caller's), gives it a log of its own and writes one line when it is answered.
 * The query stays out of it: it may hold a token.
 */
export function requestLog(log: Logger) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const requestId = randomUUID()
    const startedAt = performance.now()
    c.set('requestId', requestId)
    c.set('log', log.child({ requestId }))
    c.header('X-Request-Id', requestId)
    await next()
    const milliseconds = Math.round(performance.now() - startedAt)
    c.var.log.info(
      { method: c.req.method, path: withoutToken(c.req.path), status: c.res.status, milliseconds },
      'answered',
    )
  })
}

/** A sign-in link is a secret until it is spent. */
function withoutToken(path: string): string {
  return path.replace(/(\/sign-in\/)(?!confirm$)[^/]+/, '$1…')
}
