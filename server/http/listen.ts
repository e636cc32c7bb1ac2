import { IncomingMessage, type Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { StartRefusal } from '#server/start-refusal.ts'

export type Listener = {
  readonly port: number
  /** Accepts nothing new, lets the requests in flight end, and cuts what lasts longer (live events never end by themselves). */
  readonly stop: () => Promise<void>
}

/** What an application is to the network. */
type Answering = (request: Request, bindings: { readonly incoming?: IncomingMessage }) => Response | Promise<Response>

const graceMilliseconds = 10_000

/** Opens the door. Refuses with `port-taken` or `port-forbidden`. */
export async function listen(fetch: Answering, host: string, port: number): Promise<Listener> {
  const answer = (request: Request, { incoming }: { readonly incoming: unknown }) =>
    fetch(request, incoming instanceof IncomingMessage ? { incoming } : {})
  const server = serve({ fetch: answer, hostname: host, port }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (cause: NodeJS.ErrnoException) => reject(refusalOf(cause, port)))
  })
  const address = server.address()

  return { port: typeof address === 'object' && address !== null ? address.port : port, stop: () => stop(server) }
}

function refusalOf(cause: NodeJS.ErrnoException, port: number): Error {
  if (cause.code === 'EADDRINUSE') return new StartRefusal({ code: 'port-taken', port }, { cause })
  if (cause.code === 'EACCES') return new StartRefusal({ code: 'port-forbidden', port }, { cause })
  if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND')
    return new StartRefusal({ code: 'host-unknown' }, { cause })

  return cause
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const over = new AbortController()
  const cutting = pause(graceMilliseconds, undefined, { signal: over.signal }).then(
    () => server.closeAllConnections(),
    () => undefined,
  )
  // A connection kept alive becomes idle only after its answer, which may come after this moment.
  const sweeping = setInterval(() => server.closeIdleConnections(), 50)
  await closed
  clearInterval(sweeping)
  over.abort()
  await cutting
}
