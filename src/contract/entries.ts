import { z } from 'zod'
import type { EntryValue } from '#src/accompaniment/entry.ts'
import { operationId } from './scalars.ts'

/**
 * PUT /api/accompaniments/:id/entries/:key (the key percent-encoded). `baseRevision` is the revision the value was
 * based on, 0 when there was none; null erases. A stale revision is refused, 409 `stale-revision`, with `current`, the entry
 * that stands now.
 */
export const saveEntryBody = z.strictObject({ operationId, baseRevision: z.int().min(0), value: z.unknown() })
export type SaveEntryBody = {
  readonly operationId: string
  readonly baseRevision: number
  readonly value: EntryValue | null
}
export type SavedEntry = { readonly key: string; readonly revision: number; readonly savedAt: string }

/** GET /api/accompaniments/:id/entries/:key/history, newest first. */
export type EntryHistory = readonly {
  readonly revision: number
  readonly value: EntryValue | null
  readonly before: EntryValue | null
  readonly at: string
  readonly by: string
}[]
