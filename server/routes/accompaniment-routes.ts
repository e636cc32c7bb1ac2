import { Hono } from 'hono'
import type { AppEnv } from '#server/http/app-env.ts'
import { readBody } from '#server/http/read-body.ts'
import { reply } from '#server/http/reply.ts'
import type { Services } from '#server/services.ts'
import { createAccompaniment } from '#server/use-cases/create-accompaniment.ts'
import { invitePerson, removePerson } from '#server/use-cases/people.ts'
import { readAccompaniment, readEntryHistory, readProgress } from '#server/use-cases/read-accompaniment.ts'
import { saveEntry } from '#server/use-cases/save-entry.ts'
import { sendMeetingNotes } from '#server/use-cases/send-meeting-notes.ts'
import { triggerTransition } from '#server/use-cases/trigger-transition.ts'

/** One accompaniment: its view, its entries, its journey, its people. */
export function accompanimentRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.post('/', async (c) => reply(c, await createAccompaniment(services, c.var.actor, await readBody(c)), 201))

  app.get('/:id', async (c) =>
    reply(c, await readAccompaniment(services, c.var.actor, { id: c.req.param('id'), body: {} })),
  )

  app.get('/:id/progress', async (c) =>
    reply(c, await readProgress(services, c.var.actor, { id: c.req.param('id'), body: {} })),
  )

  app.post('/:id/transitions', async (c) =>
    reply(c, await triggerTransition(services, c.var.actor, { id: c.req.param('id'), body: await readBody(c) })),
  )

  app.put('/:id/entries/:key', async (c) =>
    reply(c, await saveEntry(services, c.var.actor, { ...c.req.param(), body: await readBody(c) })),
  )

  app.get('/:id/entries/:key/history', async (c) =>
    reply(c, await readEntryHistory(services, c.var.actor, { ...c.req.param(), body: {} })),
  )

  app.post('/:id/people', async (c) =>
    reply(c, await invitePerson(services, c.var.actor, { id: c.req.param('id'), body: await readBody(c) }), 201),
  )

  app.delete('/:id/people/:userId', async (c) =>
    reply(c, await removePerson(services, c.var.actor, { ...c.req.param(), body: {} })),
  )

  app.post('/:id/meetings/:meeting/notes', async (c) =>
    reply(c, await sendMeetingNotes(services, c.var.actor, { ...c.req.param(), body: await readBody(c) })),
  )

  return app
}
