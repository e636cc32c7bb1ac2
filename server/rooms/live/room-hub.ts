import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { DatabaseConnections } from '#server/database/connections.ts'
import { listenToRooms, type RoomListener } from '#server/database/listen-to-rooms.ts'
import { largestBatch, notePresence, readRoomEvents } from '#server/database/queries/rooms/seats.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { createWriter } from './event-writer.ts'
import { give, type Following, type Subscriber } from './following.ts'

export type RoomHub = {
  /** Answers how to leave; undefined once the server is stopping. */
  readonly subscribe: (subscriber: Subscriber) => (() => void) | undefined
  /** Ends every stream, and accepts no more: the port can then close. */
  readonly endStreams: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The screens of a room, or its phones. */
type Channel = {
  readonly audience: 'screens' | 'seats'
  readonly networkId: string
  readonly roomId: string
  readonly followers: Set<Following>
  /** Somebody may have missed something: read again. */
  isDirty: boolean
  isReading: boolean
  /** By `performance.now()`. */
  readAt: number
  pause: NodeJS.Timeout | undefined
  presence: NodeJS.Timeout | undefined
  isTelling: boolean
}

const beatMilliseconds = 15_000
/** A whole room arrives within a moment: one count for all. */
const presenceMilliseconds = 250
const retryMilliseconds = 500
/** Tabs of one phone, or screens of one account, and connections that were lost and the server still believes in. */
const mostStreams = { screens: 12, seats: 4 } as const
/** Screens are told at once; the many phones of a room, what happened meanwhile together. */
const paceMilliseconds = { screens: 0, seats: 400 } as const

/**
 * Brings the facts of rooms to the streams of this process. PostgreSQL says which room has something new; what it is is
 * read from the table by number, so that nothing is skipped or given twice, whatever was missed meanwhile.
 */
export function createRoomHub(options: {
  readonly db: Db
  readonly listenWith: DatabaseConnections['application']
  readonly clock: () => Date
  readonly log: Logger
}): RoomHub {
  const { db, clock, log } = options
  const processId = randomUUID()
  const channels = new Map<string, Channel>()
  let listener: RoomListener | undefined
  let beating: NodeJS.Timeout | undefined
  let isStopping = false

  const wake = (channel: Channel) => {
    channel.isDirty = true
    if (channel.isReading || channel.pause !== undefined) return
    const early = channel.readAt + paceMilliseconds[channel.audience] - performance.now()
    if (early <= 0) return void read(channel)
    channel.pause = setTimeout(() => {
      channel.pause = undefined
      void read(channel)
    }, early)
    return undefined
  }

  const read = async (channel: Channel): Promise<void> => {
    channel.isReading = true
    channel.readAt = performance.now()
    while (channel.isDirty && channel.followers.size > 0) {
      channel.isDirty = false
      try {
        for (const after of startsOf(channel)) {
          const batch = await readRoomEvents(db, channel.networkId, channel.roomId, after)
          const written = createWriter()
          for (const follower of channel.followers) give(follower, batch, written)
          if (batch.events.length === largestBatch) channel.isDirty = true
        }
      } catch (error) {
        log.warn({ err: error }, 'the events of a room could not be read; another try follows')
        setTimeout(() => wake(channel), retryMilliseconds).unref()
        channel.isReading = false
        return
      }
      if (paceMilliseconds[channel.audience] > 0) break
    }
    channel.isReading = false
    if (channel.isDirty && channel.followers.size > 0) wake(channel)
  }

  const notePeople = (channel: Channel) => {
    if (channel.audience === 'screens') return
    channel.presence ??= setTimeout(() => {
      channel.presence = undefined
      // One after the other, so that an older count never replaces a newer one.
      if (channel.isTelling) notePeople(channel)
      else void tellPresence(channel)
    }, presenceMilliseconds).unref()
  }

  const tellPresence = async (channel: Channel): Promise<void> => {
    const { networkId, roomId } = channel
    channel.isTelling = true
    const seats = [...channel.followers].flatMap(({ subscriber: { seat } }) => (seat === undefined ? [] : [seat.id]))
    try {
      await notePresence(db, { networkId, roomId, at: clock() }, processId, [...new Set(seats)])
    } catch (error) {
      log.warn({ err: error }, 'who is in a room could not be counted; the next beat does')
    }
    channel.isTelling = false
    forget(channel)
  }

  /** Nobody follows, and what is left to say of it is said. */
  const forget = (channel: Channel) => {
    if (channel.followers.size > 0 || channel.presence !== undefined || channel.isTelling) return
    clearTimeout(channel.pause)
    channels.delete(nameOf(channel.roomId, channel.audience))
  }

  const beat = async (): Promise<void> => {
    await listener?.check()
    for (const channel of channels.values()) {
      for (const { subscriber } of channel.followers) {
        subscriber.beat()
        subscriber.isAllowed().then(
          (allowed) => (allowed ? undefined : subscriber.end()),
          () => undefined,
        )
      }
      notePeople(channel)
    }
  }

  const open = () => {
    listener ??= listenToRooms(options.listenWith, {
      onRoom: (roomId) => {
        for (const audience of ['screens', 'seats'] as const) {
          const channel = channels.get(nameOf(roomId, audience))
          if (channel !== undefined) wake(channel)
        }
      },
      onListening: () => {
        for (const channel of channels.values()) wake(channel)
      },
    })
    beating ??= setInterval(() => void beat(), beatMilliseconds).unref()
  }

  return {
    subscribe: (subscriber) => {
      if (isStopping) return undefined
      open()
      const { networkId, roomId } = subscriber
      const audience = subscriber.seat === undefined ? 'screens' : 'seats'
      const name = nameOf(roomId, audience)
      const channel = channels.get(name) ?? newChannel(networkId, roomId, audience)
      channels.set(name, channel)
      const following = { subscriber, seq: subscriber.after }
      const [oldest, ...others] = followersOf(channel, subscriber)
      if (others.length + 1 >= mostStreams[audience]) oldest?.subscriber.end()
      channel.followers.add(following)
      wake(channel)
      notePeople(channel)

      return () => {
        if (!channel.followers.delete(following)) return
        notePeople(channel)
        forget(channel)
      }
    },
    endStreams: async () => {
      isStopping = true
      clearInterval(beating)
      const followed = [...channels.values()]
      for (const channel of followed) {
        clearTimeout(channel.presence)
        clearTimeout(channel.pause)
        for (const { subscriber } of channel.followers) subscriber.end()
        channel.followers.clear()
      }
      channels.clear()
      await Promise.all(followed.filter(({ audience }) => audience === 'seats').map(tellPresence))
    },
    close: async () => {
      isStopping = true
      clearInterval(beating)
      await listener?.close()
    },
  }
}

function nameOf(roomId: string, audience: Channel['audience']): string {
  return `${roomId} ${audience}`
}

function newChannel(networkId: string, roomId: string, audience: Channel['audience']): Channel {
  return {
    audience,
    networkId,
    roomId,
    followers: new Set(),
    isDirty: false,
    isReading: false,
    readAt: -Infinity,
    pause: undefined,
    presence: undefined,
    isTelling: false,
  }
}

/** The streams of the same seat or account, the oldest first. */
function followersOf({ followers }: Channel, { reader }: Subscriber): readonly Following[] {
  return [...followers].filter(({ subscriber }) => subscriber.reader === reader)
}

/**
 * The numbers to read after: where most stand, then where the last one does. Someone who comes back from far catches up
 * beside the others, and does not hold them up.
 */
function startsOf({ followers }: Channel): ReadonlySet<number> {
  const seqs = [...followers].map(({ seq }) => seq).toSorted((one, other) => one - other)
  return new Set([seqs[seqs.length >> 1] ?? 0, seqs[0] ?? 0])
}
