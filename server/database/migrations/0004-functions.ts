import { sql, type Kysely } from 'kysely'

/** What the database guards by itself, whatever the program asks. */
const text = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: its rows never change', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger questionnaire_versions_immutable before update or delete on questionnaire_versions
  for each row execute function refuse_change();
create trigger questionnaire_versions_kept before truncate on questionnaire_versions
  for each statement execute function refuse_change();

create function keep_printed_pdf() returns trigger language plpgsql as $$
begin
  if old.pdf is not null and (new.pdf is distinct from old.pdf or new.content::text is distinct from old.content::text
    or new.revision <> old.revision) then
    raise exception 'a printed synthesis never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger syntheses_kept before update on syntheses for each row execute function keep_printed_pdf();

-- Groups in alphabetical order, so that two moves in opposite directions cannot wait for each other.
create function count_portfolio() returns trigger language plpgsql as $$
declare
  v_row record;
begin
  for v_row in
    select network_id, waiting_group, sum(change)::integer as change from (
      select new.network_id, new.waiting_group, 1 as change where tg_op <> 'DELETE'
      union all
      select old.network_id, old.waiting_group, -1 where tg_op <> 'INSERT'
    ) changes group by network_id, waiting_group having sum(change) <> 0 order by waiting_group
  loop
    insert into portfolio_counts as counts (network_id, waiting_group, count)
      values (v_row.network_id, v_row.waiting_group, greatest(v_row.change, 0))
      on conflict (network_id, waiting_group) do update set count = counts.count + v_row.change;
  end loop;
  return null;
end $$;
create trigger accompaniments_counted after insert or delete or update of waiting_group on accompaniments
  for each row execute function count_portfolio();

-- The queue belongs to the owner of the schema; the application may only add to it.
create function enqueue_job(p_task text, p_payload json, p_key text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform graphile_worker.add_job(p_task, payload := p_payload, job_key := p_key, max_attempts := 12);
end $$;

-- Removes everything marked as an example in the network of the transaction. Runs as the owner because the
-- application itself may not delete from the journals.
create function remove_example() returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_network uuid := current_setting('jalon.network_id')::uuid;
  v_ids uuid[];
begin
  select coalesce(array_agg(id), '{}') into v_ids from accompaniments where network_id = v_network and is_example;
  delete from reminders where accompaniment_id = any(v_ids);
  delete from syntheses where accompaniment_id = any(v_ids);
  delete from proofs where accompaniment_id = any(v_ids);
  delete from transitions where accompaniment_id = any(v_ids);
  delete from audit_log where accompaniment_id = any(v_ids);
  delete from entry_history where accompaniment_id = any(v_ids);
  delete from entries where accompaniment_id = any(v_ids);
  delete from people where accompaniment_id = any(v_ids);
  delete from accompaniments where id = any(v_ids);
  delete from practices where network_id = v_network and is_example;
  delete from structures s where s.network_id = v_network and s.is_example
    and not exists (select from accompaniments a where a.structure_id = s.id);
  delete from mails m using users u where u.network_id = v_network and u.is_example and m.to_address = u.email;
  delete from operations o using users u where u.network_id = v_network and u.is_example and o.actor_id = u.id;
  delete from users u where u.network_id = v_network and u.is_example
    and not exists (select from people p where p.user_id = u.id);
end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(text).execute(db)
}
