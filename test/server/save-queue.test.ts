import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Save, SaveOutcome } from '#server/database/queries/entries.ts'
import { createSaveQueue, type SavePool } from '#server/database/save-queue.ts'

const aSave = (key: string): Save => ({
  networkId: randomUUID(),
  actorId: randomUUID(),
  operationId: randomUUID(),
  fingerprint: 'x',
  accompanimentId: '00000000-0000-4000-8000-000000000000',
  accessStamp: 1,
  key,
  baseRevision: 0,
  value: 'x',
  at: new Date(0),
})
const saved = (key: string): SaveOutcome => ({ outcome: 'saved', key, revision: 1, savedAt: '' })

/** A database that answers when told to, and refuses batches that hold a key named `broken`. */
function aPool() {
  const batches: string[][] = []
  const gates: (() => void)[] = []
  const pool: SavePool = {
    query: async ({ values }) => {
      const keys = (JSON.parse(String(values[0])) as readonly { readonly key: string }[]).map(({ key }) => key)
      batches.push(keys)
      await new Promise<void>((resolve) => gates.push(resolve))
      if (keys.includes('broken')) throw new Error('broken')
      return { rows: [{ replies: keys.map(saved) }] }
    },
  }
  const open = async () => {
    for (let turn = 0; turn < 100; turn++) {
      gates.splice(0).forEach((gate) => gate())
      await Promise.resolve()
    }
  }
  return { pool, batches, open }
}

describe('saves', () => {
  test('that come alone leave alone, at once; those that come meanwhile leave together, sorted, each with its own reply', async () => {
    const { pool, batches, open } = aPool()
    const queue = createSaveQueue(pool)
    const replies = ['d', 'c', 'b', 'a'].map((key) => queue.save(aSave(key)))
    expect(batches).toEqual([['d'], ['c']])
    await open()

    expect(await Promise.all(replies)).toEqual(['d', 'c', 'b', 'a'].map(saved))
    expect(batches).toEqual([['d'], ['c'], ['a', 'b']])
  })

  test('do not pay for the fault of another in their batch', async () => {
    const { pool, open } = aPool()
    const queue = createSaveQueue(pool)
    const replies = ['1', '2', 'a', 'broken', 'z'].map((key) => queue.save(aSave(key)))
    const settled = Promise.allSettled(replies)
    await open()

    expect((await settled).map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
  })

  test('never leave more than thirty-two together', async () => {
    const { pool, batches, open } = aPool()
    const queue = createSaveQueue(pool)
    const replies = Array.from({ length: 100 }, (_, index) => queue.save(aSave(String(index))))
    await open()
    await Promise.all(replies)

    expect(Math.max(...batches.map(({ length }) => length))).toBe(32)
  })
})
