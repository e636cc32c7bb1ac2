import type { Dossier } from '#src/accompaniment/dossier.ts'
import { findCampaign } from '#server/database/queries/awareness/perception.ts'
import type { Db } from '#server/database/unit-of-work.ts'

/** The survey as guards look at it: how many were invited, whether the window is open. Closes nothing. */
export async function findSurvey(tx: Db, accompanimentId: string, today: string): Promise<Dossier['survey']> {
  const campaign = await findCampaign(tx, accompanimentId)
  if (campaign === undefined) return undefined
  const isOpen = campaign.closedOn === null && campaign.until >= today
  return { status: isOpen ? 'open' : 'closed', invited: campaign.invited }
}
