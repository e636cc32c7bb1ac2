/** How writes leave together. */
export type Together<Item, Reply> = {
  readonly most: number
  /** Writes them in one commit; one reply each, in the same order. */
  readonly write: (items: readonly Item[]) => Promise<readonly Reply[]>
  /** The order within a batch, where two batches could otherwise wait for each other. */
  readonly order?: (a: Item, b: Item) => number
}

type Waiting<Item, Reply> = {
  readonly item: Item
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: unknown) => void
}

/** As many as the disk and the processors serve at once; more would only wait inside the database. */
const lanes = 2

/**
 * What arrives while others are being written leaves together: one round trip, one commit, and each caller its own reply
 * after it. What comes alone leaves at once, alone. Should a batch fail, each of it is tried by itself, so that nobody
 * pays for another's fault.
 */
export function together<Item, Reply>({ most, write, order = () => 0 }: Together<Item, Reply>) {
  const queue: Waiting<Item, Reply>[] = []
  let busy = 0

  async function writeBatch(batch: readonly Waiting<Item, Reply>[]): Promise<void> {
    try {
      const replies = await write(batch.map(({ item }) => item))
      for (const [index, { resolve, reject }] of batch.entries()) {
        const reply = replies[index]
        if (reply === undefined) reject(new Error('a write got no reply'))
        else resolve(reply)
      }
    } catch (error) {
      const [alone, ...others] = batch
      if (others.length === 0) alone?.reject(error)
      else for (const each of batch) await writeBatch([each])
    }
  }

  async function work(): Promise<void> {
    busy += 1
    while (queue.length > 0) await writeBatch(queue.splice(0, most).toSorted((a, b) => order(a.item, b.item)))
    busy -= 1
  }

  return (item: Item): Promise<Reply> =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject })
      if (busy < lanes) void work()
    })
}
