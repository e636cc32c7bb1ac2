import type { PerceptionView } from '#src/contract/awareness.ts'
import { countUsedTickets, findCampaign } from '#server/database/queries/awareness/perception.ts'
import type { Db } from '#server/database/unit-of-work.ts'

/** Who may read it was checked; a window that is over was closed. No result, not even a partial one, while it is open. */
export async function perceptionView(tx: Db, accompanimentId: string): Promise<PerceptionView> {
  const campaign = await findCampaign(tx, accompanimentId)
  if (campaign === undefined) return { status: 'none', invited: 0, answered: 0 }

  const { id, invited, openedOn, until, closedOn, answered, results } = campaign
  const window = { invited, openedOn, until }
  return closedOn === null || results === null
    ? { ...window, status: 'open', answered: await countUsedTickets(tx, id) }
    : { ...window, status: 'closed', answered: answered ?? 0, closedOn, results }
}
