import { sql, type Kysely } from 'kysely'

/** Proofs, syntheses, mails, practices, and the reminders already sent. */
const text = `
create table proofs (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks,
  accompaniment_id uuid not null references accompaniments,
  target text not null,
  kind text not null check (kind in ('file', 'link', 'testimony')),
  name text not null,
  media_type text,
  bytes integer,
  sha256 text,
  content bytea,
  url text,
  testimony jsonb,
  added_at timestamptz not null,
  added_by uuid not null,
  removed_at timestamptz,
  removed_by uuid,
  check ((kind = 'file') = (content is not null)),
  check ((kind = 'link') = (url is not null)),
  check ((kind = 'testimony') = (testimony is not null))
);
create index proofs_accompaniment on proofs (accompaniment_id, added_at);

create table syntheses (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks,
  accompaniment_id uuid not null references accompaniments,
  audience text not null,
  -- 0 for a draft; from delivery on, numbered without a hole.
  revision integer not null check (revision >= 0),
  state text not null check (state in ('queued', 'printing', 'ready', 'failed')),
  progress_percent integer not null default 0 check (progress_percent between 0 and 100),
  requested_at timestamptz not null,
  requested_by uuid,
  reason text,
  -- The read model as it was when asked for: what is printed does not move while it is printed.
  content json not null,
  fingerprint text not null,
  pdf bytea,
  pdf_sha256 text,
  pages integer,
  printed_at timestamptz,
  check ((state = 'ready') = (pdf is not null))
);
create unique index syntheses_revision on syntheses (accompaniment_id, audience, revision) where revision > 0;
create index syntheses_accompaniment on syntheses (accompaniment_id, requested_at desc);

create table mails (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks,
  template text not null,
  to_address text not null,
  to_name text not null,
  subject text not null,
  text text not null,
  html text not null,
  link text,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text
);
create index mails_recent on mails (network_id, created_at desc);
create index mails_address on mails (to_address, template, created_at);

create table practices (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks,
  title text not null,
  context text not null,
  how text not null,
  results text,
  advice text,
  criteria text[] not null,
  kinds text[] not null,
  structure text,
  consent_on date not null,
  is_example boolean not null default false,
  created_at timestamptz not null,
  created_by uuid not null
);
create index practices_recent on practices (network_id, created_at desc, id);

create table reminders (
  network_id uuid not null references networks,
  accompaniment_id uuid not null references accompaniments,
  kind text not null,
  subject text not null,
  sent_at timestamptz not null,
  primary key (accompaniment_id, kind, subject)
);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(text).execute(db)
}
