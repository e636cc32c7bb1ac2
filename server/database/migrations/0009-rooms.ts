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

const roomsText = `
create function append_room_event(p_room uuid, p_at timestamptz, p_fact jsonb) returns integer language plpgsql as $$
declare
  v_network uuid;
  v_seq integer;
begin
  update rooms set last_seq = last_seq + 1 where id = p_room returning network_id, last_seq into v_network, v_seq;
  insert into room_events (network_id, room_id, seq, at, fact) values (v_network, p_room, v_seq, p_at, p_fact);
  perform pg_notify('jalon_room', p_room::text);
  return v_seq;
end $$;

create function room_spread(p_room uuid, p_criterion text) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'level1', count(*) filter (where position ->> 'level' = '1'),
    'level2', count(*) filter (where position ->> 'level' = '2'),
    'level3', count(*) filter (where position ->> 'level' = '3'),
    'level4', count(*) filter (where position ->> 'level' = '4'),
    'unknown', count(*) filter (where position ? 'unknown'),
    'notApplicable', count(*) filter (where position ? 'notApplicable'),
    'passed', count(*) filter (where position ? 'passed'))
  from room_positions where room_id = p_room and criterion_id = p_criterion
$$;

-- Without names, a spread that moved by one person would say what that person answered: it moves by three at least.
create function refresh_reveal(p_room uuid, p_criterion text) returns room_reveals language plpgsql as $$
declare
  v_reveal room_reveals;
begin
  update room_reveals r set spread = room_spread(p_room, p_criterion), moved_seats = '{}'
    from rooms where rooms.id = p_room and r.room_id = p_room and r.criterion_id = p_criterion
      and (rooms.named or cardinality(r.moved_seats) >= 3);
  select * into v_reveal from room_reveals where room_id = p_room and criterion_id = p_criterion;
  return v_reveal;
end $$;

create function reveal_criterion(p_network uuid, p_room uuid, p_criterion text) returns jsonb language plpgsql as $$
begin
  insert into room_reveals (network_id, room_id, criterion_id, visible, spread)
    values (p_network, p_room, p_criterion, true, room_spread(p_room, p_criterion))
    on conflict (room_id, criterion_id) do update set visible = true;
  return (refresh_reveal(p_room, p_criterion)).spread;
end $$;

-- Positions of one room, in the order given, in one transaction: a reply means that all of it is on disk. The same
-- operation gets the same reply, whatever happened since.
create function take_positions(p_network uuid, p_room uuid, p_at text, p_takes json) returns json language plpgsql as $$
declare
  v_room rooms;
  v_take json;
  v_seat uuid;
  v_operation uuid;
  v_criterion text;
  v_first room_operations;
  v_before jsonb;
  v_reply jsonb;
  v_replies jsonb[] := '{}';
  v_touched text[] := '{}';
  v_reveal room_reveals;
begin
  perform set_config('jalon.network_id', p_network::text, true);
  select * into v_room from rooms where id = p_room for update;
  for v_take in select value from json_array_elements(p_takes) loop
    v_seat := (v_take ->> 'seatId')::uuid;
    v_operation := (v_take ->> 'operationId')::uuid;
    v_criterion := v_take ->> 'criterionId';
    select * into v_first from room_operations where seat_id = v_seat and operation_id = v_operation;
    if found then
      v_reply := case when v_first.fingerprint = v_take ->> 'fingerprint' then v_first.reply
        else '{"outcome":"reused"}' end;
    elsif not exists (select from room_seats where id = v_seat and room_id = p_room and token_hash is not null
      and (early = (v_room.status = 'prepared')) and v_room.status <> 'closed') then
      v_reply := '{"outcome":"lost"}';
    elsif not v_criterion = any(v_room.criteria) then
      v_reply := '{"outcome":"unknown"}';
    else
      select position into v_before from room_positions
        where room_id = p_room and criterion_id = v_criterion and seat_id = v_seat;
      if v_before is distinct from (v_take -> 'position')::jsonb then
        insert into room_positions (network_id, room_id, criterion_id, seat_id, position)
          values (p_network, p_room, v_criterion, v_seat, (v_take -> 'position')::jsonb)
          on conflict (room_id, criterion_id, seat_id) do update set position = excluded.position;
        update room_reveals set moved_seats = array_append(array_remove(moved_seats, v_seat), v_seat)
          where room_id = p_room and criterion_id = v_criterion;
        if not v_criterion = any(v_touched) then v_touched := v_touched || v_criterion; end if;
      end if;
      v_reveal := refresh_reveal(p_room, v_criterion);
      v_reply := jsonb_build_object('outcome', 'taken', 'criterionId', v_criterion, 'position', v_take -> 'position',
        'answered', (select count(*) from room_positions where room_id = p_room and criterion_id = v_criterion));
      if v_reveal.visible then v_reply := v_reply || jsonb_build_object('spread', v_reveal.spread); end if;
      insert into room_operations (network_id, seat_id, operation_id, fingerprint, reply)
        values (p_network, v_seat, v_operation, v_take ->> 'fingerprint', v_reply);
    end if;
    v_replies := v_replies || v_reply;
  end loop;

  foreach v_criterion in array v_touched loop
    v_reply := jsonb_build_object('type', 'positioned', 'criterionId', v_criterion,
      'answered', (select count(*) from room_positions where room_id = p_room and criterion_id = v_criterion));
    select * into v_reveal from room_reveals where room_id = p_room and criterion_id = v_criterion;
    if v_reveal.visible then v_reply := v_reply || jsonb_build_object('spread', v_reveal.spread); end if;
    perform append_room_event(p_room, p_at::timestamptz, v_reply);
  end loop;
  return array_to_json(v_replies);
end $$;

-- The seats whose stream one process holds, in place of what it said before; a fact where the number of people changed.
create function note_presence(p_network uuid, p_room uuid, p_process uuid, p_seats uuid[], p_at text) returns void
language plpgsql as $$
declare
  v_room rooms;
  v_present integer;
begin
  perform set_config('jalon.network_id', p_network::text, true);
  select * into v_room from rooms where id = p_room for update;
  if not found or v_room.status <> 'open' then return; end if;
  delete from room_presence where room_id = p_room
    and (process_id = p_process or seen_at < clock_timestamp() - interval '40 seconds');
  insert into room_presence (network_id, room_id, seat_id, process_id, seen_at)
    select p_network, p_room, s.id, p_process, clock_timestamp() from room_seats s
    where s.room_id = p_room and s.id = any(p_seats) and s.token_hash is not null and not s.early;
  select count(distinct seat_id) into v_present from room_presence where room_id = p_room;
  if v_present <> v_room.present then
    update rooms set present = v_present where id = p_room;
    perform append_room_event(p_room, p_at::timestamptz, jsonb_build_object(
      'type', case when v_present > v_room.present then 'joined' else 'left' end, 'present', v_present));
  end if;
end $$;

-- Facts after a number, 500 at most, and for each criterion whose spread they tell the seats that may see it.
create function read_room_events(p_network uuid, p_room uuid, p_after integer) returns json language plpgsql as $$
begin
  perform set_config('jalon.network_id', p_network::text, true);
  return (
    with facts as (
      select seq, at, fact from room_events where room_id = p_room and seq > p_after order by seq limit 500
    ), spreads as (
      select distinct fact ->> 'criterionId' as criterion_id from facts where fact ? 'spread'
    )
    select json_build_object(
      'events', coalesce((select json_agg(jsonb_build_object('seq', seq,
        'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) || fact order by seq) from facts), '[]'),
      'answered', coalesce((select json_object_agg(s.criterion_id, (select coalesce(json_agg(p.seat_id), '[]')
        from room_positions p where p.room_id = p_room and p.criterion_id = s.criterion_id)) from spreads s), '{}')));
end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tablesText).execute(db)
  await sql.raw(codesText).execute(db)
  await sql.raw(roomsText).execute(db)
}
