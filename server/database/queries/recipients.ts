import { sql } from 'kysely'
import type { Db } from '#server/database/unit-of-work.ts'

/** Somebody a mail goes to. Example people have no mailbox: they are never among them. */
export type Recipient = { readonly name: string; readonly email: string }

export async function listReferents(tx: Db, accompanimentId: string): Promise<readonly Recipient[]> {
  const { rows } = await sql<Recipient>`
    select u.name, u.email from people p join users u on u.id = p.user_id
    where p.accompaniment_id = ${accompanimentId} and p.role = 'referent' and not u.is_example
    order by u.email`.execute(tx)
  return rows
}

/** The advisors who made it move so far, or else all those of the network. */
export async function listAdvisorsOf(tx: Db, accompanimentId: string): Promise<readonly Recipient[]> {
  const { rows } = await sql<Recipient & { readonly involved: boolean }>`
    select u.name, u.email,
      exists (select from transitions t where t.accompaniment_id = ${accompanimentId} and t.actor_id = u.id) as involved
    from members m join users u on u.id = m.user_id
    where m.standing = 'advisor' and not u.is_example order by u.email`.execute(tx)
  const involved = rows.filter((row) => row.involved)
  return (involved.length > 0 ? involved : rows).map(({ name, email }) => ({ name, email }))
}

export async function findUserName(tx: Db, userId: string | null): Promise<string> {
  const { rows } = await sql<{ readonly name: string }>`select name from users where id = ${userId}`.execute(tx)
  return rows[0]?.name ?? 'Jalon'
}
