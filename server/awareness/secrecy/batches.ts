/** Writes an item with those of the same key that wait at the same moment; the reply is its own. */
export type Batches<Item, Reply> = (
  key: string,
  item: Item,
  write: (items: readonly Item[]) => Promise<readonly Reply[]>,
) => Promise<Reply>

type Waiting<Item, Reply> = {
  readonly item: Item
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: unknown) => void
}

/**
 * What comes alone leaves alone; what comes while others are written leaves together, in one transaction. Each write costs
 * as much as its whole box, and a team that sends at the same moment would otherwise hold every connection only to wait
 * for one lock. Sends written together are also told apart by nobody, whatever they look at.
 */
export function createBatches<Item, Reply>(): Batches<Item, Reply> {
  const queues = new Map<string, Waiting<Item, Reply>[]>()

  async function drain(key: string, write: Parameters<Batches<Item, Reply>>[2]): Promise<void> {
    for (let batch = queues.get(key) ?? []; batch.length > 0; batch = queues.get(key) ?? []) {
      queues.set(key, [])
      try {
        const replies = await write(batch.map(({ item }) => item))
        for (const [index, reply] of replies.entries()) batch[index]?.resolve(reply)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    queues.delete(key)
  }

  return (key, item, write) =>
    new Promise((resolve, reject) => {
      const mine = { item, resolve, reject }
      const queue = queues.get(key)
      if (queue === undefined) {
        queues.set(key, [mine])
        void drain(key, write)
      } else queue.push(mine)
    })
}
