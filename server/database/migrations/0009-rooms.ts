import { sql, type Kysely } from 'kysely'

/**
 * Codes that let a phone in without an account, and live meetings.
 *
 * A meeting's facts are numbered without a hole: each is written under the lock of its room's row, with the notification
 * that wakes the servers. What people answered and who sat there lives as long as the meeting: the close deletes seats,
 * positions and operations, and leaves the facts, which say how many and never who. No row of a seat or of a position
 * holds a time or an address.
 */
const tables = [
  'join_codes',
  'rooms',
  'room_seats',
  'room_positions',
  'room_operations',
  'room_reveals',
  'room_presence',
  'room_events',
]

const ownNetwork = `network_id = nullif(current_setting('jalon.network_id', true), '')::uuid`

const protect = (table: string) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_own_network on ${table} using (${ownNetwork}) with check (${ownNetwork});
revoke all on ${table} from jalon_app;
grant select, insert${table === 'room_events' ? '' : ', update, delete'} on ${table} to jalon_app;`

const tablesText = `
create table join_codes (
  -- There as long as it opens something, readable so that the advisor can show it again.
  code text primary key,
  network_id uuid not null references networks,
  kind text not null check (kind in ('room', 'room-early', 'quiz')),
  subject_id uuid not null,
  unique (kind, subject_id)
);

-- Wrong codes, counted for ten minutes: a keyed hash stands for an address. They belong to no network.
create table join_attempts (
  network_id uuid,
  bucket text primary key,
  count integer not null,
  since timestamptz not null
);

create table rooms (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks,
  accompaniment_id uuid not null references accompaniments on delete cascade,
  meeting text not null,
  named boolean not null,
  status text not null default 'prepared' check (status in ('prepared', 'open', 'closed')),
  criteria text[] not null,
  last_seq integer not null default 0,
  present integer not null default 0,
  created_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz
);
create index rooms_accompaniment on rooms (accompaniment_id, created_at desc, id desc);
create index rooms_not_closed on rooms (opened_at) where status <> 'closed';

create table room_seats (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null,
  room_id uuid not null references rooms on delete cascade,
  -- Null once the seat was given back: what it answered stays counted.
  token_hash text unique,
  name text,
  early boolean not null
);
create index room_seats_room on room_seats (room_id);

create table room_positions (
  network_id uuid not null,
  room_id uuid not null references rooms on delete cascade,
  criterion_id text not null,
  seat_id uuid not null references room_seats on delete cascade,
  position jsonb not null,
  primary key (room_id, criterion_id, seat_id)
);
create index room_positions_seat on room_positions (seat_id);

create table room_operations (
  network_id uuid not null,
  seat_id uuid not null references room_seats on delete cascade,
  operation_id uuid not null,
  fingerprint text not null,
  reply jsonb not null,
  primary key (seat_id, operation_id)
);

-- What the room was last shown of a criterion, and who has answered or changed since.
create table room_reveals (
  network_id uuid not null,
  room_id uuid not null references rooms on delete cascade,
  criterion_id text not null,
  visible boolean not null,
  spread jsonb not null,
  moved_seats uuid[] not null default '{}',
  primary key (room_id, criterion_id)
);

-- Seats whose stream is open, by server process; a line not renewed for a while is a process that died.
create table room_presence (
  network_id uuid not null,
  room_id uuid not null references rooms on delete cascade,
  seat_id uuid not null,
  process_id uuid not null,
  seen_at timestamptz not null,
  primary key (room_id, seat_id, process_id)
);

create table room_events (
  network_id uuid not null,
  room_id uuid not null references rooms on delete cascade,
  seq integer not null,
  at timestamptz not null,
  fact jsonb not null,
  primary key (room_id, seq)
);

${tables.map(protect).join('')}

-- Whoever types a code belongs to no network yet: they see its row, and no other.
create policy join_codes_of_bearer on join_codes for select
  using (code = nullif(current_setting('jalon.join_code', true), ''));

alter table join_attempts enable row level security;
alter table join_attempts force row level security;
create policy join_attempts_at_the_door on join_attempts
  using (current_setting('jalon.scope', true) = 'join') with check (current_setting('jalon.scope', true) = 'join');
revoke all on join_attempts from jalon_app;
grant select, insert, update, delete on join_attempts to jalon_app;
`

const codesText = `
create function find_code(p_code text) returns json language plpgsql as $$
begin
  perform set_config('jalon.join_code', p_code, true);
  return (select json_build_object('networkId', network_id, 'kind', kind, 'subjectId', subject_id)
    from join_codes where code = p_code);
end $$;

-- Wrong codes of each bucket within the last ten minutes, in the order asked.
create function count_wrong_codes(p_buckets text[], p_at timestamptz) returns integer[] language plpgsql as $$
begin
  perform set_config('jalon.scope', 'join', true);
  return (select array_agg(coalesce((select a.count from join_attempts a
      where a.bucket = asked.bucket and a.since > p_at - interval '10 minutes'), 0) order by asked.place)
    from unnest(p_buckets) with ordinality as asked (bucket, place));
end $$;

create function note_wrong_code(p_buckets text[], p_at timestamptz) returns void language plpgsql as $$
begin
  perform set_config('jalon.scope', 'join', true);
  delete from join_attempts where since <= p_at - interval '10 minutes';
  -- In the order of their names, so that two of them cannot wait for each other.
  insert into join_attempts as known (bucket, count, since)
    select bucket, 1, p_at from unnest(p_buckets) as bucket order by bucket
    on conflict (bucket) do update set count = known.count + 1;
end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tablesText).execute(db)
  await sql.raw(codesText).execute(db)
}
