import { takePositions, type Take, type TakeOutcome } from '#server/database/queries/rooms/seats.ts'
import type { Db } from '#server/database/unit-of-work.ts'

export type PositionQueue = {
  readonly take: (networkId: string, roomId: string, take: Take) => Promise<TakeOutcome>
}

type Waiting = {
  readonly take: Take
  readonly resolve: (outcome: TakeOutcome) => void
  readonly reject: (error: unknown) => void
}

const mostTogether = 64

/**
 * A room answers all at once, and its positions wait for each other anyway: those that arrive while others are written
 * leave together, in one commit and one event. One that comes alone leaves at once. Should a batch fail, each is tried by
 * itself.
 */
export function createPositionQueue(db: Db, clock: () => Date): PositionQueue {
  const queues = new Map<string, Waiting[]>()

  const write = async (networkId: string, roomId: string, batch: readonly Waiting[]): Promise<void> => {
    try {
      const replies = await takePositions(
        db,
        { networkId, roomId, at: clock() },
        batch.map(({ take }) => take),
      )
      for (const [index, { resolve, reject }] of batch.entries()) {
        const reply = replies[index]
        if (reply === undefined) reject(new Error('a position got no reply'))
        else resolve(reply)
      }
    } catch (error) {
      const [alone, ...others] = batch
      if (others.length === 0) alone?.reject(error)
      else for (const each of batch) await write(networkId, roomId, [each])
    }
  }

  const work = async (networkId: string, roomId: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) await write(networkId, roomId, queue.splice(0, mostTogether))
    queues.delete(roomId)
  }

  return {
    take: (networkId, roomId, take) =>
      new Promise((resolve, reject) => {
        const known = queues.get(roomId)
        const queue = known ?? []
        queue.push({ take, resolve, reject })
        if (known !== undefined) return
        queues.set(roomId, queue)
        void work(networkId, roomId, queue)
      }),
  }
}
