import pg from 'pg'

/** One connection as the owner, for a work of several statements in one transaction. */
export type OwnerSession = {
  /** Rows as PostgreSQL writes them: every value a text or null. */
  readonly query: (text: string, values?: readonly string[]) => Promise<readonly Readonly<Record<string, string>>[]>
}

/** No connection, or one that broke in the middle of the work: the database was stopped, or the network cut. */
export class DatabaseLost extends Error {}

/** Nothing is read as a number or a date: no figure may lose its precision on the way. */
const asText = { getTypeParser: () => (value: string) => value }

/** Opens a connection, works, and closes it whatever happens. Throws {@link DatabaseLost}. */
export async function asOwner<T>(owner: pg.PoolConfig, work: (session: OwnerSession) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...owner, application_name: 'jalon-backup', keepAlive: true, types: asText })
  let isLost = false
  client.on('error', () => {
    isLost = true
  })
  try {
    await client.connect().catch((cause: unknown) => {
      throw new DatabaseLost('the database does not answer', { cause })
    })
    return await work({
      query: async (text, values) => {
        const { rows } = await client.query<Record<string, string>>(text, values === undefined ? [] : [...values])

        return rows
      },
    })
  } catch (cause) {
    throw isLost ? new DatabaseLost('the database went away', { cause }) : cause
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * What every transaction of a backup or of a restore begins with: it may last, and writes values in the one way that is
 * read back the same.
 */
export async function settle({ query }: OwnerSession): Promise<void> {
  for (const [name, value] of settings) await query('select set_config($1, $2, true)', [name, value])
}

const settings = [
  ['statement_timeout', '0'],
  ['idle_in_transaction_session_timeout', '0'],
  ['timezone', 'UTC'],
  ['bytea_output', 'hex'],
  ['extra_float_digits', '1'],
  ['datestyle', 'ISO, YMD'],
  ['intervalstyle', 'postgres'],
] as const
