import type { Entry, EntryValue } from '#src/accompaniment/entry.ts'
import {
  answered,
  changing,
  choosing,
  emptySlot,
  knowing,
  retryDelay,
  shownValue,
  starting,
  type Attempt,
  type Phase,
  type SaveOutcome,
  type SaveRefusal,
  type Slot,
} from './slot.ts'
import { summaryOf, type SaveSummary } from './summary.ts'
import type { UnsentStore } from './unsent.ts'

export type SaveRequest = Attempt & { readonly accompanimentId: string; readonly key: string }
/** Sends one attempt. It never rejects: what could not be sent is `unreachable`. */
export type SaveTransport = (save: SaveRequest, how: { readonly keepalive: boolean }) => Promise<SaveOutcome>

type SaverClock = {
  readonly now: () => string
  readonly after: (milliseconds: number, act: () => void) => () => void
}

/** What a screen reads of one entry; the same object until something changes. */
type EntryView = {
  readonly value: EntryValue | null
  readonly status: Phase
  readonly refusal: SaveRefusal | undefined
  readonly theirs: Entry | undefined
  readonly mineChangedAt: string | undefined
}

type Conflict = { readonly accompanimentId: string; readonly key: string; readonly view: EntryView }

type SaverOptions = {
  readonly transport: SaveTransport
  readonly clock: SaverClock
  readonly newId: () => string
  readonly unsent: UnsentStore
  readonly debounceMs?: number
  readonly onSaved?: (accompanimentId: string, saved: Omit<Entry, 'updatedBy'>) => void
}

type Cell = { slot: Slot; view: EntryView; cancel: () => void; readonly accompanimentId: string; readonly key: string }

export type Saver = ReturnType<typeof createSaver>

/**
 * The one autosave: every field of every screen goes through it, one request at a time for each key.
 *
 * It holds no React and no browser object; timers, storage and transport are given. What it must never do: send two
 * saves of one key at once, send a newer value before the fate of the older is known, or forget a value unsent.
 */
export function createSaver({ transport, clock, newId, unsent, debounceMs = 600, onSaved }: SaverOptions) {
  const cells = new Map<string, Cell>()
  const listeners = new Set<() => void>()
  let summary: SaveSummary = { kind: 'quiet' }

  function cellOf(accompanimentId: string, key: string): Cell {
    const name = `${accompanimentId} ${key}`
    const found = cells.get(name)
    if (found) return found
    const cell: Cell = { slot: emptySlot, view: viewOf(emptySlot), cancel: () => {}, accompanimentId, key }
    cells.set(name, cell)
    return cell
  }

  function move(cell: Cell, slot: Slot): void {
    if (slot === cell.slot) return
    cell.slot = slot
    cell.view = viewOf(slot)
    const { accompanimentId, key } = cell
    if (slot.draft !== undefined) {
      unsent.keep({
        accompanimentId,
        key,
        value: slot.draft.value,
        changedAt: slot.draft.changedAt,
        baseRevision: slot.known.revision,
        ...(slot.attempt === undefined ? {} : { attempt: slot.attempt }),
      })
    } else {
      unsent.drop(accompanimentId, key)
    }
    summary = summaryOf([...cells.values()].map((each) => each.slot))
    for (const listener of listeners) listener()
  }

  function later(cell: Cell, milliseconds: number): void {
    cell.cancel()
    cell.cancel = clock.after(milliseconds, () => void send(cell, { keepalive: false }))
  }

  async function send(cell: Cell, how: { readonly keepalive: boolean }): Promise<void> {
    const started = starting(cell.slot, newId())
    if (started === undefined) return
    cell.cancel()
    move(cell, started.slot)
    const { accompanimentId, key } = cell
    const outcome = await transport({ accompanimentId, key, ...started.attempt }, how)
    move(cell, answered(cell.slot, outcome))
    if (outcome.kind === 'saved') {
      onSaved?.(accompanimentId, {
        key,
        value: started.attempt.value,
        revision: outcome.revision,
        updatedAt: outcome.savedAt,
      })
      // The network is back: what waits its turn need not wait for its own timer.
      for (const other of cells.values()) if (other.slot.phase === 'retrying') void send(other, { keepalive: false })
    }
    if (cell.slot.phase === 'waiting') await send(cell, how)
    else if (cell.slot.phase === 'retrying') later(cell, retryDelay(cell.slot.failures))
  }

  return {
    /** What the server holds, each time it is read. */
    know(accompanimentId: string, entries: Readonly<Record<string, Entry>>): void {
      for (const entry of Object.values(entries)) {
        const cell = cellOf(accompanimentId, entry.key)
        move(cell, knowing(cell.slot, entry))
      }
    },

    read(accompanimentId: string, key: string): EntryView {
      return cellOf(accompanimentId, key).view
    },

    /** Null erases. */
    change(accompanimentId: string, key: string, value: EntryValue | null): void {
      const cell = cellOf(accompanimentId, key)
      move(cell, changing(cell.slot, value, clock.now()))
      if (cell.slot.phase === 'waiting') later(cell, debounceMs)
      else if (cell.slot.phase === 'idle') cell.cancel()
    },

    /** Sends what waits, now: on blur, on leaving a page, and with `keepalive` when the page itself goes. */
    flush(how: { readonly keepalive: boolean } = { keepalive: false }): void {
      for (const cell of cells.values()) if (cell.slot.phase === 'waiting') void send(cell, how)
    },

    /** Tries again at once what had no reply. */
    retry(): void {
      for (const cell of cells.values()) if (cell.slot.phase === 'retrying') void send(cell, { keepalive: false })
    },

    resolve(accompanimentId: string, key: string, kept: 'mine' | 'theirs'): void {
      const cell = cellOf(accompanimentId, key)
      move(cell, choosing(cell.slot, kept))
      void send(cell, { keepalive: false })
    },

    /** Takes up what a reload or a lost session left unsent. The attempt keeps its id: it may have been received. */
    restore(): void {
      for (const item of unsent.all()) {
        const cell = cellOf(item.accompanimentId, item.key)
        if (cell.slot.draft !== undefined) continue
        move(cell, {
          ...cell.slot,
          phase: 'waiting',
          known: { value: cell.slot.known.value, revision: item.baseRevision },
          draft: { value: item.value, changedAt: item.changedAt },
          attempt: item.attempt,
        })
        void send(cell, { keepalive: false })
      }
    },

    conflicts(): readonly Conflict[] {
      return [...cells.values()]
        .filter((cell) => cell.slot.phase === 'conflict')
        .map(({ accompanimentId, key, view }) => ({ accompanimentId, key, view }))
    },

    summary: (): SaveSummary => summary,

    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function viewOf(slot: Slot): EntryView {
  return {
    value: shownValue(slot),
    status: slot.phase,
    refusal: slot.refusal,
    theirs: slot.theirs,
    mineChangedAt: slot.draft?.changedAt,
  }
}
