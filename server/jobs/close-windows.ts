import type { Task } from 'graphile-worker'
import { closeOverdueWindows } from '#server/awareness/perception/close-perception.ts'
import { eraseTraces } from '#server/database/queries/awareness/erase-traces.ts'
import type { Services } from '#server/services.ts'

/** Each night in France: windows whose last day is over close, and what was deleted leaves the disk. */
export function closeWindows(services: Services): Task {
  return async (_, { withPgClient }) => {
    await closeOverdueWindows(services)
    // A connection of the owner's: the application may not rewrite tables.
    await withPgClient((client) => eraseTraces((statement) => client.query(statement)))
  }
}
