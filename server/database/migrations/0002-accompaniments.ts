import { sql, type Kysely } from 'kysely'

/** Structures, accompaniments and everything a team writes. The states are those of the code, and a test compares them. */
const states = `'requested', 'qualified', 'scheduled', 'preparing', 'arguments', 'evidence', 'planning', 'drafting',
  'review', 'delivered', 'follow-up', 'closed', 'on-hold', 'cancelled'`

const text = `
create table structures (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks,
  name text not null,
  -- Lower case, without accents: what a search compares.
  search_name text not null,
  siret text,
  kinds text[] not null,
  legal_form text,
  department text,
  city text,
  member boolean,
  is_example boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index structures_name on structures (network_id, search_name, id);

create table questionnaire_versions (
  network_id uuid not null references networks,
  id text not null,
  version text not null,
  sha256 text not null,
  canonical text not null,
  stored_at timestamptz not null default now(),
  primary key (network_id, id, version)
);

create table accompaniments (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks,
  structure_id uuid not null references structures,
  method text not null,
  questionnaire_id text not null,
  questionnaire_version text not null,
  questionnaire_sha256 text not null,
  state text not null check (state in (${states})),
  resume_state text check (resume_state in (${states})),
  machine_version integer not null,
  -- Read-only from delivery on; an open correction lifts it.
  frozen boolean not null default false,
  correction_reason text,
  correction_opened_at timestamptz,
  correction_opened_by uuid,
  is_example boolean not null default false,
  -- Changes with everything that decides who may write what, so that a decision kept in memory cannot outlive it.
  access_stamp integer not null default 1,
  -- What it waits for, as the portfolio shows it; stale after a write, until somebody looks.
  waiting_group text not null default 'advisor' check (waiting_group in ('advisor', 'structure', 'later', 'done')),
  waiting_code text not null default '',
  waiting_details jsonb not null default '{}',
  waiting_missing integer not null default 0,
  waiting_event text,
  waiting_stale boolean not null default true,
  period text,
  -- To the millisecond, as the instants that pages are numbered with.
  state_since timestamptz(3) not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((correction_reason is null) = (correction_opened_at is null)),
  check ((state in ('on-hold', 'cancelled')) = (resume_state is not null)),
  foreign key (network_id, questionnaire_id, questionnaire_version) references questionnaire_versions
);
create index accompaniments_page on accompaniments (network_id, state_since desc, id desc);
create index accompaniments_group on accompaniments (network_id, waiting_group, state_since desc, id desc);
create index accompaniments_structure on accompaniments (structure_id);
create index accompaniments_stale on accompaniments (network_id, id) where waiting_stale;
create index accompaniments_on_hold on accompaniments (network_id, state_since) where state = 'on-hold';

-- Kept by a trigger: counting ten thousand rows at each visit would make the portfolio slower as a network grows.
create table portfolio_counts (
  network_id uuid not null references networks,
  waiting_group text not null,
  count integer not null,
  primary key (network_id, waiting_group)
);

create table people (
  network_id uuid not null references networks,
  accompaniment_id uuid not null references accompaniments,
  user_id uuid not null references users,
  role text not null check (role in ('advisor', 'referent', 'team', 'reader')),
  job_title text,
  expires_on date,
  invited_at timestamptz not null,
  invited_by uuid,
  seen_at timestamptz,
  primary key (accompaniment_id, user_id)
);
create index people_user on people (user_id);

create table entries (
  network_id uuid not null references networks,
  accompaniment_id uuid not null references accompaniments,
  key text not null check (length(key) <= 200),
  value jsonb,
  revision integer not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  primary key (accompaniment_id, key)
);
create index entries_meetings on entries (network_id, (value ->> 'startsAt')) where key like 'meeting/%';

-- No foreign key here nor in the two next tables: the save that writes them has just checked, and each costs a lock.
create table entry_history (
  network_id uuid not null,
  accompaniment_id uuid not null,
  key text not null,
  revision integer not null,
  before jsonb,
  value jsonb,
  at timestamptz not null,
  by_user uuid not null,
  primary key (accompaniment_id, key, revision)
);
create index entry_history_recent on entry_history (accompaniment_id, at desc);

-- Who did what, when, on what: never what was answered.
create table audit_log (
  network_id uuid not null,
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  accompaniment_id uuid,
  subject text
);
create index audit_log_accompaniment on audit_log (accompaniment_id, id desc);

-- The first reply to each operation, so that a repeat gets it again.
create table operations (
  network_id uuid not null,
  actor_id uuid not null,
  operation_id uuid not null,
  fingerprint text not null,
  reply json not null,
  created_at timestamptz not null,
  primary key (network_id, actor_id, operation_id)
);
create index operations_age on operations (created_at);

create table transitions (
  id bigint generated always as identity primary key,
  network_id uuid not null references networks,
  accompaniment_id uuid not null references accompaniments,
  event text not null,
  from_state text not null check (from_state in (${states})),
  to_state text not null check (to_state in (${states})),
  machine_version integer not null,
  reason text,
  at timestamptz not null,
  actor_id uuid
);
create index transitions_accompaniment on transitions (accompaniment_id, id);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(text).execute(db)
}
