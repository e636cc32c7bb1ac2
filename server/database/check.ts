import { sql, type Kysely } from 'kysely'
import { StartRefusal } from '#server/start-refusal.ts'

/** The first major version with every feature the queries use. */
const oldestMajorVersion = 15

/**
 * Refuses to work on a database that could lose what it acknowledged, or show a network the rows of another:
 * `database-too-old`, `database-unsafe`, `database-role-too-strong`. To be called through the application's own connection.
 */
export async function checkDatabase<DB>(db: Kysely<DB>): Promise<void> {
  const { rows } = await sql<Facts>`
    select current_setting('server_version_num')::int / 10000 as version,
           current_setting('fsync') as fsync,
           current_setting('synchronous_commit') as commit,
           current_setting('full_page_writes') as pages,
           current_user as role,
           (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as unbound,
           exists (select from pg_class where relowner = (select oid from pg_roles where rolname = current_user) and relkind in ('r', 'p')) as owner`.execute(
    db,
  )
  for (const facts of rows) refuseUnsafe(facts)
}

type Facts = {
  readonly version: number
  readonly fsync: string
  readonly commit: string
  readonly pages: string
  readonly role: string
  readonly unbound: boolean
  readonly owner: boolean
}

function refuseUnsafe({ version, fsync, commit, pages, role, unbound, owner }: Facts): void {
  if (version < oldestMajorVersion) throw new StartRefusal({ code: 'database-too-old', found: String(version) })
  if (fsync !== 'on') throw new StartRefusal({ code: 'database-unsafe', setting: 'fsync' })
  if (commit === 'off') throw new StartRefusal({ code: 'database-unsafe', setting: 'synchronous_commit' })
  if (pages !== 'on') throw new StartRefusal({ code: 'database-unsafe', setting: 'full_page_writes' })
  if (unbound || owner) throw new StartRefusal({ code: 'database-role-too-strong', role })
}
