import { sql, type Kysely } from 'kysely'

/** The states of the second journey join those of the first; a test compares them with the code's. */
const states = `'requested', 'qualified', 'scheduled', 'preparing', 'framing', 'arguments', 'evidence', 'awareness',
  'perception', 'audit', 'restitution', 'planning', 'drafting', 'review', 'delivered', 'follow-up', 'closed',
  'on-hold', 'cancelled'`

const columns = [
  ['accompaniments', 'state'],
  ['accompaniments', 'resume_state'],
  ['transitions', 'from_state'],
  ['transitions', 'to_state'],
] as const

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, column] of columns)
    await sql
      .raw(
        `alter table ${table} drop constraint ${table}_${column}_check,
          add constraint ${table}_${column}_check check (${column} in (${states}))`,
      )
      .execute(db)
}
