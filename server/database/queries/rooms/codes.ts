import { sql } from 'kysely'
import type { Db } from '#server/database/unit-of-work.ts'

export type CodeKind = 'room' | 'room-early' | 'quiz'
export type FoundCode = { readonly networkId: string; readonly kind: CodeKind; readonly subjectId: string }

/** Undefined where the code, or another of the same subject, is open already. */
export async function insertCode(tx: Db, code: string, opens: FoundCode): Promise<string | undefined> {
  const { rows } = await sql<{ readonly code: string }>`
    insert into join_codes (code, network_id, kind, subject_id)
    values (${code}, ${opens.networkId}, ${opens.kind}, ${opens.subjectId})
    on conflict do nothing returning code`.execute(tx)
  return rows[0]?.code
}

export async function deleteCode(tx: Db, kind: CodeKind, subjectId: string): Promise<void> {
  await sql`delete from join_codes where kind = ${kind} and subject_id = ${subjectId}`.execute(tx)
}

export async function findCodeOf(tx: Db, kind: CodeKind, subjectId: string): Promise<string | undefined> {
  const { rows } = await sql<{ readonly code: string }>`
    select code from join_codes where kind = ${kind} and subject_id = ${subjectId}`.execute(tx)
  return rows[0]?.code
}

/** Whatever the network; no other row is seen. */
export async function findByCode(db: Db, code: string): Promise<FoundCode | undefined> {
  const { rows } = await sql<{ readonly found: FoundCode | null }>`select find_code(${code}) as found`.execute(db)
  return rows[0]?.found ?? undefined
}

/** Wrong codes of each bucket within the last ten minutes, in the order asked. */
export async function countWrongCodes(db: Db, buckets: readonly string[], at: Date): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly counts: readonly number[] }>`
    select count_wrong_codes(${buckets}::text[], ${at}) as counts`.execute(db)
  return rows[0]?.counts ?? []
}

/** One more for each bucket; what is older than ten minutes goes. */
export async function addWrongCode(db: Db, buckets: readonly string[], at: Date): Promise<void> {
  await sql`select note_wrong_code(${buckets}::text[], ${at})`.execute(db)
}
