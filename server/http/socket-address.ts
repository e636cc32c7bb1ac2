import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from './app-env.ts'

/**
 * Notes who is at the other end. Headers are not believed, anybody may write them, except the last address that the one
 * trusted proxy added: what stands before it came from outside.
 */
export function knownAddress(trustProxy: boolean) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
    const socket = c.env?.incoming?.socket.remoteAddress ?? c.env?.address ?? '127.0.0.1'
    c.set('address', forwarded === undefined || forwarded === '' ? socket : forwarded)
    await next()
  })
}

export function socketAddress(c: Context<AppEnv>): string {
  return c.var.address
}
