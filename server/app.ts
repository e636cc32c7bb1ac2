import { Hono } from 'hono'
import { isAnswering } from '#server/database/is-answering.ts'
import type { AppEnv } from '#server/http/app-env.ts'
import { requestLog } from '#server/http/request-log.ts'
import { healthRoutes } from '#server/routes/health.ts'
import type { Services } from '#server/services.ts'

/** The whole application as a function from request to response: no port, no clock, nothing that a test cannot hold. */
export function createApp({ db, log }: Services) {
  return new Hono<AppEnv>().use(requestLog(log)).route(
    '/',
    healthRoutes(() => isAnswering(db)),
  )
}
