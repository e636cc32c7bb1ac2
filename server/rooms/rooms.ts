import type { Logger } from 'pino'
import type { DatabaseConnections } from '#server/database/connections.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { addressBucket } from './door/address-bucket.ts'
import { createDoor, type Door } from './door/door.ts'
import { createPositionQueue, type PositionQueue } from './live/position-queue.ts'
import { createRoomHub, type RoomHub } from './live/room-hub.ts'
import { createSeatPace, type SeatPace } from './live/seat-pace.ts'
import { createSeatMemory, type SeatMemory } from './seat-memory.ts'

/** What live meetings need of this process. */
export type Rooms = {
  readonly hub: RoomHub
  readonly positions: PositionQueue
  readonly seats: SeatMemory
  readonly pace: SeatPace
  readonly door: Door
  /** Stands for an address where wrong codes are counted. */
  readonly bucketOf: (address: string) => string
}

export function openRooms(options: {
  readonly db: Db
  readonly listenWith: DatabaseConnections['application']
  readonly clock: () => Date
  readonly secret: string
  readonly log: Logger
}): Rooms {
  const { db, clock, secret } = options
  return {
    hub: createRoomHub(options),
    positions: createPositionQueue(db, clock),
    seats: createSeatMemory(db),
    pace: createSeatPace(clock),
    door: createDoor(db, clock),
    bucketOf: (address) => addressBucket(secret, address),
  }
}
