import { Hono } from 'hono'

/** For whoever watches the server: `/healthz` tells that the process lives, `/readyz` that it can work right now. */
export function healthRoutes(isReady: () => Promise<boolean>) {
  return new Hono()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) => ((await isReady()) ? c.text('ready') : c.text('not ready', 503)))
}
