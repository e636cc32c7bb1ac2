import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { AppEnv } from './app-env.ts'
import { problemResponse } from './problem-response.ts'

/**
 * The built client, and under `/join` the page without an account. Files under `assets/` carry their hash in their name and never change; every other path is a page of
 * the client, which its router knows.
 */
export function clientFiles(folder: string) {
  const app = new Hono<AppEnv>()
  const files = serveStatic<AppEnv>({
    root: folder,
    precompressed: true,
    onFound: (file, c) => {
      const isHashed = /^(?:join\/)?assets\//.test(path.relative(folder, file).replaceAll(path.sep, '/'))
      c.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })

  app.get('/assets/*', files, (c) => problemResponse(c, { code: 'not-found' }))
  // Names with a dot are files at the root (icon, manifest); pages have none.
  app.get('/:file{[^/]+\\.[a-z0-9]+}', files)
  app.get('/join/assets/*', files, (c) => problemResponse(c, { code: 'not-found' }))
  app.get(
    '/join/worker.js',
    async (c, next) => {
      await next()
      // It lies one folder under the page it serves.
      c.header('service-worker-allowed', '/join')
    },
    files,
  )
  app.get('*', async (c) =>
    c.body(await readFile(path.join(folder, c.req.path === '/join' ? 'join/index.html' : 'index.html'), 'utf8'), 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    }),
  )
  return app
}
