import { sql, type Kysely } from 'kysely'

/**
 * Row-level security, enabled and forced on every table: a query that forgets its network finds nothing. The
 * application's role neither owns the tables nor bypasses the policies.
 *
 * Signing in happens before the network is known: connections opened with `jalon.scope = accounts` (those of
 * `server/accounts` alone) see the tables of accounts, and no other, across networks.
 */
const accountTableNames = [
  'networks',
  'users',
  'members',
  'sessions',
  'sign_in_methods',
  'verifications',
  'rate_limits',
]
const networkTableNames = [
  'structures',
  'questionnaire_versions',
  'accompaniments',
  'portfolio_counts',
  'people',
  'entries',
  'entry_history',
  'audit_log',
  'operations',
  'transitions',
  'proofs',
  'syntheses',
  'mails',
  'practices',
  'reminders',
]
const appendOnly = ['questionnaire_versions', 'entry_history', 'audit_log', 'transitions']

// An absent setting reads as null, one that a former transaction set locally as an empty text.
const ownNetwork = `network_id = nullif(current_setting('jalon.network_id', true), '')::uuid`
const accountsScope = `current_setting('jalon.scope', true) = 'accounts'`

const protect = (table: string, rule: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_own_network on ${table} using (${rule}) with check (${rule});
revoke all on ${table} from jalon_app;
grant select, insert${appendOnly.includes(table) ? '' : ', update, delete'} on ${table} to jalon_app;`

const text = `
${accountTableNames.map((table) => protect(table, `${ownNetwork} or ${accountsScope}`)).join('')}
${networkTableNames.map((table) => protect(table, ownNetwork)).join('')}
grant usage on schema public to jalon_app;
grant usage on all sequences in schema public to jalon_app;
revoke all on function enqueue_job, remove_example from public;
grant execute on function enqueue_job, remove_example to jalon_app;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(text).execute(db)
}
