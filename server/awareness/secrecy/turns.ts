/** Runs what is asked for the same key one after the other, in the order asked; a failure does not stop those that wait. */
export type Turns = <T>(key: string, work: () => Promise<T>) => Promise<T>

/**
 * Within this process alone: the lock that counts is the database's. Without this, a team that sends at the same moment
 * would hold every connection only to wait for that lock.
 */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()

  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.then(work, work)
    const settled = mine.catch(() => undefined)
    last.set(key, settled)
    try {
      return await mine
    } finally {
      if (last.get(key) === settled) last.delete(key)
    }
  }
}
