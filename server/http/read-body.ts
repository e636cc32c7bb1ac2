import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { AppEnv } from './app-env.ts'
import { problemResponse } from './problem-response.ts'

/** The JSON that was sent, undefined where nothing was. What cannot be read as JSON is refused before anything is looked at. */
export async function readBody(c: Context<AppEnv>): Promise<unknown> {
  const text = await c.req.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new HTTPException(400, { res: problemResponse(c, { code: 'not-json' }) })
  }
}
