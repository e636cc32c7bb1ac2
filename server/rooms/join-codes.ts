import { randomInt } from 'node:crypto'
import {
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

function newCode(): string {
  return Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('')
}
