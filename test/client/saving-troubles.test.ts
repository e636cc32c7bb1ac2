import { describe, expect, test } from 'vitest'
import type { StringStore } from '#client/saving/queue/unsent.ts'
import { aSaver, dossier, entry, key, memoryStore, ok, settle } from '#test/support/a-saver.ts'

describe('what survives a reload', () => {
  test('an unsent value comes back and is sent with the operation it had', async () => {
    const storage = memoryStore()
    const before = aSaver(storage)
    before.saver.change(dossier, key, { level: 2 })
    await before.pass(800)
    const after = aSaver(storage)
    after.saver.restore()
    await settle()
    expect(after.saver.read(dossier, key).value).toEqual({ level: 2 })
    expect(after.sent[0]?.request).toMatchObject({ operationId: 'op-1', value: { level: 2 } })
  })

  test('a sent value is kept nowhere', async () => {
    const storage = memoryStore()
    const { saver, pass, reply } = aSaver(storage)
    saver.change(dossier, key, { level: 2 })
    expect(storage.length).toBe(1)
    await pass(800)
    await reply(0, ok(1))
    expect(storage.length).toBe(0)
  })

  test('another account on the same computer neither sees nor sends it', async () => {
    const storage = memoryStore()
    aSaver(storage, 'claire').saver.change(dossier, key, { level: 2 })
    const other = aSaver(storage, 'nadia')
    other.saver.restore()
    await settle()
    expect(other.sent).toHaveLength(0)
    expect(storage.length).toBe(1)
  })

  test('a storage that is full or holds nonsense stops nothing', async () => {
    const full: StringStore = {
      ...memoryStore(),
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
    }
    const { saver, sent, pass } = aSaver(full)
    saver.change(dossier, key, { level: 2 })
    await pass(800)
    expect(sent).toHaveLength(1)

    const odd = memoryStore()
    odd.setItem('jalon:unsent:claire:a1:criterion/rights', '{"key":')
    odd.setItem('jalon:unsent:claire:a1:message', '{"key":"message"}')
    const restored = aSaver(odd)
    restored.saver.restore()
    expect(restored.sent).toHaveLength(0)
  })
})

describe('when someone else saved first', () => {
  async function aConflict() {
    const setting = aSaver()
    setting.saver.know(dossier, { [key]: entry({ level: 1 }, 1) })
    setting.saver.change(dossier, key, { level: 2 })
    await setting.pass(800)
    await setting.reply(0, { kind: 'stale', current: entry({ level: 3 }, 2) })
    return setting
  }

  test('both values are there to choose from, and nothing more is sent', async () => {
    const { saver, sent, pass } = await aConflict()
    await pass(60_000)
    expect(sent).toHaveLength(1)
    const [conflict] = saver.conflicts()
    expect(conflict?.view).toMatchObject({ value: { level: 2 }, theirs: { value: { level: 3 }, updatedBy: 'Awa' } })
    expect(saver.summary()).toEqual({ kind: 'conflict', count: 1 })
  })

  test('keeping mine saves it again over theirs', async () => {
    const { saver, sent, reply } = await aConflict()
    saver.resolve(dossier, key, 'mine')
    await settle()
    expect(sent[1]?.request).toMatchObject({ value: { level: 2 }, baseRevision: 2, operationId: 'op-2' })
    await reply(1, ok(3))
    expect(saver.conflicts()).toHaveLength(0)
  })

  test('keeping theirs shows it and sends nothing', async () => {
    const { saver, sent, pass } = await aConflict()
    saver.resolve(dossier, key, 'theirs')
    await pass(5000)
    expect(sent).toHaveLength(1)
    expect(saver.read(dossier, key).value).toEqual({ level: 3 })
  })

  test('two people who wrote the same have no conflict', async () => {
    const { saver, pass, reply } = aSaver()
    saver.change(dossier, key, { level: 2, example: 'Deux vélos' })
    await pass(800)
    await reply(0, { kind: 'stale', current: entry({ example: 'Deux vélos', level: 2 }, 4) })
    expect(saver.conflicts()).toHaveLength(0)
    expect(saver.summary().kind).toBe('saved')
  })
})

describe('when the server refuses', () => {
  const refusal = { code: 'text-too-long', sentence: 'Retirez 40 signes.' }

  test('the value stays on the screen, the reason is said, and it is not sent again by itself', async () => {
    const { saver, sent, pass, reply } = aSaver()
    saver.change(dossier, 'message', 'trop long')
    await pass(800)
    await reply(0, { kind: 'refused', refusal })
    await pass(60_000)
    expect(sent).toHaveLength(1)
    expect(saver.read(dossier, 'message')).toMatchObject({ value: 'trop long', status: 'refused', refusal })
    expect(saver.summary()).toMatchObject({ kind: 'refused', sentence: 'Retirez 40 signes.' })
  })

  test('a corrected value is sent as a new operation', async () => {
    const { saver, sent, pass, reply } = aSaver()
    saver.change(dossier, 'message', 'trop long')
    await pass(800)
    await reply(0, { kind: 'refused', refusal })
    saver.change(dossier, 'message', 'court')
    await pass(800)
    expect(sent[1]?.request).toMatchObject({ value: 'court', operationId: 'op-2', baseRevision: 0 })
  })

  test('a lost session keeps the value for the return', async () => {
    const storage = memoryStore()
    const { saver, pass, reply } = aSaver(storage)
    saver.change(dossier, key, { level: 2 })
    await pass(800)
    await reply(0, { kind: 'signed-out' })
    expect(saver.summary()).toEqual({ kind: 'signed-out', count: 1 })
    const back = aSaver(storage)
    back.saver.restore()
    await settle()
    expect(back.sent[0]?.request.value).toEqual({ level: 2 })
  })
})
