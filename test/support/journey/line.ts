import { connect, createServer, type Socket } from 'node:net'

/** The network between browsers and servers: one address for several, which may be cut and mended. */
export type Line = {
  readonly address: string
  /** Ends every connection and takes no new one, as in a cellar. */
  readonly cut: () => void
  readonly mend: () => void
  /** The server behind that port is gone: what it held breaks, and others take over. */
  readonly lose: (port: number) => void
  readonly close: () => Promise<void>
}

/** Connections go to the servers in turn. */
export async function openLine(ports: readonly number[]): Promise<Line> {
  const open = new Map<Socket, number>()
  const lost = new Set<number>()
  let isCut = false
  let turn = 0

  const breakOff = (isConcerned: (port: number) => boolean) => {
    for (const [socket, port] of open) if (isConcerned(port)) socket.destroy()
  }
  const server = createServer((near) => {
    const living = ports.filter((port) => !lost.has(port))
    const port = living[(turn += 1) % living.length]
    if (isCut || port === undefined) {
      near.destroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.set(one, port)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')

  return {
    address: `http://127.0.0.1:${address.port}`,
    cut: () => {
      isCut = true
      breakOff(() => true)
    },
    mend: () => {
      isCut = false
    },
    lose: (port) => {
      lost.add(port)
      breakOff((each) => each === port)
    },
    close: async () => {
      breakOff(() => true)
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
