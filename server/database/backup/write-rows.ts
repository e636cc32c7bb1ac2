import { settle, type OwnerSession } from './owner-session.ts'
import { hasSchema, type Piece } from './read-rows.ts'
import { readTables, type Table } from './tables.ts'

/** What keeps a database from receiving a backup of a given migration. */
export type Reluctance = 'not-empty' | 'already-newer'

/** Undefined where it is empty, and no further than the migration that the backup was taken at. */
export async function reluctance(session: OwnerSession, migration: string): Promise<Reluctance | undefined> {
  if (!(await hasSchema(session))) return undefined
  // The owner may be bound by row-level security, and every row belongs to a network.
  await session.query("select set_config('jalon.scope', 'accounts', false)")
  const [found] = await session.query(
    'select exists (select from networks) as taken, (select max(name) from kysely_migration) as migration',
  )
  if (found?.['taken'] === 't') return 'not-empty'

  return (found?.['migration'] ?? '') > migration ? 'already-newer' : undefined
}

/**
 * Writes everything in one transaction: all of it, or nothing where `pieces` throws or a row is refused. Undefined once it
 * is done; `not-empty` where somebody wrote meanwhile.
 *
 * The owner lifts, until the commit, what would change rows or hide them: triggers that fill columns and count, and the
 * row-level security that is forced upon it. Foreign keys and checks hold, so tables come in the order of keys.
 */
export async function writeEverything(
  session: OwnerSession,
  pieces: AsyncIterable<Piece>,
): Promise<Reluctance | undefined> {
  const { query } = session
  await query('begin')
  await settle(session)
  const tables = new Map((await readTables(session)).map((table) => [table.name, table]))
  const forced = await query(
    `select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
  )
  for (const name of tables.keys()) await query(`alter table public.${name} disable trigger user`)
  for (const { name = '' } of forced) await query(`alter table public.${name} no force row level security`)
  for (const name of tables.keys()) {
    const rows = await query(`select from public.${name} limit 1`)
    if (rows.length === 0) continue
    await query('rollback')

    return 'not-empty'
  }

  await writePieces(session, tables, pieces)
  for (const { name = '' } of forced) await query(`alter table public.${name} force row level security`)
  for (const name of tables.keys()) await query(`alter table public.${name} enable trigger user`)
  await query('commit')

  return undefined
}

async function writePieces(
  session: OwnerSession,
  tables: ReadonlyMap<string, Table>,
  pieces: AsyncIterable<Piece>,
): Promise<void> {
  let table: Table | undefined
  for await (const piece of pieces) {
    if (piece.kind === 'table') {
      table = tables.get(piece.table)
      if (table === undefined || !sameColumns(table, piece.columns))
        throw new Error(`the backup's table ${piece.table} is not ours`)
      for (const [column, next] of Object.entries(piece.next)) await setNext(session, table, column, next)
    } else if (piece.kind === 'rows' && table !== undefined) await insert(session, table, piece.rows)
    else if (piece.kind === 'jobs') await enqueue(session, piece.jobs)
  }
}

function sameColumns({ columns }: Table, names: readonly string[]): boolean {
  return columns.length === names.length && columns.every(({ name }) => names.includes(name))
}

async function setNext({ query }: OwnerSession, { name }: Table, column: string, next: string): Promise<void> {
  await query('select setval(pg_get_serial_sequence($1, $2)::regclass, $3::bigint, false)', [
    `public.${name}`,
    column,
    next,
  ])
}

async function insert({ query }: OwnerSession, { name, columns }: Table, rows: readonly string[]): Promise<void> {
  const names = columns.map((column) => column.name).join(', ')
  const values = columns.map((column) => (column.isJson ? `r.${column.name}::${column.type}` : `r.${column.name}`))
  const shape = columns.map((column) => `${column.name} ${column.isJson ? 'text' : column.type}`)
  await query(
    `insert into public.${name} (${names}) overriding system value
      select ${values.join(', ')} from json_to_recordset($1::json) as r (${shape.join(', ')})`,
    [`[${rows.join(',')}]`],
  )
}

/** As new jobs: what the other server was doing when the backup was taken, this one does. */
async function enqueue({ query }: OwnerSession, jobs: readonly string[]): Promise<void> {
  await query(
    `select graphile_worker.add_job(task, payload := payload::json, job_key := key, run_at := run_at,
        max_attempts := max_attempts, priority := priority)
      from json_to_recordset($1::json)
        as r (task text, payload text, key text, run_at timestamptz, max_attempts integer, priority integer)`,
    [`[${jobs.join(',')}]`],
  )
}
