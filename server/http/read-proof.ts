import { hash } from 'node:crypto'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { AppEnv } from './app-env.ts'
import { problemResponse } from './problem-response.ts'
import { readBody } from './read-body.ts'

export type SentProof = { readonly body: unknown; readonly content?: () => Uint8Array }

/** A proof as JSON, or as a form whose file is hashed and kept apart from what is checked as data. */
export async function readProof(c: Context<AppEnv>): Promise<SentProof> {
  const mediaType = c.req.header('content-type') ?? ''
  if (!mediaType.startsWith('multipart/form-data')) return { body: await readBody(c) }

  const form = await c.req.formData().catch(() => {
    throw new HTTPException(415, { res: problemResponse(c, { code: 'wrong-media-type' }) })
  })
  const { file, ...fields } = Object.fromEntries(form)
  if (!(file instanceof File)) throw new HTTPException(400, { res: problemResponse(c, { code: 'file-missing' }) })

  const content = new Uint8Array(await file.arrayBuffer())
  return {
    body: { ...fields, kind: 'file', name: file.name, sha256: hash('sha256', content, 'hex') },
    content: () => content,
  }
}
