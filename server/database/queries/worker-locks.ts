import type pg from 'pg'

const workerLock = 727_002

export type OnlyWorker = {
  readonly release: () => void
  /** Resolves when the connection ended, and the lock with it: another process may run jobs from then on. */
  readonly lost: Promise<void>
}

/**
 * Makes this process the one that runs jobs, for as long as it keeps the connection: undefined where another one is. What
 * a killed process was doing is given back to the queue at once, instead of after the queue's own four hours.
 */
export async function becomeOnlyWorker(pool: pg.Pool): Promise<OnlyWorker | undefined> {
  const client = await pool.connect()
  const lost = new Promise<void>((resolve) => client.once('end', resolve))
  try {
    const { rows } = await client.query<{ readonly won: boolean }>('select pg_try_advisory_lock($1) as won', [
      workerLock,
    ])
    if (rows[0]?.won !== true) {
      client.release()
      return undefined
    }
    await client.query(`
      select graphile_worker.force_unlock_workers(array(
        select locked_by from graphile_worker._private_jobs where locked_by is not null
        union select locked_by from graphile_worker._private_job_queues where locked_by is not null))`)
    // Closing the connection gives the lock back, whatever happens to this process.
    return { lost, release: () => client.release(true) }
  } catch (error) {
    client.release(true)
    throw error
  }
}
