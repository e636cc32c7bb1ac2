import { sql } from 'kysely'
import pg from 'pg'
import type { Db } from '#server/database/unit-of-work.ts'

export async function renameUser(tx: Db, userId: string, name: string, at: Date): Promise<void> {
  await sql`update users set name = ${name}, updated_at = ${at} where id = ${userId}`.execute(tx)
}

/** `taken` leaves the transaction to be undone: nothing can follow it. */
export async function changeAddress(tx: Db, userId: string, email: string, at: Date): Promise<'changed' | 'taken'> {
  try {
    await sql`update users set email = ${email}, updated_at = ${at} where id = ${userId}`.execute(tx)
    return 'changed'
  } catch (error) {
    // An address of another network is out of sight: only its uniqueness speaks.
    if (error instanceof pg.DatabaseError && error.constraint === 'users_email_key') return 'taken'
    throw error
  }
}

type Change = { readonly userId: string; readonly email: string; readonly newEmail: string }

/** In place of those asked for before: only the last link works. `email` is the present address, which ties it to a network. */
export async function insertAddressChange(tx: Db, hashed: string, change: Change, expiresAt: Date): Promise<void> {
  await forgetAddressChanges(tx, change.userId)
  await sql`
    insert into verifications (identifier, value, expires_at)
    values (${`${kind(change.userId)}${hashed}`}, ${JSON.stringify(change)}, ${expiresAt})`.execute(tx)
}

/** The address that waits for its confirmation; with `hashed`, only if that is its link. */
export async function findAddressChange(
  tx: Db,
  userId: string,
  now: Date,
  hashed?: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ readonly newEmail: string }>`
    select value::json ->> 'newEmail' as "newEmail" from verifications
    where ${isOf(userId)} and expires_at > ${now}
      and (${hashed ?? null}::text is null or identifier = ${`${kind(userId)}${hashed ?? ''}`})`.execute(tx)
  return rows[0]?.newEmail
}

export async function forgetAddressChanges(tx: Db, userId: string): Promise<void> {
  await sql`delete from verifications where ${isOf(userId)}`.execute(tx)
}

function kind(userId: string): string {
  return `address-change:${userId}:`
}

function isOf(userId: string) {
  return sql`starts_with(identifier, ${kind(userId)})`
}
