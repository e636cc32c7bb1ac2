import { describe, expect, test } from 'vitest'
import type { Entry } from '#src/accompaniment/entry.ts'
import { createSaver, type SaveRequest } from '#client/saving/queue/saver.ts'
import type { SaveOutcome } from '#client/saving/queue/slot.ts'
import { unsentIn, type StringStore } from '#client/saving/queue/unsent.ts'

const dossier = 'a1'
const key = 'criterion/rights'

/** A saver over a transport that waits for the test to answer, a clock that the test moves, a storage in memory. */
function aSaver(storage: StringStore = memoryStore(), userId = 'claire') {
  const sent: {
    readonly request: SaveRequest
    readonly keepalive: boolean
    readonly answer: (o: SaveOutcome) => void
  }[] = []
  const timers: { at: number; act: () => void }[] = []
  const saved: string[] = []
  let now = 0
  let ids = 0
  const saver = createSaver({
    transport: (request, { keepalive }) => new Promise((answer) => sent.push({ request, keepalive, answer })),
    clock: {
      now: () => new Date(now).toISOString(),
      after: (milliseconds, act) => {
        const timer = { at: now + milliseconds, act }
        timers.push(timer)
        return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0)
      },
    },
    newId: () => `op-${++ids}`,
    unsent: unsentIn(storage, userId),
    onSaved: (_, entry) => saved.push(`${entry.key}@${entry.revision}`),
  })
  const pass = async (milliseconds: number) => {
    now += milliseconds
    for (const timer of timers.filter(({ at }) => at <= now)) {
      timers.splice(timers.indexOf(timer), 1)
      timer.act()
    }
    await settle()
  }
  const reply = async (index: number, outcome: SaveOutcome) => {
    const request = sent[index]
    if (request === undefined) throw new Error(`nothing was sent as number ${index}`)
    request.answer(outcome)
    await settle()
  }
  return { saver, sent, saved, pass, reply }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

function memoryStore(): StringStore {
  const items = new Map<string, string>()
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
    key: (index) => [...items.keys()][index] ?? null,
    get length() {
      return items.size
    },
  }
}

const ok = (revision: number): SaveOutcome => ({
  kind: 'saved',
  revision,
  savedAt: `2026-11-26T13:32:0${revision}.000Z`,
})
const entry = (value: Entry['value'], revision: number): Entry => ({
  key,
  value,
  revision,
  updatedAt: '2026-11-26T13:31:00.000Z',
  updatedBy: 'Awa',
})

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

test('each acknowledged save is told, so that progress is read again', async () => {
  const { saver, saved, pass, reply } = aSaver()
  saver.change(dossier, key, { level: 2 })
  await pass(800)
  await reply(0, ok(1))
  expect(saved).toEqual(['criterion/rights@1'])
})
