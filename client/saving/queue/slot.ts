import type { Entry, EntryValue } from '#src/accompaniment/entry.ts'
import { sameValue } from './same-value.ts'

/** What the server is known to hold for a key; revision 0 means that nothing was ever saved. */
export type Known = { readonly value: EntryValue | null; readonly revision: number }

/** One save as it is sent. It is sent again unchanged until a reply comes, so the server recognises a repeat. */
export type Attempt = {
  readonly operationId: string
  readonly baseRevision: number
  readonly value: EntryValue | null
}

export type SaveRefusal = { readonly code: string; readonly sentence: string }

/** What came back from one attempt. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt: string }
  | { readonly kind: 'stale'; readonly current: Entry }
  | { readonly kind: 'refused'; readonly refusal: SaveRefusal }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'signed-out' }

/**
 * `idle` nothing to send · `waiting` typed, the delay runs · `sending` a request is out · `retrying` no reply came ·
 * `refused` the server said why · `conflict` someone else saved first, the user chooses · `signed-out`.
 */
export type Phase = 'idle' | 'waiting' | 'sending' | 'retrying' | 'refused' | 'conflict' | 'signed-out'

/** The life of one entry between the screen and the server. Every function below returns a new slot. */
export type Slot = {
  readonly phase: Phase
  readonly known: Known
  /** What the screen shows and the server has not acknowledged. */
  readonly draft: { readonly value: EntryValue | null; readonly changedAt: string } | undefined
  readonly attempt: Attempt | undefined
  /** Attempts without a reply since the last one that had one. */
  readonly failures: number
  readonly savedAt: string | undefined
  readonly refusal: SaveRefusal | undefined
  /** In a conflict, what stands on the server. */
  readonly theirs: Entry | undefined
}

export const emptySlot: Slot = {
  phase: 'idle',
  known: { value: null, revision: 0 },
  draft: undefined,
  attempt: undefined,
  failures: 0,
  savedAt: undefined,
  refusal: undefined,
  theirs: undefined,
}

/** What the screen shows: the draft, or what the server holds. */
export function shownValue(slot: Slot): EntryValue | null {
  return slot.draft === undefined ? slot.known.value : slot.draft.value
}

/**
 * The server's word, read again. It moves a quiet slot only: under a draft the base must stay the one that the user
 * was looking at, or someone else's change would be overwritten without a question.
 */
export function knowing(slot: Slot, entry: Known): Slot {
  if (slot.draft !== undefined || slot.attempt !== undefined || entry.revision < slot.known.revision) return slot
  return { ...slot, known: { value: entry.value, revision: entry.revision } }
}

/** The user typed. Going back to what the server holds cancels a draft that was never sent. */
export function changing(slot: Slot, value: EntryValue | null, changedAt: string): Slot {
  if (slot.attempt === undefined && slot.phase !== 'conflict' && sameValue(value, slot.known.value)) {
    return { ...slot, phase: 'idle', draft: undefined, refusal: undefined }
  }
  const draft = { value, changedAt }
  if (slot.phase === 'sending' || slot.phase === 'retrying' || slot.phase === 'conflict') return { ...slot, draft }
  if (slot.phase === 'signed-out') return { ...slot, draft }
  return { ...slot, phase: 'waiting', draft, refusal: undefined }
}

/** The attempt to send now: the one without a reply first, whatever was typed since. Undefined when there is none. */
export function starting(
  slot: Slot,
  operationId: string,
): { readonly slot: Slot; readonly attempt: Attempt } | undefined {
  if (slot.phase !== 'waiting' && slot.phase !== 'retrying') return undefined
  const attempt =
    slot.attempt ?? (slot.draft && { operationId, baseRevision: slot.known.revision, value: slot.draft.value })
  return attempt && { slot: { ...slot, phase: 'sending', attempt }, attempt }
}

/** A reply came, or none did. `waiting` in the result means: newer work, to be sent at once. */
export function answered(slot: Slot, outcome: SaveOutcome): Slot {
  const { attempt, draft } = slot
  if (attempt === undefined) return slot
  const moved = draft !== undefined && !sameValue(draft.value, attempt.value)
  const settled = { ...slot, attempt: undefined, failures: 0, refusal: undefined, theirs: undefined }

  switch (outcome.kind) {
    case 'saved': {
      const known = { value: attempt.value, revision: outcome.revision }
      if (moved) return { ...settled, phase: 'waiting', known, savedAt: outcome.savedAt }
      return { ...settled, phase: 'idle', known, draft: undefined, savedAt: outcome.savedAt }
    }
    case 'stale': {
      const { current } = outcome
      const mine = draft === undefined ? attempt.value : draft.value
      if (sameValue(current.value, mine)) {
        return { ...settled, phase: 'idle', known: current, draft: undefined, savedAt: current.updatedAt }
      }
      const kept = draft ?? { value: attempt.value, changedAt: current.updatedAt }
      return { ...settled, phase: 'conflict', draft: kept, theirs: current }
    }
    case 'refused':
      if (moved) return { ...settled, phase: 'waiting' }
      return { ...settled, phase: 'refused', refusal: outcome.refusal }
    case 'unreachable':
      return { ...slot, phase: 'retrying', failures: slot.failures + 1 }
    case 'signed-out':
      return { ...slot, phase: 'signed-out' }
  }
}

/** The user chose between two values; keeping one's own is a new save, based on the other's revision. */
export function choosing(slot: Slot, kept: 'mine' | 'theirs'): Slot {
  if (slot.phase !== 'conflict' || slot.theirs === undefined) return slot
  const known = { value: slot.theirs.value, revision: slot.theirs.revision }
  const settled = { ...slot, known, theirs: undefined }
  return kept === 'mine' ? { ...settled, phase: 'waiting' } : { ...settled, phase: 'idle', draft: undefined }
}

/** Milliseconds before trying again: one second, doubled each time, thirty at most. */
export function retryDelay(failures: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.max(0, failures - 1))
}
