import type { Save, SaveOutcome } from './queries/entries.ts'

/** What runs the saves: the pool of the application, not a Kysely transaction, which would add three round trips. */
export type SavePool = {
  readonly query: (statement: {
    readonly name: string
    readonly text: string
    readonly values: unknown[]
  }) => Promise<{ readonly rows: readonly { readonly replies: readonly SaveOutcome[] }[] }>
}

export type SaveQueue = { readonly save: (save: Save) => Promise<SaveOutcome> }

type Waiting = {
  readonly save: Save
  readonly resolve: (outcome: SaveOutcome) => void
  readonly reject: (error: unknown) => void
}

/** As many as the disk and the processors serve at once; more would only wait inside the database. */
const lanes = 2
const mostTogether = 32

/**
 * Saves that arrive while others are being written leave together: one round trip, one commit, and each caller its own
 * reply after it. A save that comes alone leaves at once, alone. Should a batch fail, each of its saves is tried by itself,
 * so that nobody pays for another's fault.
 */
export function createSaveQueue(pool: SavePool): SaveQueue {
  const queue: Waiting[] = []
  let busy = 0

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const replies = await saveTogether(
        pool,
        batch.map(({ save }) => save),
      )
      for (const [index, { resolve, reject }] of batch.entries()) {
        const reply = replies[index]
        if (reply === undefined) reject(new Error('a save got no reply'))
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
    // Always in the same order, so that two batches cannot wait for each other.
    while (queue.length > 0) await write(queue.splice(0, mostTogether).toSorted(byPlace))
    busy -= 1
  }

  return {
    save: (save) =>
      new Promise((resolve, reject) => {
        queue.push({ save, resolve, reject })
        if (busy < lanes) void work()
      }),
  }
}

async function saveTogether(pool: SavePool, saves: readonly Save[]): Promise<readonly SaveOutcome[]> {
  const { rows } = await pool.query({
    name: 'save-entries',
    text: 'select save_entries($1::json) as replies',
    values: [JSON.stringify(saves)],
  })
  return rows[0]?.replies ?? []
}

function byPlace({ save: a }: Waiting, { save: b }: Waiting): number {
  return compare(a.accompanimentId, b.accompanimentId) || compare(a.key, b.key) || compare(a.operationId, b.operationId)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
