import { Hono } from 'hono'
import type { AppEnv } from '#server/http/app-env.ts'
import { problemResponse } from '#server/http/problem-response.ts'
import { readBody } from '#server/http/read-body.ts'
import { reply } from '#server/http/reply.ts'
import { attachment } from '#server/files/file-type.ts'
import type { Services } from '#server/services.ts'
import {
  openCorrectionOf,
  previewSynthesis,
  printSynthesisNow,
  readPdf,
  readSyntheses,
} from '#server/use-cases/syntheses.ts'

/** Printed syntheses of an accompaniment, the preview of the next, and corrections after delivery. */
export function synthesisRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.get('/:id/syntheses', async (c) =>
    reply(c, await readSyntheses(services, c.var.actor, { id: c.req.param('id'), body: {} })),
  )

  app.post('/:id/syntheses', async (c) =>
    reply(c, await printSynthesisNow(services, c.var.actor, { id: c.req.param('id'), body: await readBody(c) }), 202),
  )

  app.get('/:id/syntheses/preview', async (c) =>
    reply(c, await previewSynthesis(services, c.var.actor, { id: c.req.param('id'), body: c.req.query() })),
  )

  app.get('/:id/syntheses/:synthesisId/pdf', async (c) => {
    const file = await readPdf(services, c.var.actor, { ...c.req.param(), body: {} })
    if (!file.ok) return problemResponse(c, file.problem)
    return c.body(new Uint8Array(file.value.pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': attachment(file.value.name),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
  })

  app.post('/:id/corrections', async (c) =>
    reply(c, await openCorrectionOf(services, c.var.actor, { id: c.req.param('id'), body: await readBody(c) }), 201),
  )

  return app
}
