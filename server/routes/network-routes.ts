import { Hono } from 'hono'
import type { AppEnv } from '#server/http/app-env.ts'
import { problemResponse } from '#server/http/problem-response.ts'
import { readBody } from '#server/http/read-body.ts'
import { reply } from '#server/http/reply.ts'
import type { Services } from '#server/services.ts'
import { inviteAdvisor, readAdvisors, removeAdvisor } from '#server/use-cases/advisors.ts'
import { changeNetwork } from '#server/use-cases/change-me.ts'
import { createPractice, readPractices } from '#server/use-cases/practices.ts'
import { readMethods } from '#server/use-cases/read-methods.ts'
import { readPortfolio } from '#server/use-cases/read-portfolio.ts'
import { readQuestionnaire } from '#server/use-cases/read-questionnaire.ts'
import { changeStructure, createStructure, readStructures } from '#server/use-cases/structures.ts'

/** What belongs to the network as a whole. */
export function networkRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.get('/methods', (c) => c.json(readMethods(services)))
  app.get('/portfolio', async (c) => reply(c, await readPortfolio(services, c.var.actor, c.req.query())))

  app.patch('/network', async (c) => reply(c, await changeNetwork(services, c.var.actor, await readBody(c))))
  app.get('/advisors', async (c) => reply(c, await readAdvisors(services, c.var.actor, {})))
  app.post('/advisors', async (c) => reply(c, await inviteAdvisor(services, c.var.actor, await readBody(c)), 201))
  app.delete('/advisors/:id', async (c) => reply(c, await removeAdvisor(services, c.var.actor, c.req.param('id'))))

  app.get('/structures', async (c) => reply(c, await readStructures(services, c.var.actor, c.req.query())))
  app.post('/structures', async (c) => reply(c, await createStructure(services, c.var.actor, await readBody(c)), 201))
  app.patch('/structures/:id', async (c) =>
    reply(c, await changeStructure(services, c.var.actor, { id: c.req.param('id'), body: await readBody(c) })),
  )

  app.get('/practices', async (c) => reply(c, await readPractices(services, c.var.actor, c.req.query())))
  app.post('/practices', async (c) => reply(c, await createPractice(services, c.var.actor, await readBody(c)), 201))

  app.get('/questionnaires/:id/:version', async (c) => {
    const found = await readQuestionnaire(services, c.var.actor, c.req.param())
    if (!found.ok) return problemResponse(c, found.problem)
    // The text of a version never changes: its hash is its name for ever.
    return c.body(found.value.canonical, 200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${found.value.sha256}"`,
    })
  })

  return app
}
