import { randomUUID } from 'node:crypto'
import type { Position } from '#src/room/room-events.ts'

/** Somebody who joined with the code, without a screen: a cookie, and what it may send. */
export type SeatedPhone = {
  readonly position: (criterionId: string, position: Position) => Promise<void>
  /** Leaves its stream, as a page that closes. */
  readonly leave: () => void
}

/** Joins and listens, as a phone's page does. */
export async function joinRoom(address: string, code: string): Promise<SeatedPhone> {
  const headers = { origin: address, 'content-type': 'application/json' }
  const joined = await fetch(`${address}/api/join`, { method: 'POST', headers, body: JSON.stringify({ code }) })
  if (!joined.ok) throw new Error(`not joined: ${joined.status}`)
  const cookie = joined.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const listening = new AbortController()
  // A page that lost its server asks again; this one only keeps its place in the room while it lasts.
  void fetch(`${address}/api/seat/events`, { headers: { cookie }, signal: listening.signal })
    .then((response) => response.body?.pipeTo(new WritableStream()))
    .catch(() => undefined)

  return {
    leave: () => listening.abort(),
    position: async (criterionId, position) => {
      const saved = await fetch(`${address}/api/seat/positions/${criterionId}`, {
        method: 'PUT',
        headers: { ...headers, cookie },
        body: JSON.stringify({ operationId: randomUUID(), position }),
      })
      if (!saved.ok) throw new Error(`position not taken: ${saved.status} ${await saved.text()}`)
    },
  }
}
