import { describe, expect, test } from 'vitest'
import { aSaver, dossier, entry, key, ok, settle } from '#test/support/a-saver.ts'

describe('when a value is sent', () => {
  test('a burst of typing makes one save, at most 800 ms after the last change', async () => {
    const { saver, sent, pass } = aSaver()
    saver.change(dossier, key, { level: 1 })
    await pass(300)
    saver.change(dossier, key, { level: 2 })
    await pass(300)
    expect(sent).toHaveLength(0)
    await pass(500)
    expect(sent.map(({ request }) => request.value)).toEqual([{ level: 2 }])
  })

  test('leaving the field sends at once', async () => {
    const { saver, sent } = aSaver()
    saver.change(dossier, key, { level: 2 })
    saver.flush()
    await settle()
    expect(sent).toHaveLength(1)
  })

  test('leaving the page sends with keepalive', async () => {
    const { saver, sent } = aSaver()
    saver.change(dossier, key, { level: 2 })
    saver.flush({ keepalive: true })
    await settle()
    expect(sent[0]?.keepalive).toBe(true)
  })

  test('a save carries the revision it was based on', async () => {
    const { saver, sent, pass } = aSaver()
    saver.know(dossier, { [key]: entry({ level: 1 }, 7) })
    saver.change(dossier, key, { level: 2 })
    await pass(800)
    expect(sent[0]?.request).toMatchObject({ baseRevision: 7, operationId: 'op-1', accompanimentId: dossier, key })
  })

  test('a value put back as it was sends nothing', async () => {
    const { saver, sent, pass } = aSaver()
    saver.know(dossier, { [key]: entry({ level: 1 }, 7) })
    saver.change(dossier, key, { level: 2 })
    saver.change(dossier, key, { level: 1 })
    await pass(5000)
    expect(sent).toHaveLength(0)
    expect(saver.summary()).toEqual({ kind: 'quiet' })
  })

  test('an erased value is sent as null', async () => {
    const { saver, sent, pass } = aSaver()
    saver.know(dossier, { [key]: entry({ level: 1 }, 7) })
    saver.change(dossier, key, null)
    await pass(800)
    expect(sent[0]?.request.value).toBeNull()
  })
})

describe('one request at a time for each key', () => {
  test('a change made during a save is sent after it, on the new revision, with its own operation', async () => {
    const { saver, sent, pass, reply } = aSaver()
    saver.change(dossier, key, { level: 1 })
    await pass(800)
    saver.change(dossier, key, { level: 3 })
    await pass(5000)
    expect(sent).toHaveLength(1)
    await reply(0, ok(1))
    expect(sent[1]?.request).toMatchObject({ value: { level: 3 }, baseRevision: 1 })
    expect(sent[1]?.request.operationId).not.toBe(sent[0]?.request.operationId)
  })

  test('two keys do not wait for each other', async () => {
    const { saver, sent, pass } = aSaver()
    saver.change(dossier, key, { level: 1 })
    saver.change(dossier, 'criterion/housing', { level: 2 })
    await pass(800)
    expect(sent).toHaveLength(2)
  })

  test('what the server holds, read again during a save, does not move the field', async () => {
    const { saver, pass } = aSaver()
    saver.change(dossier, key, { level: 3 })
    await pass(800)
    saver.know(dossier, { [key]: entry({ level: 1 }, 4) })
    expect(saver.read(dossier, key).value).toEqual({ level: 3 })
  })

  test('an older reading of the server does not undo a newer save', async () => {
    const { saver, pass, reply } = aSaver()
    saver.change(dossier, key, { level: 3 })
    await pass(800)
    await reply(0, ok(5))
    saver.know(dossier, { [key]: entry({ level: 1 }, 4) })
    expect(saver.read(dossier, key).value).toEqual({ level: 3 })
  })
})

describe('without a network', () => {
  test('a save without a reply is tried again with the same operation, one second later, then two', async () => {
    const { saver, sent, pass, reply } = aSaver()
    saver.change(dossier, key, { level: 1 })
    await pass(800)
    await reply(0, { kind: 'unreachable' })
    await pass(999)
    expect(sent).toHaveLength(1)
    await pass(1)
    await reply(1, { kind: 'unreachable' })
    await pass(1999)
    expect(sent).toHaveLength(2)
    await pass(1)
    expect(sent.map(({ request }) => request.operationId)).toEqual(['op-1', 'op-1', 'op-1'])
  })

  test('a newer value waits until the fate of the older is known', async () => {
    const { saver, sent, pass, reply } = aSaver()
    saver.change(dossier, key, { level: 1 })
    await pass(800)
    await reply(0, { kind: 'unreachable' })
    saver.change(dossier, key, { level: 4 })
    await pass(1000)
    expect(sent[1]?.request.value).toEqual({ level: 1 })
    await reply(1, ok(1))
    expect(sent[2]?.request).toMatchObject({ value: { level: 4 }, baseRevision: 1 })
  })

  test('the state counts what waits, and says saved once all is sent', async () => {
    const { saver, pass, reply } = aSaver()
    saver.change(dossier, key, { level: 1 })
    saver.change(dossier, 'criterion/housing', { level: 2 })
    await pass(800)
    await reply(0, { kind: 'unreachable' })
    await reply(1, { kind: 'unreachable' })
    expect(saver.summary()).toEqual({ kind: 'waiting-for-network', count: 2 })
    await pass(1000)
    await reply(2, ok(1))
    await reply(3, ok(2))
    expect(saver.summary()).toEqual({ kind: 'saved', at: '2026-11-26T13:32:02.000Z' })
  })

  test('one save that passes sends all that waited', async () => {
    const { saver, sent, pass, reply } = aSaver()
    saver.change(dossier, key, { level: 1 })
    await pass(800)
    await reply(0, { kind: 'unreachable' })
    saver.change(dossier, 'criterion/housing', { level: 2 })
    saver.flush()
    await reply(1, ok(1))
    expect(sent[2]?.request.key).toBe(key)
  })
})

test('each acknowledged save is told, so that progress is read again', async () => {
  const { saver, saved, pass, reply } = aSaver()
  saver.change(dossier, key, { level: 2 })
  await pass(800)
  await reply(0, ok(1))
  expect(saved).toEqual(['criterion/rights@1'])
})
