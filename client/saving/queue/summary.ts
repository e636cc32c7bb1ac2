import type { Slot } from './slot.ts'

/** The one thing that the save state says, the most pressing first. */
export type SaveSummary =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'waiting-for-network'; readonly count: number }
  | { readonly kind: 'signed-out'; readonly count: number }
  | { readonly kind: 'conflict'; readonly count: number }
  | { readonly kind: 'refused'; readonly sentence: string; readonly count: number }

/** A refusal outranks all: nothing else will settle it. A save under way outranks an older success. */
export function summaryOf(slots: readonly Slot[]): SaveSummary {
  const inPhase = (...phases: readonly Slot['phase'][]) => slots.filter((slot) => phases.includes(slot.phase))
  const refused = inPhase('refused')
  const [first] = refused
  if (first?.refusal) return { kind: 'refused', sentence: first.refusal.sentence, count: refused.length }
  const signedOut = inPhase('signed-out').length
  if (signedOut > 0) return { kind: 'signed-out', count: signedOut }
  const conflicts = inPhase('conflict').length
  if (conflicts > 0) return { kind: 'conflict', count: conflicts }
  // A retry under way still waits for the network, as far as the user knows.
  const unreached = slots.filter((slot) => slot.failures > 0).length
  if (unreached > 0) return { kind: 'waiting-for-network', count: unreached }
  if (inPhase('waiting', 'sending').length > 0) return { kind: 'saving' }
  const at = slots.flatMap((slot) => (slot.savedAt === undefined ? [] : [slot.savedAt])).reduce(later, '')
  return at === '' ? { kind: 'quiet' } : { kind: 'saved', at }
}

function later(a: string, b: string): string {
  return b > a ? b : a
}
