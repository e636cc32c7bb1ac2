import { sql, type Kysely } from 'kysely'

/**
 * The quiz and the anonymous survey.
 *
 * Answers lie in a box whose id is computed from the server's secret (`server/awareness/secrecy/secrets.ts`): nothing in the
 * database leads from a box to an accompaniment, a campaign or a ticket, nor back. Answer rows hold no time, no sequence
 * and no id of their own, and their content is sealed. `network_id` is there for row-level security alone: it is the
 * same for every structure of a network.
 *
 * No foreign key on the answers: it would be a path, and their box is nobody's row.
 */
const tables = ['quiz_rounds', 'quiz_answers', 'perception_campaigns', 'perception_tickets', 'perception_answers']

const ownNetwork = `network_id = nullif(current_setting('jalon.network_id', true), '')::uuid`

const protect = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_own_network on ${table} using (${ownNetwork}) with check (${ownNetwork});
revoke all on ${table} from jalon_app;
grant select, insert, update, delete on ${table} to jalon_app;`

const text = `
create table quiz_rounds (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks,
  accompaniment_id uuid not null references accompaniments on delete cascade,
  round text not null check (round in ('before', 'after')),
  opened_on date not null,
  closed_on date,
  -- Both are written at the close: the object that every screen and document shows.
  answered integer,
  results jsonb,
  unique (accompaniment_id, round),
  check ((closed_on is null) = (results is null) and (closed_on is null) = (answered is null))
);

create table quiz_answers (
  network_id uuid not null,
  box uuid not null,
  round text not null check (round in ('before', 'after')),
  submission_hash text not null,
  pair_hash text,
  sealed bytea not null,
  primary key (box, round, submission_hash)
);

create table perception_campaigns (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks,
  accompaniment_id uuid not null unique references accompaniments on delete cascade,
  invited integer not null check (invited between 1 and 2000),
  opened_on date not null,
  until date not null,
  closed_on date,
  answered integer,
  results jsonb,
  check ((closed_on is null) = (results is null) and (closed_on is null) = (answered is null))
);
create index perception_campaigns_open on perception_campaigns (until) where closed_on is null;

-- One a person invited, nobody's name on it; gone with the window. The sheet is printed again from what is sealed.
create table perception_tickets (
  network_id uuid not null,
  campaign_id uuid not null references perception_campaigns on delete cascade,
  ticket_hash text primary key,
  sealed bytea not null,
  used boolean not null
);
create index perception_tickets_campaign on perception_tickets (campaign_id);

create table perception_answers (
  network_id uuid not null,
  box uuid not null,
  sealed bytea not null
);
create index perception_answers_box on perception_answers (box);

${tables.map(protect).join('')}

-- Someone without an account belongs to no network yet: who holds a ticket sees its row, and no other.
create policy perception_tickets_of_bearer on perception_tickets for select
  using (ticket_hash = nullif(current_setting('jalon.ticket_hash', true), ''));
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(text).execute(db)
}
