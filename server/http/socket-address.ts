import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'

/** Who is at the other end of the socket. Headers are not believed: anybody may write them. */
export function socketAddress(c: Context<AppEnv>): string {
  return c.env?.incoming?.socket.remoteAddress ?? c.env?.address ?? '127.0.0.1'
}
