import { expect, test } from 'vitest'
import {
  createPositionQueue,
  retryDelays,
  type PositionQueue,
  type SendOutcome,
} from '#client/phone/offline/position-queue.ts'
import { indexedPositions, type PositionStorage, type QueuedPosition } from '#client/phone/offline/position-storage.ts'

const level2 = { level: 2 } as const

/** A disk that outlives the page, and may be full or absent. */
function fakeDisk() {
  const kept = new Map<string, QueuedPosition>()
  const disk = { kept, isFull: false, isAbsent: false }
  const guard = (isBroken: boolean) => (isBroken ? Promise.reject(new Error('disk')) : Promise.resolve())
  const storage: PositionStorage = {
    load: () => guard(disk.isAbsent).then(() => [...kept.values()].toReversed()),
    put: (item) => guard(disk.isAbsent || disk.isFull).then(() => void kept.set(item.operationId, item)),
    remove: (operationId) => guard(disk.isAbsent).then(() => void kept.delete(operationId)),
    clear: () => guard(disk.isAbsent).then(() => kept.clear()),
  }
  return Object.assign(disk, { storage })
}

/** A server that counts each operation once, behind a network that may be cut before or after it hears. */
function fakeServer() {
  const heard: string[] = []
  const operations = new Set<string>()
  const server = {
    heard,
    operations,
    network: 'fine' as 'fine' | 'cut' | 'replies-lost',
    refuses: [] as readonly string[],
    send: async (item: QueuedPosition): Promise<SendOutcome> => {
      if (server.network === 'cut') return 'unreachable'
      if (!operations.has(item.operationId)) heard.push(item.criterionId)
      operations.add(item.operationId)
      return server.network === 'replies-lost'
        ? 'unreachable'
        : server.refuses.includes(item.criterionId)
          ? 'refused'
          : 'sent'
    },
  }
  return server
}

function openPage(disk: ReturnType<typeof fakeDisk>, server: ReturnType<typeof fakeServer>, roomId = 'room') {
  const timers: { act: () => void; milliseconds: number }[] = []
  let ids = 0
  const page = Math.random().toString(36)
  const queue = createPositionQueue({
    roomId,
    storage: disk.storage,
    send: server.send,
    newId: () => `${page}-${(ids += 1)}`,
    now: () => 1000,
    later: (act, milliseconds) => {
      const timer = { act, milliseconds }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
  })
  /** Lets the next attempt happen. */
  const pass = async () => {
    timers.shift()?.act()
    await settled()
  }
  return { queue, timers, pass }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))
const waiting = (queue: PositionQueue) => queue.state().waiting.map((item) => item.criterionId)
const forty = Array.from({ length: 40 }, (_, index) => `c${index + 1}`)

test('positions leave in the order in which they were given', async () => {
  const server = fakeServer()
  const { queue } = openPage(fakeDisk(), server)
  for (const criterion of forty) queue.add(criterion, level2)
  await expect.poll(() => waiting(queue)).toEqual([])
  expect(server.heard).toEqual(forty)
})

test('forty positions given without network all leave once, in order, when it is back', async () => {
  const disk = fakeDisk()
  const server = fakeServer()
  const { queue, timers, pass } = openPage(disk, server)
  server.network = 'cut'
  for (const criterion of forty) queue.add(criterion, level2)
  await settled()
  expect(queue.state()).toMatchObject({ network: 'unreachable', failedAt: 1000, storage: 'kept' })
  expect(waiting(queue)).toEqual(forty)
  expect(timers).toHaveLength(1)

  server.network = 'replies-lost'
  await pass()
  expect(server.heard).toEqual(['c1'])
  expect(waiting(queue)).toEqual(forty)

  server.network = 'fine'
  queue.retryNow()
  await expect.poll(() => waiting(queue)).toEqual([])
  expect(server.heard).toEqual(forty)
  expect(server.operations.size).toBe(40)
  expect(queue.state().network).toBe('fine')
  await expect.poll(() => disk.kept.size).toBe(0)
})

test('attempts without network come further and further apart, never more than four seconds', async () => {
  const server = fakeServer()
  const { queue, timers, pass } = openPage(fakeDisk(), server)
  server.network = 'cut'
  queue.add('c1', level2)
  await settled()
  const delays = []
  for (let attempt = 0; attempt < 6; attempt += 1) {
    delays.push(timers[0]?.milliseconds)
    await pass()
  }
  expect(delays).toEqual([...retryDelays, 4000, 4000])
})

test('a page opened again sends what the one before left, first, and with the same operation id', async () => {
  const disk = fakeDisk()
  const server = fakeServer()
  const before = openPage(disk, server)
  server.network = 'replies-lost'
  before.queue.add('c1', level2)
  before.queue.add('c2', level2)
  await expect.poll(() => disk.kept.size).toBe(2)

  server.network = 'fine'
  const after = openPage(disk, server)
  after.queue.add('c3', level2)
  await after.queue.restore()
  await expect.poll(() => waiting(after.queue)).toEqual([])
  expect(server.operations.size).toBe(3)
  expect(server.heard.toSorted()).toEqual(['c1', 'c2', 'c3'])
  await expect.poll(() => disk.kept.size).toBe(0)
})

test('what a tab that was closed left is sent by the one that stays open, once the network is back', async () => {
  const disk = fakeDisk()
  const server = fakeServer()
  server.network = 'cut'
  const stays = openPage(disk, server)
  const closed = openPage(disk, server)
  closed.queue.add('c1', level2)
  stays.queue.add('c2', level2)
  await expect.poll(() => disk.kept.size).toBe(2)

  server.network = 'fine'
  stays.queue.retryNow()
  await expect.poll(() => disk.kept.size).toBe(0)
  expect(server.heard.toSorted()).toEqual(['c1', 'c2'])
  expect(waiting(stays.queue)).toEqual([])
})

test('two tabs that hold the same positions send each of them once for the server', async () => {
  const disk = fakeDisk()
  const server = fakeServer()
  server.network = 'cut'
  const one = openPage(disk, server)
  for (const criterion of forty) one.queue.add(criterion, level2)
  await expect.poll(() => disk.kept.size).toBe(40)
  const other = openPage(disk, server)
  await other.queue.restore()

  server.network = 'fine'
  one.queue.retryNow()
  other.queue.retryNow()
  await expect.poll(() => [...waiting(one.queue), ...waiting(other.queue)]).toEqual([])
  expect(server.operations.size).toBe(40)
  await expect.poll(() => disk.kept.size).toBe(0)
})

test('what another meeting left on the phone is removed, and never sent', async () => {
  const disk = fakeDisk()
  const server = fakeServer()
  server.network = 'cut'
  const before = openPage(disk, server, 'yesterday')
  before.queue.add('c1', level2)
  await expect.poll(() => disk.kept.size).toBe(1)

  server.network = 'fine'
  const { queue } = openPage(disk, server, 'today')
  await queue.restore()
  await expect.poll(() => disk.kept.size).toBe(0)
  expect(server.heard).toEqual([])
})

test('a full disk is told, and positions still leave', async () => {
  const disk = fakeDisk()
  const server = fakeServer()
  const { queue } = openPage(disk, server)
  disk.isFull = true
  server.network = 'cut'
  queue.add('c1', level2)
  await expect.poll(() => queue.state().storage).toBe('memory-only')
  expect(waiting(queue)).toEqual(['c1'])
  server.network = 'fine'
  queue.retryNow()
  await expect.poll(() => waiting(queue)).toEqual([])
  expect(server.heard).toEqual(['c1'])
})

test('a browser without storage is told, and positions still leave', async () => {
  const server = fakeServer()
  const disk = fakeDisk()
  disk.isAbsent = true
  const { queue } = openPage(disk, server)
  await queue.restore()
  expect(queue.state().storage).toBe('memory-only')
  queue.add('c1', level2)
  await expect.poll(() => waiting(queue)).toEqual([])
  expect(server.heard).toEqual(['c1'])
})

test('without IndexedDB every use of the storage says so, and clearing does not', async () => {
  const storage = indexedPositions(undefined)
  await expect(storage.load()).rejects.toThrow('no IndexedDB')
  await expect(storage.remove('x')).rejects.toThrow('no IndexedDB')
  await storage.clear()
})

test('a refused position leaves its place to the next one', async () => {
  const server = fakeServer()
  server.refuses = ['c1']
  const { queue } = openPage(fakeDisk(), server)
  queue.add('c1', level2)
  queue.add('c2', level2)
  await expect.poll(() => waiting(queue)).toEqual([])
  expect(server.heard).toEqual(['c1', 'c2'])
})

test('once forgotten, nothing is left on the phone and nothing more leaves', async () => {
  const disk = fakeDisk()
  const server = fakeServer()
  const { queue, timers } = openPage(disk, server)
  server.network = 'cut'
  queue.add('c1', level2)
  await settled()
  await queue.forget()
  server.network = 'fine'
  queue.retryNow()
  await settled()
  expect(disk.kept.size).toBe(0)
  expect(timers).toEqual([])
  expect(server.heard).toEqual([])
})

test('ten minutes without a network, forty answers given meanwhile: all leave once, in order, within one more attempt', async () => {
  const server = fakeServer()
  const { queue, timers, pass } = openPage(fakeDisk(), server)
  server.network = 'cut'
  let elapsed = 0
  let given = 0
  while (elapsed < 600_000) {
    // One answer each quarter of a minute, as a team that goes on by itself.
    while (given < forty.length && given * 15_000 <= elapsed) queue.add(forty[given++] ?? '', level2)
    await settled()
    elapsed += timers[0]?.milliseconds ?? 1000
    await pass()
  }
  expect(waiting(queue)).toEqual(forty)
  expect(timers[0]?.milliseconds).toBeLessThanOrEqual(5000)

  server.network = 'fine'
  await pass()
  while (waiting(queue).length > 0) await settled()
  expect(server.heard).toEqual(forty)
  expect(server.operations.size).toBe(40)
})
