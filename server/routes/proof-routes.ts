import { Hono } from 'hono'
import type { AppEnv } from '#server/http/app-env.ts'
import { problemResponse } from '#server/http/problem-response.ts'
import { readProof } from '#server/http/read-proof.ts'
import { reply } from '#server/http/reply.ts'
import { attachment } from '#server/files/file-type.ts'
import type { Services } from '#server/services.ts'
import { addProof, readProofFile, removeProof, restoreProof } from '#server/use-cases/proofs.ts'

/** Proofs of an accompaniment. A file is only ever an attachment, of the type its content told. */
export function proofRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.post('/:id/proofs', async (c) =>
    reply(c, await addProof(services, c.var.actor, { id: c.req.param('id'), ...(await readProof(c)) }), 201),
  )

  app.get('/:id/proofs/:proofId/file', async (c) => {
    const file = await readProofFile(services, c.var.actor, { ...c.req.param(), body: {} })
    if (!file.ok) return problemResponse(c, file.problem)
    return c.body(new Uint8Array(file.value.content), 200, {
      'content-type': file.value.mediaType,
      'content-disposition': attachment(file.value.name),
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
  })

  app.delete('/:id/proofs/:proofId', async (c) =>
    reply(c, await removeProof(services, c.var.actor, { ...c.req.param(), body: {} })),
  )

  app.post('/:id/proofs/:proofId/restore', async (c) =>
    reply(c, await restoreProof(services, c.var.actor, { ...c.req.param(), body: {} })),
  )

  return app
}
