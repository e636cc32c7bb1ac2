import { sql } from 'kysely'
import type { TestApp } from '#test/support/test-app.ts'

/** A row as whoever holds the whole database sees it: its place, the transaction that wrote it, each of its columns. */
export type DumpedRow = {
  readonly ctid: string
  readonly xmin: string
  readonly columns: Readonly<Record<string, unknown>>
}
export type Dump = ReadonlyMap<string, readonly DumpedRow[]>

/** Every row of every table of every schema of ours, in the order of the disk. */
export async function dumpEverything(owner: TestApp['owner']): Promise<Dump> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') order by 1, 2`.execute(owner)
  const dump = new Map<string, readonly DumpedRow[]>()
  for (const { schema, name } of tables) {
    const { rows } = await sql<DumpedRow>`
      select t.ctid::text, t.xmin::text, to_jsonb(t) as columns from ${sql.table(`${schema}.${name}`)} t
      order by t.ctid`.execute(owner)
    dump.set(schema === 'public' ? name : `${schema}.${name}`, rows)
  }
  return dump
}

/** `bytea` as JSON shows it. */
export function bytesOf(value: unknown): Buffer {
  return Buffer.from(String(value).replace(/^\\x/, ''), 'hex')
}
