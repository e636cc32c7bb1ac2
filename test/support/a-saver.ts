import type { Entry } from '#src/accompaniment/entry.ts'
import { createSaver, type SaveRequest } from '#client/saving/queue/saver.ts'
import type { SaveOutcome } from '#client/saving/queue/slot.ts'
import { unsentIn, type StringStore } from '#client/saving/queue/unsent.ts'

export const dossier = 'a1'
export const key = 'criterion/rights'

/** A saver over a transport that waits for the test to answer, a clock that the test moves, a storage in memory. */
export function aSaver(storage: StringStore = memoryStore(), userId = 'claire') {
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

export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

export function memoryStore(): StringStore {
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

export const ok = (revision: number): SaveOutcome => ({
  kind: 'saved',
  revision,
  savedAt: `2026-11-26T13:32:0${revision}.000Z`,
})
export const entry = (value: Entry['value'], revision: number): Entry => ({
  key,
  value,
  revision,
  updatedAt: '2026-11-26T13:31:00.000Z',
  updatedBy: 'Awa',
})
