import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export type Reply = { readonly status: number; readonly body: string }

/** What a bad network did to the requests that went through it. */
type Damage = { dropped: number; unanswered: number; delayed: number; doubled: number }

export type BadNetwork = {
  readonly port: number
  readonly damage: Damage
  /** Every reply the server gave, by operation, those that reached nobody included. */
  readonly replies: ReadonlyMap<string, readonly Reply[]>
  /** Once the copies that wander are delivered. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

const longestDelay = 40
const longestWandering = 400

/**
 * A proxy that does what networks do, from a seed: some requests never arrive, some replies neither; some wait, and others
 * pass them; some arrive twice, the copy up to half a second later, when much has happened since.
 */
export async function openBadNetwork(targetPort: number, seed: number): Promise<BadNetwork> {
  const chance = randomFrom(seed)
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
  const damage: Damage = { dropped: 0, unanswered: 0, delayed: 0, doubled: 0 }
  const replies = new Map<string, Reply[]>()
  const wandering = new Set<Promise<unknown>>()

  const deliver = async (request: Request): Promise<Reply> => {
    const reply = await ask({ ...request, port: targetPort, agent })
    const { operationId } = JSON.parse(request.body) as { readonly operationId: string }
    const known = replies.get(operationId)
    if (known === undefined) replies.set(operationId, [reply])
    else known.push(reply)
    return reply
  }
  const wander = (request: Request) => {
    const copy = pause(chance() * longestWandering)
      .then(() => deliver(request))
      .finally(() => wandering.delete(copy))
    wandering.add(copy)
  }

  const pass = async (incoming: http.IncomingMessage, outgoing: http.ServerResponse): Promise<void> => {
    const request = await readRequest(incoming)
    const luck = chance()
    if (luck < 0.04) {
      damage.dropped += 1
      return void incoming.socket.destroy()
    }
    if (luck < 0.1) {
      damage.doubled += 1
      wander(request)
    }
    if (luck < 0.2) {
      damage.delayed += 1
      await pause(chance() * longestDelay)
    }
    const reply = await deliver(request).catch(() => undefined)
    if (reply === undefined || chance() < 0.04) {
      damage.unanswered += 1
      return void incoming.socket.destroy()
    }
    outgoing.writeHead(reply.status, { 'content-type': 'application/json' }).end(reply.body)
  }
  const proxy = http.createServer((incoming, outgoing) => void pass(incoming, outgoing))
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))

  return {
    port: (proxy.address() as AddressInfo).port,
    damage,
    replies,
    settled: async () => {
      await Promise.all(wandering)
    },
    close: async () => {
      agent.destroy()
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}

type Request = {
  readonly method: string
  readonly path: string
  readonly headers: http.OutgoingHttpHeaders
  readonly body: string
}

/** One request, whole; rejects where no reply comes back. */
export function ask(request: Request & { readonly port: number; readonly agent: http.Agent }): Promise<Reply> {
  const { method, path, headers, body, port, agent } = request
  return new Promise((resolve, reject) => {
    const outgoing = http.request(
      {
        host: '127.0.0.1',
        port,
        agent,
        method,
        path,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('error', reject)
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(pieces).toString('utf8') }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

async function readRequest(incoming: http.IncomingMessage): Promise<Request> {
  const pieces: Buffer[] = []
  for await (const piece of incoming) pieces.push(piece as Buffer)
  const { cookie, origin, 'content-type': type } = incoming.headers
  return {
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    headers: { cookie: cookie ?? '', origin: origin ?? '', 'content-type': type ?? '' },
    body: Buffer.concat(pieces).toString('utf8'),
  }
}

/** Mulberry32: the same accidents at each run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
