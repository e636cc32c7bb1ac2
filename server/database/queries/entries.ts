import { sql } from 'kysely'
import type { Entry, EntryValue } from '#src/accompaniment/entry.ts'
import type { EntryHistory } from '#src/contract/entries.ts'
import type { Db } from '#server/database/unit-of-work.ts'

export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly key: string; readonly revision: number; readonly savedAt: string }
  | { readonly outcome: 'stale'; readonly current: StoredEntry }
  | { readonly outcome: 'reused' }
  | { readonly outcome: 'moved' }
type StoredEntry = Omit<Entry, 'updatedAt'> & { readonly updatedAt: string | null }

export type Save = {
  readonly networkId: string
  readonly actorId: string
  readonly operationId: string
  readonly fingerprint: string
  readonly accompanimentId: string
  readonly accessStamp: number
  readonly key: string
  readonly baseRevision: number
  readonly value: EntryValue | null
  readonly at: Date
}

/** Within a transaction already open in the network: for what is saved along with something else. */
export async function saveEntryWithin(tx: Db, save: Save): Promise<SaveOutcome> {
  const { rows } = await sql<{ readonly reply: SaveOutcome }>`
    select save_entry(${save.networkId}, ${save.actorId}, ${save.operationId}, ${save.fingerprint},
      ${save.accompanimentId}, ${save.accessStamp}, ${save.key}, ${save.baseRevision},
      ${save.value === null ? null : JSON.stringify(save.value)}::jsonb, ${save.at.toISOString()}) as reply`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('save_entry gave no reply')
  return row.reply
}

type Row = Omit<Entry, 'updatedAt'> & { readonly updatedAt: Date }

/** All of them, the erased ones too (value null), by key. */
export async function listEntries(tx: Db, accompanimentId: string): Promise<readonly Entry[]> {
  const { rows } = await sql<Row>`
    select e.key, e.value, e.revision, e.updated_at as "updatedAt", coalesce(u.name, '') as "updatedBy"
    from entries e left join users u on u.id = e.updated_by
    where e.accompaniment_id = ${accompanimentId} order by e.key`.execute(tx)
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }))
}

export async function findEntryValue(tx: Db, accompanimentId: string, key: string): Promise<EntryValue | null> {
  const { rows } = await sql<{ readonly value: EntryValue | null }>`
    select value from entries where accompaniment_id = ${accompanimentId} and key = ${key}`.execute(tx)
  return rows[0]?.value ?? null
}

/** 0 where nothing was ever saved under this key. */
export async function findEntryRevision(tx: Db, accompanimentId: string, key: string): Promise<number> {
  const { rows } = await sql<{ readonly revision: number }>`
    select revision from entries where accompaniment_id = ${accompanimentId} and key = ${key}`.execute(tx)
  return rows[0]?.revision ?? 0
}

export async function listEntryHistory(tx: Db, accompanimentId: string, key: string): Promise<EntryHistory> {
  const { rows } = await sql<Omit<EntryHistory[number], 'at'> & { readonly at: Date }>`
    select h.revision, h.value, h.before, h.at, coalesce(u.name, '') as by
    from entry_history h left join users u on u.id = h.by_user
    where h.accompaniment_id = ${accompanimentId} and h.key = ${key} order by h.revision desc limit 200`.execute(tx)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
