import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { awarenessJoinHandlers } from '#server/awareness/join-handlers.ts'
import type { AppEnv } from '#server/http/app-env.ts'
import { readBody } from '#server/http/read-body.ts'
import { reply } from '#server/http/reply.ts'
import { socketAddress } from '#server/http/socket-address.ts'
import { joinEarly, joinMeeting } from '#server/rooms/join-meeting.ts'
import { join, type JoinHandlers } from '#server/rooms/join.ts'
import type { Services } from '#server/services.ts'
import { ok } from '#src/shared/result.ts'
import { seatCookie, seatCookieOptions } from './seat-cookie.ts'

const handlers: JoinHandlers = { room: joinMeeting, 'room-early': joinEarly, ...awarenessJoinHandlers }

/** Seconds after which a code refused for a while is worth another try. */
const retryAfter = 120

/** One door for everything that is entered with a code and without an account. */
export function joinRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.post('/', async (c) => {
    const joined = await join(services, handlers, socketAddress(c), await readBody(c))
    if (!joined.ok) {
      if (joined.problem.code === 'too-many-requests') c.header('retry-after', String(retryAfter))
      return reply(c, joined)
    }
    const { reply: answer, seat } = joined.value
    if (seat !== undefined) setCookie(c, seatCookie, seat, seatCookieOptions(services.baseUrl))
    return reply(c, ok(answer))
  })

  return app
}
