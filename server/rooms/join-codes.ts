import { createHmac, randomInt } from 'node:crypto'
import {
  addWrongCode,
  countWrongCodes,
  deleteCode,
  findByCode,
  findCodeOf,
  insertCode,
  type CodeKind,
  type FoundCode,
} from '#server/database/queries/rooms/codes.ts'
import type { Db } from '#server/database/unit-of-work.ts'

export type { CodeKind, FoundCode }

/** Neither vowels nor Y, so that no code is a word; neither O and 0, nor I, L and 1, which are read for each other. */
const alphabet = 'BCDFGHJKMNPQRSTVWXZ23456789'
const codeLength = 6

/**
 * The code of a subject, made if it has none: unique among those that are open, in every network. Within a transaction
 * already open in the network.
 */
export async function openCode(tx: Db, opens: FoundCode): Promise<string> {
  const open = await findCodeOf(tx, opens.kind, opens.subjectId)
  // Drawn by another, or opened meanwhile: the next look tells which.
  return open ?? (await insertCode(tx, newCode(), opens)) ?? openCode(tx, opens)
}

/** The code dies: nobody enters with it any more, and it may be drawn again. */
export const closeCode = deleteCode

/** The code that is open on a subject, to show it again. */
export const codeOf = findCodeOf

/** What a code opens, whatever the network: the only look of someone who belongs to none. */
export async function findCode(db: Db, typed: string): Promise<FoundCode | undefined> {
  return findByCode(db, normaliseCode(typed))
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
  const [here = 0, inAll = 0] = await countWrongCodes(db, [bucket, everywhere], at)
  return here >= mostWrongCodes.perAddress || inAll >= mostWrongCodes.everywhere
}

export async function noteWrongCode(db: Db, bucket: string, at: Date): Promise<void> {
  await addWrongCode(db, [bucket, everywhere], at)
}

/** What stands for addresses goes, even where nobody types a wrong code any more. */
export async function forgetWrongCodes(db: Db, at: Date): Promise<void> {
  await addWrongCode(db, [], at)
}

const everywhere = 'everywhere'

function newCode(): string {
  return Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('')
}
