import { sql } from 'kysely'
import type { Db } from '#server/database/unit-of-work.ts'

export type LongPause = {
  readonly accompanimentId: string
  readonly structure: string
  readonly since: Date
  readonly reason: string
}

export async function listLongOnHold(tx: Db, before: Date): Promise<readonly LongPause[]> {
  const { rows } = await sql<LongPause>`
    select a.id as "accompanimentId", s.name as structure, a.state_since as since,
      coalesce((select t.reason from transitions t where t.accompaniment_id = a.id order by t.id desc limit 1), '') as reason
    from accompaniments a join structures s on s.id = a.structure_id
    where a.state = 'on-hold' and a.state_since < ${before} and not a.is_example order by a.id`.execute(tx)
  return rows
}

export type DueAction = {
  readonly accompanimentId: string
  readonly structure: string
  readonly key: string
  readonly title: string
  readonly dueOn: string
  readonly owner: string
}

/** Of delivered plans, neither done nor dropped. Days are `YYYY-MM-DD`, both included. */
export async function listDueActions(tx: Db, from: string, to: string): Promise<readonly DueAction[]> {
  const { rows } = await sql<DueAction>`
    select a.id as "accompanimentId", s.name as structure, e.key, e.value ->> 'title' as title,
      e.value ->> 'dueOn' as "dueOn", coalesce(e.value ->> 'owner', '') as owner
    from accompaniments a join structures s on s.id = a.structure_id join entries e on e.accompaniment_id = a.id
    where a.state in ('delivered', 'follow-up') and not a.is_example and e.key like 'action/%'
      and e.value ->> 'dueOn' between ${from} and ${to} and e.value ->> 'status' not in ('done', 'dropped')
    order by a.id, e.key`.execute(tx)
  return rows
}

/** Whether it had not been sent yet. */
export async function rememberReminder(
  tx: Db,
  reminder: {
    readonly networkId: string
    readonly accompanimentId: string
    readonly kind: 'on-hold' | 'action-due'
    readonly subject: string
    readonly at: Date
  },
): Promise<boolean> {
  const r = reminder
  const { rows } = await sql`
    insert into reminders (network_id, accompaniment_id, kind, subject, sent_at)
    values (${r.networkId}, ${r.accompanimentId}, ${r.kind}, ${r.subject}, ${r.at})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}
