import { takePositions, type RoomTake, type TakeOutcome } from '#server/database/queries/rooms/seats.ts'
import type { Db } from '#server/database/unit-of-work.ts'

export type PositionQueue = { readonly take: (take: RoomTake) => Promise<TakeOutcome> }

type Waiting = {
  readonly take: RoomTake
  readonly resolve: (outcome: TakeOutcome) => void
  readonly reject: (error: unknown) => void
}

const lanes = 2
const mostTogether = 128

/**
 * A room answers all at once, and so do others: positions that arrive while others are written leave together, in one
 * commit, and those of one criterion in one event. One that comes alone leaves at once. Should a batch fail, each is tried
 * by itself, so that nobody pays for another's fault.
 */
export function createPositionQueue(db: Db, clock: () => Date): PositionQueue {
  const queue: Waiting[] = []
  let busy = 0

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const takes = batch.map(({ take }) => take)
      const replies = await takePositions(db, clock(), takes)
      for (const [index, { resolve, reject }] of batch.entries()) {
        const reply = replies[index]
        if (reply === undefined) reject(new Error('a position got no reply'))
        else resolve(reply)
      }
    } catch (error) {
      const [alone, ...others] = batch
      if (others.length === 0) alone?.reject(error)
      else for (const each of batch) await write([each])
    }
  }

  const work = async (): Promise<void> => {
    busy += 1
    while (queue.length > 0) await write(queue.splice(0, mostTogether))
    busy -= 1
  }

  return {
    take: (take) =>
      new Promise((resolve, reject) => {
        queue.push({ take, resolve, reject })
        if (busy < lanes) void work()
      }),
  }
}
