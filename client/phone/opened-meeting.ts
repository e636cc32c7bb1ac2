import type { SeatView } from '#src/contract/rooms.ts'
import { typesetContent } from '#client/app/fr.ts'
import { newId } from '#client/app/new-id.ts'
import { createMeeting, type MeetingStore } from './meeting/live/meeting-store.ts'
import { onNetworkHint } from './offline/network-hints.ts'
import { createPositionQueue, type PositionQueue } from './offline/position-queue.ts'
import { indexedPositions } from './offline/position-storage.ts'
import { forgetSession } from './offline/session.ts'
import { forgetSnapshot, keepSnapshot, sentOf, type KeptSeat } from './offline/snapshot.ts'

const codeKey = 'jalon:meeting-code'

/**
 * Whether this phone entered with that code and has not left since: who scans a code twice keeps one seat. Kept in the
 * browser rather than in the tab, for a camera opens a new tab each time; it goes with the rest of the meeting.
 */
export function isCodeOfSeat(code: string): boolean {
  return keptCode() === code
}

/** Whether this phone may hold a seat: asking costs a slow network one more turn before anything shows. */
export function mayHoldSeat(): boolean {
  try {
    return window.localStorage.getItem(codeKey) !== null
  } catch {
    return true
  }
}

export function keepCodeOfSeat(code: string): void {
  try {
    window.localStorage.setItem(codeKey, code)
  } catch {
    // A second scan then takes a second seat.
  }
}

/** What a phone still held of a meeting whose seat is gone. */
type LeftOver = {
  /** Whether it ever sat there, as far as it knows. */
  readonly hadSeat: boolean
  /** Answers that found no network in time. */
  readonly unsent: number
}

/** Removes what a page that was closed in the middle of a meeting left on the device: nobody will take it back. */
export async function forgetLostMeeting(): Promise<LeftOver> {
  const storage = indexedPositions(indexedFactory())
  const unsent = await storage.load().then(
    (left) => left.length,
    () => 0,
  )
  const hadSeat = unsent > 0 || keptCode() !== null
  await storage.clear().catch(() => {})
  await forgetSnapshot()
  forgetCodeOfSeat()
  return { hadSeat, unsent }
}

function keptCode(): string | null {
  try {
    return window.localStorage.getItem(codeKey)
  } catch {
    return null
  }
}

function forgetCodeOfSeat(): void {
  try {
    window.localStorage.removeItem(codeKey)
  } catch {
    // It could not be kept either.
  }
}

/** A meeting this phone sits in, with all it holds on the device. */
export type OpenedMeeting = {
  readonly view: SeatView
  readonly store: MeetingStore
  /** Removes everything of the meeting from the device. */
  readonly forget: () => Promise<void>
}

/** Opens the meeting of a seat: takes back what waits on the device before anything shows. */
export async function openMeeting(received: SeatView | KeptSeat): Promise<OpenedMeeting> {
  const view = { ...received, criteria: typesetContent(received.criteria) }
  let queue: PositionQueue | undefined
  // Writes to the kept copy happen one after the other, and none after it was forgotten.
  let isForgotten = false
  let keeping: Promise<void> = Promise.resolve()
  const keep = (standing: KeptSeat) => {
    keeping = keeping.then(() => (isForgotten ? undefined : keepSnapshot(standing)))
  }
  const store = createMeeting({
    view,
    keep,
    makeQueue: (send) => {
      queue = createPositionQueue({
        roomId: view.roomId,
        storage: indexedPositions(indexedFactory()),
        send,
        newId,
        now: () => Date.now(),
        later: (act, milliseconds) => {
          const timer = window.setTimeout(act, milliseconds)
          return () => window.clearTimeout(timer)
        },
      })
      return queue
    },
  })
  const forgetHints = onNetworkHint(store.retryNow)
  await queue?.restore()
  keep({ ...view, mine: {}, sent: sentOf(view) ?? Object.keys(view.mine) })

  return {
    view,
    store,
    forget: async () => {
      isForgotten = true
      forgetHints()
      store.stop()
      await queue?.forget()
      await keeping
      await forgetSnapshot()
      forgetSession()
      forgetCodeOfSeat()
    },
  }
}

/** Some browsers throw where others only leave it out. */
function indexedFactory(): IDBFactory | undefined {
  try {
    return window.indexedDB
  } catch {
    return undefined
  }
}
