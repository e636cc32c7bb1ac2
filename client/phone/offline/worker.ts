import { seatPath, shellCachePrefix, snapshotCache } from './caches.ts'

/**
 * The service worker of the page without an account, and of nothing else: its scope is `/join`. It answers GET alone:
 * the files of the page, and the seat in the running meeting when the network is gone. What people send passes by it.
 */

type WorkerEvent = { readonly waitUntil: (work: Promise<unknown>) => void }
type FetchEvent = WorkerEvent & {
  readonly request: Request
  readonly respondWith: (response: Promise<Response>) => void
}
type WorkerScope = {
  readonly addEventListener: ((type: 'install' | 'activate', listener: (event: WorkerEvent) => void) => void) &
    ((type: 'fetch', listener: (event: FetchEvent) => void) => void)
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  readonly location: { readonly origin: string }
}
// The library of types for documents does not know what a worker is.
declare const self: WorkerScope

// Both are written by the build.
const files = 'shell-files'.split(' ')
const shellVersion = 'shell-version'
const shellCache = shellCachePrefix + shellVersion
/** How long a page waits for a network that does not answer before the kept one shows. */
const patience = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldShells().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (url.pathname.startsWith('/join/assets/')) event.respondWith(keptFirst(request))
  else if (url.pathname === '/join') event.respondWith(networkFirst(request, shellCache, '/join'))
  else if (url.pathname === seatPath) event.respondWith(networkFirst(request, snapshotCache, seatPath))
})

async function keepShell(): Promise<void> {
  const cache = await caches.open(shellCache)
  await cache.addAll(files)
}

async function forgetOldShells(): Promise<void> {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(shellCachePrefix) && name !== shellCache)
  await Promise.all(old.map((name) => caches.delete(name)))
}

async function keptFirst(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

/** The server's answer; what was kept where none came, or where a proxy answers for a server that is gone. */
async function networkFirst(request: Request, cacheName: string, key: string): Promise<Response> {
  const tooLong = new AbortController()
  setTimeout(() => tooLong.abort(), patience)
  const kept = () => caches.open(cacheName).then((cache) => cache.match(key))
  try {
    const answer = await fetch(request, { signal: tooLong.signal })
    return answer.status < 500 ? answer : ((await kept()) ?? answer)
  } catch (cause) {
    const copy = await kept()
    if (copy === undefined) throw cause
    return copy
  }
}
