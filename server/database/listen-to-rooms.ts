import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

export type RoomListener = {
  /** Asks the connection whether it still lives; one that does not answer is replaced. */
  readonly check: () => Promise<void>
  readonly close: () => Promise<void>
}

const firstWait = 100
const longestWait = 2_000
const patience = 5_000

/**
 * The one connection of this process on which PostgreSQL tells which rooms have something new. It comes back by itself,
 * and says each time that it has: what happened meanwhile was told to nobody.
 */
export function listenToRooms(
  connection: pg.PoolConfig,
  heard: { readonly onRoom: (roomId: string) => void; readonly onListening: () => void },
): RoomListener {
  let isClosed = false
  let client: pg.Client | undefined
  let working: Promise<void> = Promise.resolve()
  const giveUp = new AbortController()

  const connect = async (): Promise<void> => {
    for (let wait = firstWait; !isClosed; wait = Math.min(wait * 2, longestWait)) {
      const attempt = new pg.Client({ ...connection, keepAlive: true, connectionTimeoutMillis: patience })
      attempt.on('error', () => undefined)
      try {
        await attempt.connect()
        attempt.on('notification', ({ payload }) => heard.onRoom(payload ?? ''))
        attempt.once('end', () => lost(attempt))
        await attempt.query('listen jalon_room')
        client = attempt
        if (isClosed) return
        heard.onListening()
        return
      } catch {
        void attempt.end().catch(() => undefined)
        await pause(wait, undefined, { signal: giveUp.signal, ref: false }).catch(() => undefined)
      }
    }
  }
  const lost = (which: pg.Client) => {
    if (isClosed || client !== which) return
    client = undefined
    working = connect()
  }
  working = connect()

  return {
    check: async () => {
      const asked = client
      if (asked === undefined) return
      const answered = await Promise.race([
        asked.query('select 1').then(
          () => true,
          () => false,
        ),
        pause(patience, false, { ref: false }),
      ])
      if (answered) return
      lost(asked)
      void asked.end().catch(() => undefined)
    },
    close: async () => {
      isClosed = true
      giveUp.abort()
      await working
      await client?.end().catch(() => undefined)
    },
  }
}
