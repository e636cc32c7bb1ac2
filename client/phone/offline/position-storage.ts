import type { Position } from '#src/room/room-events.ts'

/** A position given and not yet acknowledged by the server. */
export type QueuedPosition = {
  readonly operationId: string
  /** Order in which they were given, across reloads. */
  readonly order: number
  readonly roomId: string
  readonly criterionId: string
  readonly position: Position
}

/** Where positions wait. Any of it may reject: a browser without storage, a full disk. */
export type PositionStorage = {
  readonly load: () => Promise<readonly QueuedPosition[]>
  readonly put: (item: QueuedPosition) => Promise<void>
  readonly remove: (operationId: string) => Promise<void>
  /** Removes everything, the container too. */
  readonly clear: () => Promise<void>
}

const databaseName = 'jalon-join'
const storeName = 'positions'
/** Some browsers never answer after they were frozen: a page must not wait for its storage, in milliseconds. */
const patience = 3000

/** Positions in IndexedDB. The database is opened once, at the first need. */
export function indexedPositions(factory: IDBFactory | undefined): PositionStorage {
  let opening: Promise<IDBDatabase> | undefined
  const open = () => {
    opening ??= openDatabase(factory)
    return opening
  }
  const write = async (change: (store: IDBObjectStore) => void) => {
    const database = await open()
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(storeName, 'readwrite')
      change(transaction.objectStore(storeName))
      transaction.addEventListener('complete', () => resolve())
      // A full disk aborts the transaction rather than failing the request.
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
    })
  }

  return {
    load: async () => {
      const database = await open()
      const request = database.transaction(storeName).objectStore(storeName).getAll()
      // Only this module writes there.
      return (await settled(request)) as readonly QueuedPosition[]
    },
    put: (item) => write((store) => void store.put(item)),
    remove: (operationId) => write((store) => void store.delete(operationId)),
    clear: async () => {
      const database = await opening?.catch(() => undefined)
      database?.close()
      opening = undefined
      if (factory === undefined) return
      const request = factory.deleteDatabase(databaseName)
      // Another tab still holds it for an instant: it goes as soon as that one lets go.
      const held = new Promise<void>((resolve) => request.addEventListener('blocked', () => resolve()))
      await Promise.race([settled(request), held])
    },
  }
}

function openDatabase(factory: IDBFactory | undefined): Promise<IDBDatabase> {
  // Absent in some private windows; Firefox throws on access there instead.
  if (factory === undefined) return Promise.reject(new Error('no IndexedDB'))
  const request = factory.open(databaseName, 1)
  request.addEventListener('upgradeneeded', () =>
    request.result.createObjectStore(storeName, { keyPath: 'operationId' }),
  )
  const tooLong = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('IndexedDB does not answer')), patience)
  })
  return Promise.race([settled(request), tooLong]).then((database) => {
    // Leaving in another tab of this browser must be able to remove everything.
    database.addEventListener('versionchange', () => database.close())
    return database
  })
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB refused')))
  })
}
