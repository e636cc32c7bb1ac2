import { sql, type Kysely } from 'kysely'

/**
 * One save in one round trip: replay of the operation, freshness of the decision taken by the server, revision, value,
 * history, audit line. A single statement is a single transaction, so a reply means that all of it is on disk.
 *
 * Replies: `{"outcome":"saved",…}`, `{"outcome":"stale","current":…}`, `{"outcome":"reused"}` (that operation id served
 * for another request), `{"outcome":"moved"}` (rights or state changed since the server looked: look again).
 */
const text = `
create function save_entry(
  p_network uuid, p_actor uuid, p_operation uuid, p_fingerprint text, p_accompaniment uuid, p_access_stamp integer,
  p_key text, p_base_revision integer, p_value jsonb, p_at text
) returns json language plpgsql as $$
declare
  v_first operations;
  v_stamp integer;
  v_revision integer;
  v_before jsonb;
  v_updated_at timestamptz;
  v_updated_by uuid;
  v_reply json;
begin
  perform set_config('jalon.network_id', p_network::text, true);
  -- Shared with other saves, excluded by transitions: none is written after the answers were frozen.
  perform pg_advisory_xact_lock_shared(hashtextextended(p_accompaniment::text, 1));
  perform pg_advisory_xact_lock(hashtextextended(p_operation::text, 2));

  select * into v_first from operations
    where network_id = p_network and actor_id = p_actor and operation_id = p_operation;
  if found then
    return case when v_first.fingerprint = p_fingerprint then v_first.reply else '{"outcome":"reused"}'::json end;
  end if;

  select access_stamp into v_stamp from accompaniments where id = p_accompaniment;
  if v_stamp is distinct from p_access_stamp then
    return '{"outcome":"moved"}'::json;
  end if;

  perform pg_advisory_xact_lock(hashtextextended(p_accompaniment::text || p_key, 3));
  select revision, value, updated_at, updated_by into v_revision, v_before, v_updated_at, v_updated_by
    from entries where accompaniment_id = p_accompaniment and key = p_key;

  if coalesce(v_revision, 0) <> p_base_revision then
    v_reply := json_build_object('outcome', 'stale', 'current', json_build_object(
      'key', p_key, 'value', v_before, 'revision', coalesce(v_revision, 0),
      'updatedAt', to_char(v_updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'updatedBy', coalesce((select name from users where id = v_updated_by), '')));
  else
    insert into entries (network_id, accompaniment_id, key, value, revision, updated_at, updated_by)
      values (p_network, p_accompaniment, p_key, p_value, p_base_revision + 1, p_at::timestamptz, p_actor)
      on conflict (accompaniment_id, key) do update
        set value = excluded.value, revision = excluded.revision, updated_at = excluded.updated_at,
            updated_by = excluded.updated_by;
    insert into entry_history (network_id, accompaniment_id, key, revision, before, value, at, by_user)
      values (p_network, p_accompaniment, p_key, p_base_revision + 1, v_before, p_value, p_at::timestamptz, p_actor);
    insert into audit_log (network_id, at, actor_id, action, accompaniment_id, subject)
      values (p_network, p_at::timestamptz, p_actor, 'entry-saved', p_accompaniment, p_key);
    -- Only the first save after a look takes the row's lock.
    update accompaniments set waiting_stale = true where id = p_accompaniment and not waiting_stale;
    v_reply := json_build_object('outcome', 'saved', 'key', p_key, 'revision', p_base_revision + 1, 'savedAt', p_at);
  end if;

  insert into operations (network_id, actor_id, operation_id, fingerprint, reply, created_at)
    values (p_network, p_actor, p_operation, p_fingerprint, v_reply, p_at::timestamptz);
  return v_reply;
end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(text).execute(db)
}
