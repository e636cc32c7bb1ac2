import { connect, createServer, type Socket } from 'node:net'

/** The network between browsers and servers: one address for several, which may be cut and mended. */
export type Line = {
  readonly address: string
  /** Ends every connection and takes no new one, as in a cellar. */
  readonly cut: () => void
  /** Takes every connection and lets nothing through: nobody knows yet that the network is gone. */
  readonly swallow: () => void
  /** Whoever stands before the servers says that none of them answers, as a proxy does while they restart. */
  readonly refuse: () => void
  readonly mend: () => void
  /** The server behind that port is gone: what it held breaks, and others take over. */
  readonly lose: (port: number) => void
  readonly close: () => Promise<void>
}

const badGateway =
  'HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\ncontent-length: 20\r\n\r\n<h1>Bad Gateway</h1>'

/** Connections go to the servers in turn. */
export async function openLine(ports: readonly number[]): Promise<Line> {
  const open = new Map<Socket, number>()
  const lost = new Set<number>()
  const stuck = new Set<Socket>()
  let isCut = false
  let mode: 'through' | 'swallow' | 'refuse' = 'through'
  let turn = 0

  const breakOff = (isConcerned: (port: number) => boolean) => {
    for (const [socket, port] of open) if (isConcerned(port)) socket.destroy()
  }
  const server = createServer((near) => {
    if (mode !== 'through') {
      stuck.add(near)
      near.on('error', () => undefined)
      near.on('close', () => stuck.delete(near))
      near.on('data', () => mode === 'refuse' && near.write(badGateway))
      return
    }
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
    swallow: () => {
      mode = 'swallow'
      breakOff(() => true)
    },
    refuse: () => {
      mode = 'refuse'
      breakOff(() => true)
    },
    mend: () => {
      isCut = false
      mode = 'through'
      for (const socket of stuck) socket.destroy()
    },
    lose: (port) => {
      lost.add(port)
      breakOff((each) => each === port)
    },
    close: async () => {
      breakOff(() => true)
      for (const socket of stuck) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
