import { takePositions, type RoomTake, type TakeOutcome } from '#server/database/queries/rooms/seats.ts'
import { together } from '#server/database/together.ts'
import type { Db } from '#server/database/unit-of-work.ts'

export type PositionQueue = { readonly take: (take: RoomTake) => Promise<TakeOutcome> }

/** A room answers all at once, and so do others: positions leave together, those of one criterion in one event. */
export function createPositionQueue(db: Db, clock: () => Date): PositionQueue {
  return { take: together({ most: 128, write: (takes) => takePositions(db, clock(), takes) }) }
}
