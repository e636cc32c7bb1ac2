import type { OwnerSession } from './owner-session.ts'

/** A table that a backup holds, as the catalogue of PostgreSQL describes it. Names are quoted where they need to be. */
export type Table = {
  readonly name: string
  readonly columns: readonly Column[]
  /** What its rows are ordered by: never the order in which they came. */
  readonly order: readonly string[]
  /** Columns filled by a sequence. */
  readonly numbered: readonly string[]
  readonly isPerNetwork: boolean
}

export type Column = {
  readonly name: string
  readonly type: string
  /** Kept as text: a line break inside must not cut the line, and a JSON null is not an absent value. */
  readonly isJson: boolean
}

/**
 * Left out: the history of migrations, which the target has of its own, and what lives for minutes.
 *
 * Sessions too: one that was ended since must not come back to life, and the file opens none. Everybody signs in again.
 */
const leftOut = [
  'kysely_migration',
  'kysely_migration_lock',
  'migration_hashes',
  'sessions',
  'rate_limits',
  'join_attempts',
]

/** The tables of the application, each after those that its foreign keys lead to. */
export async function readTables(session: OwnerSession): Promise<readonly Table[]> {
  const rows = await session.query(`
    select quote_ident(c.relname) as name,
      (select json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod),
          'isJson', a.atttypid in ('json'::regtype, 'jsonb'::regtype)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      ) as columns,
      coalesce((select json_agg(quote_ident(a.attname) order by k.place)
        from pg_index i, unnest(i.indkey) with ordinality as k (attnum, place), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum), '[]') as key,
      coalesce((select json_agg(quote_ident(a.attname)) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and pg_get_serial_sequence(c.oid::regclass::text, a.attname) is not null
      ), '[]') as numbered,
      coalesce((select json_agg(distinct quote_ident(f.relname)) from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '[]') as leads_to,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'network_id') as per_network
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ('{${leftOut.join(',')}}')
    order by c.relname`)

  return inOrderOfKeys(rows.map(tableFromRow))
}

type Described = Table & { readonly leadsTo: readonly string[] }

function tableFromRow(row: Readonly<Record<string, string>>): Described {
  const columns = JSON.parse(row['columns'] ?? '[]') as readonly Column[]
  const key = JSON.parse(row['key'] ?? '[]') as readonly string[]

  return {
    name: row['name'] ?? '',
    columns,
    order: key.length > 0 ? key : columns.filter(({ isJson }) => !isJson).map(({ name }) => name),
    numbered: JSON.parse(row['numbered'] ?? '[]') as readonly string[],
    isPerNetwork: row['per_network'] === 't',
    leadsTo: JSON.parse(row['leads_to'] ?? '[]') as readonly string[],
  }
}

function inOrderOfKeys(tables: readonly Described[]): readonly Table[] {
  const placed: Described[] = []
  const waiting = new Set(tables)
  while (waiting.size > 0) {
    const ready = [...waiting].filter(({ leadsTo }) => ![...waiting].some(({ name }) => leadsTo.includes(name)))
    if (ready.length === 0) throw new Error('foreign keys turn in a circle')
    for (const table of ready) waiting.delete(table)
    placed.push(...ready)
  }

  return placed
}
