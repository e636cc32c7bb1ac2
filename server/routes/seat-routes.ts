import { Hono } from 'hono'
import { deleteCookie, getCookie } from 'hono/cookie'
import type { AppEnv } from '#server/http/app-env.ts'
import { problemResponse } from '#server/http/problem-response.ts'
import { readBody } from '#server/http/read-body.ts'
import { reply } from '#server/http/reply.ts'
import { lastSeen, openEventStream } from '#server/rooms/live/event-stream.ts'
import { leaveSeat, readSeat, takePosition } from '#server/rooms/seat.ts'
import type { Services } from '#server/services.ts'
import { seatCookie, seatCookieOptions } from './seat-cookie.ts'

/** Seconds after which a phone that sent too much may try again. */
const retryAfter = 5

/** A place in a live meeting, held by a cookie: what a phone without an account may ask. */
export function seatRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.get('/', async (c) => reply(c, await readSeat(services, getCookie(c, seatCookie))))

  app.put('/positions/:criterionId', async (c) => {
    const taken = await takePosition(services, getCookie(c, seatCookie), {
      criterionId: c.req.param('criterionId'),
      body: await readBody(c),
    })
    if (!taken.ok && taken.problem.code === 'too-many-requests') c.header('retry-after', String(retryAfter))
    return reply(c, taken)
  })

  app.delete('/', async (c) => {
    await leaveSeat(services, getCookie(c, seatCookie))
    deleteCookie(c, seatCookie, seatCookieOptions(services.baseUrl))
    return c.body(null, 204)
  })

  app.get('/events', async (c) => {
    const cookie = getCookie(c, seatCookie)
    const seat = await services.rooms.seats.find(cookie)
    if (seat === undefined) return problemResponse(c, { code: 'seat-lost' })

    const stream = openEventStream(services.rooms.hub, {
      networkId: seat.networkId,
      roomId: seat.roomId,
      seat: { id: seat.seatId, early: seat.early },
      reader: seat.seatId,
      after: lastSeen(c.req.header('last-event-id'), c.req.query('after')),
      isAllowed: async () => (await services.rooms.seats.find(cookie)) !== undefined,
    })
    return stream ?? problemResponse(c, { code: 'unavailable' })
  })

  return app
}
