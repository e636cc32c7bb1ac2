import { sql, type Kysely } from 'kysely'

/** Several saves in one round trip and one commit, each with its own reply, in the order they were given. */
const text = `
create function save_entries(p_saves json) returns json language plpgsql as $$
declare
  v_save json;
  v_replies json[] := '{}';
begin
  for v_save in select value from json_array_elements(p_saves) loop
    v_replies := v_replies || save_entry(
      (v_save ->> 'networkId')::uuid, (v_save ->> 'actorId')::uuid, (v_save ->> 'operationId')::uuid,
      v_save ->> 'fingerprint', (v_save ->> 'accompanimentId')::uuid, (v_save ->> 'accessStamp')::integer,
      v_save ->> 'key', (v_save ->> 'baseRevision')::integer,
      case when json_typeof(v_save -> 'value') = 'null' then null else (v_save -> 'value')::jsonb end,
      v_save ->> 'at');
  end loop;
  return array_to_json(v_replies);
end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(text).execute(db)
}
