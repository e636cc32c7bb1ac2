import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { Services } from '#server/services.ts'
import type { AppEnv } from './app-env.ts'
import { problemResponse } from './problem-response.ts'

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // Components set sizes and colours in style attributes; none of it comes from what people write.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Said on every response, errors included. */
export function securityHeaders(baseUrl: string) {
  return createMiddleware<AppEnv>(async (c, next) => {
    await next()
    const { headers } = c.res
    if (!headers.has('content-security-policy')) c.header('content-security-policy', contentSecurityPolicy)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    c.header('cross-origin-opener-policy', 'same-origin')
    c.header('cross-origin-resource-policy', 'same-origin')
    c.header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
    if (baseUrl.startsWith('https:')) c.header('strict-transport-security', 'max-age=31536000')
  })
}

/**
 * What changes something must come from a page of ours. Browsers say where a request comes from with every such method, so
 * a request that does not say it is refused too.
 */
export function ownOrigin(baseUrl: string) {
  const ours = new URL(baseUrl).origin
  return createMiddleware<AppEnv>(async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const origin = URL.parse(c.req.header('origin') ?? '')
    // Somebody may type another name of this machine than the one in the settings.
    const isOurs = origin !== null && (origin.origin === ours || origin.host === c.req.header('host'))
    return isOurs ? next() : problemResponse(c, { code: 'wrong-origin' })
  })
}

/** Counts what arrives, announced or in chunks. */
export function limitBody(bytes: number) {
  return bodyLimit({ maxSize: bytes, onError: (c: Context<AppEnv>) => problemResponse(c, { code: 'too-large' }) })
}

/** Only for signed-in people; the session's cookie is renewed on the way. */
export function signedIn({ accounts }: Services) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const found = await accounts.find(c.req.raw.headers)
    if (found === undefined) return problemResponse(c, { code: 'not-signed-in' })
    c.set('actor', found.account)
    await next()
    for (const cookie of found.cookies) c.header('set-cookie', cookie, { append: true })
    return undefined
  })
}
