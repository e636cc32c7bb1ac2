import { Hono } from 'hono'
import type { AppEnv } from '#server/http/app-env.ts'
import { signedIn } from '#server/http/middlewares.ts'
import { problemResponse } from '#server/http/problem-response.ts'
import { readBody } from '#server/http/read-body.ts'
import { reply } from '#server/http/reply.ts'
import { socketAddress } from '#server/http/socket-address.ts'
import type { Services } from '#server/services.ts'
import { confirmSignIn, readSignInLink, requestSignIn } from '#server/use-cases/sign-in.ts'
import { changeMe, confirmAddress } from '#server/use-cases/change-me.ts'
import { readMe } from '#server/use-cases/read-me.ts'
import { readOutbox } from '#server/use-cases/read-outbox.ts'
import { removeExampleData } from '#server/use-cases/remove-example.ts'

/** Signing in and out, who is signed in, and what belongs to the network's own page. */
export function accountRoutes(services: Services) {
  const app = new Hono<AppEnv>()

  app.post('/sign-in', async (c) => reply(c, await requestSignIn(services, socketAddress(c), await readBody(c))))

  app.post('/sign-in/confirm', async (c) => {
    const cookies = await confirmSignIn(services, socketAddress(c), await readBody(c))
    if (!cookies.ok) return problemResponse(c, cookies.problem)
    for (const cookie of cookies.value) c.header('set-cookie', cookie, { append: true })
    return c.body(null, 204)
  })

  app.get('/sign-in/:token', async (c) => reply(c, await readSignInLink(services, c.req.param('token'))))

  app.post('/sign-out', async (c) => {
    for (const cookie of await services.accounts.signOut(c.req.raw.headers))
      c.header('set-cookie', cookie, { append: true })
    return c.body(null, 204)
  })

  const mine = signedIn(services)
  app.get('/me', mine, async (c) => reply(c, await readMe(services, c.var.actor)))
  app.patch('/me', mine, async (c) => reply(c, await changeMe(services, c.var.actor, await readBody(c))))
  app.post('/me/address', mine, async (c) => reply(c, await confirmAddress(services, c.var.actor, await readBody(c))))
  app.get('/outbox', mine, async (c) => reply(c, await readOutbox(services, c.var.actor, {})))
  app.delete('/example', mine, async (c) => reply(c, await removeExampleData(services, c.var.actor, {})))

  return app
}
