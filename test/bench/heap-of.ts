import type { ServerProcess } from '#test/faults/server-process.ts'
import { poll } from '#test/support/poll.ts'

/** Starts the server so that its heap can be weighed from outside. */
export const weighable = { NODE_OPTIONS: '--inspect=127.0.0.1:0' }

export type Scales = {
  /** Bytes in use once everything that nobody holds is gone, what waits to be written to sockets included. */
  readonly weigh: () => Promise<number>
  readonly close: () => void
}

/** Objects, and the bytes of buffers, which lie beside them. */
type HeapUsage = { readonly usedSize: number; readonly backingStorageSize: number }

/** Over the inspector's own protocol: the server needs nothing for it. */
export async function heapOf(server: ServerProcess): Promise<Scales> {
  const address = await poll('the inspector', () => /Debugger listening on (ws:\S+)/.exec(server.errors())?.[1])
  const socket = new WebSocket(address)
  const waiting = new Map<number, (result: unknown) => void>()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { readonly id: number; readonly result: unknown }
    waiting.get(id)?.(result)
    waiting.delete(id)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', reject, { once: true })
  })
  const ask = (method: string) =>
    new Promise<unknown>((resolve) => {
      last += 1
      waiting.set(last, resolve)
      socket.send(JSON.stringify({ id: last, method }))
    })

  return {
    weigh: async () => {
      await ask('HeapProfiler.collectGarbage')
      const { usedSize, backingStorageSize } = (await ask('Runtime.getHeapUsage')) as HeapUsage
      return usedSize + backingStorageSize
    },
    close: () => socket.close(),
  }
}
