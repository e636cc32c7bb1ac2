import { createHmac, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#server/database/unit-of-work.ts'

export type CodeKind = 'room' | 'room-early' | 'quiz'
export type FoundCode = { readonly networkId: string; readonly kind: CodeKind; readonly subjectId: string }

/** Neither vowels nor Y, so that no code is a word; neither O and 0, nor I, L and 1, which are read for each other. */
const alphabet = 'BCDFGHJKMNPQRSTVWXZ23456789'
const codeLength = 6

/**
 * The code of a subject, made if it has none: unique among those that are open, in every network. Within a transaction
 * already open in the network.
 */
export async function openCode(
  tx: Db,
  code: { readonly networkId: string; readonly kind: CodeKind; readonly subjectId: string },
): Promise<string> {
  const open = await codeOf(tx, code.kind, code.subjectId)
  if (open !== undefined) return open

  const { rows } = await sql<{ readonly code: string }>`
    insert into join_codes (code, network_id, kind, subject_id)
    values (${newCode()}, ${code.networkId}, ${code.kind}, ${code.subjectId})
    on conflict do nothing returning code`.execute(tx)
  // Drawn by another, or opened meanwhile: the next look tells which.
  return rows[0]?.code ?? openCode(tx, code)
}

/** The code dies: nobody enters with it any more, and it may be drawn again. */
export async function closeCode(tx: Db, kind: CodeKind, subjectId: string): Promise<void> {
  await sql`delete from join_codes where kind = ${kind} and subject_id = ${subjectId}`.execute(tx)
}

/** The code that is open on a subject, to show it again. */
export async function codeOf(tx: Db, kind: CodeKind, subjectId: string): Promise<string | undefined> {
  const { rows } = await sql<{ readonly code: string }>`
    select code from join_codes where kind = ${kind} and subject_id = ${subjectId}`.execute(tx)
  return rows[0]?.code
}

/** What a code opens, whatever the network: the only look of someone who belongs to none. */
export async function findCode(db: Db, typed: string): Promise<FoundCode | undefined> {
  const { rows } = await sql<{ readonly found: FoundCode | null }>`
    select find_code(${normaliseCode(typed)}) as found`.execute(db)
  return rows[0]?.found ?? undefined
}

/** As people type it: in small letters, in groups, with a stray dash. */
export function normaliseCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
}

/** Within ten minutes. A whole meeting may share one address. */
export const mostWrongCodes = { perAddress: 60, everywhere: 600 } as const

/** Keyed by the server's secret, so that what is kept for ten minutes does not lead back to an address. */
export function addressBucket(secret: string, address: string): string {
  return createHmac('sha256', secret).update(`join ${address}`).digest('base64url')
}

/** Too many wrong codes, from there or in all: even a right one waits. */
export async function isDoorShut(db: Db, bucket: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ readonly counts: readonly number[] }>`
    select count_wrong_codes(${[bucket, everywhere]}::text[], ${at}) as counts`.execute(db)
  const [here = 0, inAll = 0] = rows[0]?.counts ?? []
  return here >= mostWrongCodes.perAddress || inAll >= mostWrongCodes.everywhere
}

export async function noteWrongCode(db: Db, bucket: string, at: Date): Promise<void> {
  await sql`select note_wrong_code(${[bucket, everywhere]}::text[], ${at})`.execute(db)
}

/** What stands for addresses goes, even where nobody types a wrong code any more. */
export async function forgetWrongCodes(db: Db, at: Date): Promise<void> {
  await sql`select note_wrong_code('{}'::text[], ${at})`.execute(db)
}

const everywhere = 'everywhere'

function newCode(): string {
  return Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('')
}
