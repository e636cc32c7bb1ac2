import type { SeatView } from '#src/contract/rooms.ts'
import { seatPath, snapshotCache } from './caches.ts'

/** The copy of a seat: of what this phone has sent it holds which criteria alone, for others may hold the phone later. */
export type KeptSeat = SeatView & { readonly sent: readonly string[] }

/** Criteria answered from here, where the seat is a copy that does not hold the answers. */
export function sentOf(seat: SeatView | KeptSeat): readonly string[] | undefined {
  return 'sent' in seat ? seat.sent : undefined
}

/**
 * The running meeting, kept for a page opened again without network; the service worker reads it. Where the browser
 * has no cache (an address without https), nothing is kept and nothing else changes.
 */
export async function keepSnapshot(view: KeptSeat): Promise<void> {
  if (typeof caches === 'undefined') return
  try {
    const cache = await caches.open(snapshotCache)
    const headers = { 'content-type': 'application/json', 'x-kept': 'yes' }
    await cache.put(seatPath, new Response(JSON.stringify(view), { headers }))
  } catch {
    // A full disk: the page still works while it stays open.
  }
}

export async function forgetSnapshot(): Promise<void> {
  if (typeof caches === 'undefined') return
  await caches.delete(snapshotCache).catch(() => false)
}
