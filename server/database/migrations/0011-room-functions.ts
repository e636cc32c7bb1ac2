import { sql, type Kysely } from 'kysely'

/** What happens in a live meeting, one round trip each: a fact is numbered, told and kept in the same transaction. */
const text = `
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
  await sql.raw(text).execute(db)
}
