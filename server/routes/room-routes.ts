import { Hono } from 'hono'
import type { AppEnv } from '#server/http/app-env.ts'
import { problemResponse } from '#server/http/problem-response.ts'
import { readBody } from '#server/http/read-body.ts'
import { reply } from '#server/http/reply.ts'
import { commandRoom } from '#server/rooms/command-room.ts'
import { lastSeen, openEventStream } from '#server/rooms/live/event-stream.ts'
import { prepareRoom } from '#server/rooms/prepare-room.ts'
import { lookAtRoom, readNames, readRoom, readRooms } from '#server/rooms/read-room.ts'
import type { Services } from '#server/services.ts'

/** Live meetings of one accompaniment, for its signed-in people. */
export function roomRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.get('/:id/rooms', async (c) =>
    reply(c, await readRooms(services, c.var.actor, { id: c.req.param('id'), body: {} })),
  )

  app.post('/:id/rooms', async (c) =>
    reply(c, await prepareRoom(services, c.var.actor, { id: c.req.param('id'), body: await readBody(c) }), 201),
  )

  app.get('/:id/rooms/:roomId', async (c) =>
    reply(c, await readRoom(services, c.var.actor, { ...c.req.param(), body: {} })),
  )

  app.post('/:id/rooms/:roomId/commands', async (c) =>
    reply(c, await commandRoom(services, c.var.actor, { ...c.req.param(), body: await readBody(c) })),
  )

  app.get('/:id/rooms/:roomId/criteria/:criterionId/names', async (c) =>
    reply(c, await readNames(services, c.var.actor, { ...c.req.param(), body: {} })),
  )

  app.get('/:id/rooms/:roomId/events', async (c) => {
    const look = () => lookAtRoom(services, c.var.actor, { ...c.req.param(), body: {} })
    const room = await look()
    if (!room.ok) return problemResponse(c, room.problem)

    const stream = openEventStream(services.rooms.hub, {
      networkId: room.value.networkId,
      roomId: room.value.id,
      reader: c.var.actor.userId,
      after: lastSeen(c.req.header('last-event-id'), c.req.query('after')),
      isAllowed: async () => (await look()).ok,
    })
    return stream ?? problemResponse(c, { code: 'unavailable' })
  })

  return app
}
