import { sql, type Kysely } from 'kysely'
import { applicationRole } from '#server/database/connections.ts'
import { StartRefusal } from '#server/start-refusal.ts'

/**
 * Makes the application's role where it is absent and gives it the rows, never the tables: what the owner creates from now
 * on in `public` is readable and writable to it, under row-level security. Migrations take back what a table must refuse.
 *
 * Refuses with `database-role-refused` where the given account may not create roles and nobody made this one beforehand.
 */
export async function prepareRoles<DB>(db: Kysely<DB>): Promise<void> {
  try {
    // A role belongs to the whole server: two databases may be prepared at once, so the second finds it made.
    await sql`
      do $$ begin
        if not exists (select from pg_roles where rolname = '${sql.raw(applicationRole)}') then
          create role ${sql.raw(applicationRole)} login nosuperuser nobypassrls nocreatedb nocreaterole;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`.execute(db)
    await sql`
      do $$ begin
        if not pg_has_role(current_user, '${sql.raw(applicationRole)}', 'member') then
          grant ${sql.raw(applicationRole)} to current_user;
        end if;
      end $$`.execute(db)
  } catch (cause) {
    throw new StartRefusal({ code: 'database-role-refused', role: applicationRole }, { cause })
  }

  await sql`grant usage on schema public to ${sql.raw(applicationRole)}`.execute(db)
  await sql`alter default privileges in schema public grant select, insert, update, delete on tables to ${sql.raw(applicationRole)}`.execute(
    db,
  )
  await sql`alter default privileges in schema public grant usage, select on sequences to ${sql.raw(applicationRole)}`.execute(
    db,
  )
}
