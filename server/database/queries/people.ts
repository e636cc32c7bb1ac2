import { sql } from 'kysely'
import type { Role } from '#src/accompaniment/states.ts'
import type { Person } from '#src/contract/people.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { withoutNulls } from '#server/database/without-nulls.ts'

type Row = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly jobTitle: string | null
  readonly invitedAt: Date
  readonly expiresOn: string | null
  readonly seenAt: Date | null
}

export async function listPeople(tx: Db, accompanimentId: string): Promise<readonly Person[]> {
  const { rows } = await sql<Row>`
    select u.id as "userId", u.name, u.email, p.role, p.job_title as "jobTitle", p.invited_at as "invitedAt",
      p.expires_on::text as "expiresOn", p.seen_at as "seenAt"
    from people p join users u on u.id = p.user_id
    where p.accompaniment_id = ${accompanimentId} order by p.invited_at, u.id`.execute(tx)
  return rows.map((row) =>
    withoutNulls({ ...row, invitedAt: row.invitedAt.toISOString(), seenAt: row.seenAt?.toISOString() ?? null }),
  )
}

export async function upsertPerson(
  tx: Db,
  person: {
    readonly networkId: string
    readonly accompanimentId: string
    readonly userId: string
    readonly role: Role
    readonly jobTitle: string | null
    readonly expiresOn: string | null
    readonly invitedAt: Date
    readonly invitedBy: string
  },
): Promise<void> {
  await sql`
    insert into people (network_id, accompaniment_id, user_id, role, job_title, expires_on, invited_at, invited_by)
    values (${person.networkId}, ${person.accompanimentId}, ${person.userId}, ${person.role}, ${person.jobTitle},
      ${person.expiresOn}, ${person.invitedAt}, ${person.invitedBy})
    on conflict (accompaniment_id, user_id) do update
      set role = excluded.role, job_title = excluded.job_title, expires_on = excluded.expires_on,
          invited_at = excluded.invited_at, invited_by = excluded.invited_by`.execute(tx)
}

/** Whether there was somebody to remove. */
export async function deletePerson(tx: Db, accompanimentId: string, userId: string): Promise<boolean> {
  const { rows } = await sql`
    delete from people where accompaniment_id = ${accompanimentId} and user_id = ${userId} returning 1`.execute(tx)
  return rows.length > 0
}

/** First visit only, so that a page opened often costs no write. */
export async function markSeen(tx: Db, accompanimentId: string, userId: string, at: Date): Promise<void> {
  await sql`
    update people set seen_at = ${at}
    where accompaniment_id = ${accompanimentId} and user_id = ${userId} and seen_at is null`.execute(tx)
}
