import { Hono } from 'hono'
import { isAnswering } from '#server/database/is-answering.ts'
import type { AppEnv } from '#server/http/app-env.ts'
import { clientFiles } from '#server/http/client-files.ts'
import { handleFault } from '#server/http/handle-fault.ts'
import { knownAddress } from '#server/http/socket-address.ts'
import { limitBody, ownOrigin, securityHeaders, signedIn } from '#server/http/middlewares.ts'
import { problemResponse } from '#server/http/problem-response.ts'
import { requestLog } from '#server/http/request-log.ts'
import { accompanimentRoutes } from '#server/routes/accompaniment-routes.ts'
import { accountRoutes } from '#server/routes/account-routes.ts'
import { answerRoutes, awarenessRoutes } from '#server/routes/awareness-routes.ts'
import { guidanceRoutes } from '#server/routes/guidance-routes.ts'
import { healthRoutes } from '#server/routes/health.ts'
import { networkRoutes } from '#server/routes/network-routes.ts'
import { joinRoutes } from '#server/routes/join-routes.ts'
import { proofRoutes } from '#server/routes/proof-routes.ts'
import { roomRoutes } from '#server/routes/room-routes.ts'
import { seatRoutes } from '#server/routes/seat-routes.ts'
import { synthesisRoutes } from '#server/routes/synthesis-routes.ts'
import type { Services } from '#server/services.ts'
import { largestProof } from '#server/use-cases/proofs.ts'

export type AppOptions = {
  /** Folder of the built client; absent where only the API is wanted. */
  readonly clientFolder?: string
  /** Whether one reverse proxy stands in front, whose word on who asks is believed. */
  readonly trustProxy?: boolean
}

const mebibyte = 1024 * 1024

/** The whole HTTP application: health, the API under `/api`, and the client for everything else. */
export function createApp(services: Services, options: AppOptions = {}): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.onError(handleFault)
  app.notFound((c) => problemResponse(c, { code: 'not-found' }))
  app.use(knownAddress(options.trustProxy ?? false))
  app.use(requestLog(services.log), securityHeaders(services.baseUrl))
  app.route(
    '/',
    healthRoutes(() => isAnswering(services.db)),
  )

  const api = new Hono<AppEnv>()
  api.use(ownOrigin(services.baseUrl))
  // A proof's own limit leaves room for the form around the file.
  const proofLimit = limitBody(largestProof + mebibyte)
  const limit = limitBody(mebibyte)
  api.use((c, next) =>
    /^\/api\/accompaniments\/[^/]+\/proofs$/.test(c.req.path) ? proofLimit(c, next) : limit(c, next),
  )
  api.route('/', accountRoutes(services))
  api.route('/join', joinRoutes(services))
  api.route('/seat', seatRoutes(services))
  api.route('/', answerRoutes(services))
  api.route('/', guidanceRoutes(services))
  api.use(signedIn(services))
  api.route('/', networkRoutes(services))
  api.route('/accompaniments', accompanimentRoutes(services))
  api.route('/accompaniments', proofRoutes(services))
  api.route('/accompaniments', synthesisRoutes(services))
  api.route('/accompaniments', awarenessRoutes(services))
  api.route('/accompaniments', roomRoutes(services))
  api.all('*', (c) => problemResponse(c, { code: 'not-found' }))
  app.route('/api', api)

  if (options.clientFolder !== undefined) app.route('/', clientFiles(options.clientFolder))
  return app
}
