import { settle, type OwnerSession } from './owner-session.ts'
import { readTables, type Column, type Table } from './tables.ts'

/** What a database holds, piece by piece; a row and a job are JSON texts written by PostgreSQL. */
export type Piece =
  | { readonly kind: 'schema'; readonly migration: string; readonly takenAt: string }
  | {
      readonly kind: 'table'
      readonly table: string
      readonly columns: readonly string[]
      /** The next number of each column that a sequence fills. */
      readonly next: Readonly<Record<string, string>>
    }
  | { readonly kind: 'rows'; readonly rows: readonly string[] }
  | { readonly kind: 'jobs'; readonly jobs: readonly string[] }

/** What one batch may weigh, and the most rows it may have. */
const batchBytes = 4_000_000
const batchRows = 500

/**
 * Reads everything in one snapshot, while others write. Undefined where there is no Jalon in this database.
 *
 * The owner is bound by row-level security too where it is not a superuser, so each network is read in turn; rows of no
 * network belong to signing in. To be read to its end, or the transaction stays open as long as the connection.
 */
export async function* readEverything(session: OwnerSession): AsyncGenerator<Piece, void, undefined> {
  await session.query('begin isolation level repeatable read read only deferrable')
  await settle(session)
  const [schema] = await session.query(`
    select (select max(name) from kysely_migration) as migration,
      to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as taken_at`)
  yield { kind: 'schema', migration: schema?.['migration'] ?? '', takenAt: schema?.['taken_at'] ?? '' }

  await session.query("select set_config('jalon.scope', 'accounts', true)")
  const networks = (await session.query('select id from networks order by id')).map(({ id }) => id ?? '')
  for (const table of await readTables(session)) {
    yield {
      kind: 'table',
      table: table.name,
      columns: table.columns.map(({ name }) => name),
      next: await nextNumbers(session, table),
    }
    for (const network of table.isPerNetwork ? [...networks, ''] : ['']) {
      await session.query("select set_config('jalon.network_id', $1, true)", [network])
      yield* readRows(session, table, table.isPerNetwork ? ofNetwork(network) : 'true')
    }
  }
  yield { kind: 'jobs', jobs: await readJobs(session) }
  await session.query('commit')
}

/** Whether a Jalon has ever worked in this database. */
export async function hasSchema(session: OwnerSession): Promise<boolean> {
  const [found] = await session.query(
    "select to_regclass('public.kysely_migration') is not null and to_regclass('public.networks') is not null as found",
  )

  return found?.['found'] === 't'
}

function ofNetwork(network: string): string {
  return network === '' ? 'network_id is null' : "network_id = current_setting('jalon.network_id')::uuid"
}

/** The sort is inside, over rows as they lie; they are unpacked and written one by one as the cursor goes. */
async function* readRows(
  session: OwnerSession,
  { name, columns, order }: Table,
  condition: string,
): AsyncGenerator<Piece, void, undefined> {
  const size = await rowsPerBatch(session, name, columns, condition)
  await session.query(`
    declare kept no scroll cursor for
      select row_to_json(r)::text as row from (
        select ${columns.map(written).join(', ')}
        from (select * from public.${name} where ${condition} order by ${order.join(', ')}) as sorted
      ) as r`)
  for (;;) {
    const rows = (await session.query(`fetch ${size} from kept`)).map(({ row }) => row ?? '')
    if (rows.length > 0) yield { kind: 'rows', rows }
    if (rows.length < size) break
  }
  await session.query('close kept')
}

function written({ name, isJson }: Column): string {
  return isJson ? `sorted.${name}::text as ${name}` : `sorted.${name}`
}

/** A file of ten megabytes travels alone, answers by the hundred. */
async function rowsPerBatch(
  session: OwnerSession,
  table: string,
  columns: readonly Column[],
  condition: string,
): Promise<number> {
  const weight = columns.map(({ name, type }) => `coalesce(${sized(name, type)}, 0)`).join(' + ')
  const [found] = await session.query(
    `select least(${batchRows}, ${batchBytes} / greatest(1, max(${weight}))) as size
      from public.${table} where ${condition}`,
  )

  return Math.max(1, Number(found?.['size'] ?? batchRows))
}

/** Neither unpacks the value. What is packed grows when it is written, by less than this unless it says nothing. */
function sized(name: string, type: string): string {
  return ['bytea', 'text'].includes(type) ? `octet_length(${name})` : `8 * pg_column_size(${name})`
}

async function nextNumbers(
  session: OwnerSession,
  { name, numbered }: Table,
): Promise<Readonly<Record<string, string>>> {
  const numbers: Record<string, string> = {}
  for (const column of numbered) {
    const [sequence] = await session.query('select pg_get_serial_sequence($1, $2) as name', [`public.${name}`, column])
    const [next] = await session.query(
      `select case when is_called then last_value + 1 else last_value end as next from ${sequence?.['name'] ?? ''}`,
    )
    numbers[column] = next?.['next'] ?? '1'
  }

  return numbers
}

/**
 * What waits to be done, so that no mail that was promised is lost; a job that gave up stays given up. The queue's own
 * tables change with its versions: what is kept is what its own function is given again.
 */
async function readJobs(session: OwnerSession): Promise<readonly string[]> {
  const [queue] = await session.query("select to_regclass('graphile_worker._private_jobs') is not null as found")
  if (queue?.['found'] !== 't') return []
  const rows = await session.query(`
    select row_to_json(r)::text as job from (
      select t.identifier as task, j.payload::text as payload, j.key, j.run_at, j.max_attempts, j.priority
      from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.attempts < j.max_attempts order by j.id
    ) as r`)

  return rows.map(({ job }) => job ?? '')
}
