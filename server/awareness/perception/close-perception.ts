import type { PerceptionView } from '#src/contract/awareness.ts'
import { operationBody } from '#src/contract/awareness.ts'
import type { Problem } from '#src/contract/problems.ts'
import { perceptionResults } from '#src/anonymity/perception-results.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { unpackChoices } from '#server/awareness/secrecy/choices.ts'
import { sectionsOf } from '#server/awareness/sections-of.ts'
import { shuffled } from '#server/awareness/secrecy/shuffled.ts'
import { findForSystem, renewAccessStamp } from '#server/database/queries/accompaniments.ts'
import {
  closeCampaign,
  deleteTickets,
  findCampaign,
  listAnswers,
  listOverdueCampaigns,
  lockCampaign,
  rewriteAnswers,
  type CampaignRow,
} from '#server/database/queries/awareness/perception.ts'
import { listNetworks } from '#server/database/queries/accounts.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import { lockAccompaniment, within, type Db } from '#server/database/unit-of-work.ts'
import { localDay } from '#server/dossiers/today.ts'
import type { Services } from '#server/services.ts'
import { onAccompaniment } from '#server/use-cases/on-accompaniment.ts'
import { perceptionView } from './perception-view.ts'

/** Before its last day, by the advisor. */
export const closePerception = onAccompaniment({
  name: 'close-perception',
  action: 'lead-awareness',
  effect: 'writes',
  body: operationBody,
  act: async ({ services, tx, actor, access, now, today }): Promise<Result<PerceptionView, Problem>> => {
    if (sectionsOf(services, access).perception === undefined) return refused({ code: 'not-found' })
    const campaign = await findCampaign(tx, access.id)
    if (campaign === undefined || campaign.closedOn !== null) return refused({ code: 'event-impossible' })

    await closeWindow(services, tx, campaign, today)
    const line = { networkId: access.networkId, at: now, actorId: actor.userId, accompanimentId: access.id }
    await appendAudit(tx, { ...line, action: 'awareness-closed', subject: 'perception' })
    return ok(await perceptionView(tx, access.id))
  },
})

/** Each window whose last day is over, of every network, in a transaction of its own. */
export async function closeOverdueWindows(services: Services): Promise<void> {
  const { accountsDb, db, clock } = services
  const today = localDay(clock())
  for (const { id } of await listNetworks(accountsDb)) {
    const overdue = await within(db, id, (tx) => listOverdueCampaigns(tx, today))
    for (const campaign of overdue) await within(db, id, (tx) => closeWindow(services, tx, campaign, today))
  }
}

/** The same for one accompaniment, for whoever looks before the night's job. */
export async function closeIfOver(services: Services, tx: Db, accompanimentId: string, today: string): Promise<void> {
  const campaign = await findCampaign(tx, accompanimentId)
  if (campaign !== undefined && campaign.closedOn === null && campaign.until < today)
    await closeWindow(services, tx, campaign, today)
}

/**
 * Counts once and for all: the object kept here is what every screen, document and export shows. The tickets go, used or
 * not: from now on nobody can know who answered. Answers stay, in a last random order, until `destroyRawAnswers`.
 */
export async function closeWindow(
  services: Services,
  tx: Db,
  { id, accompanimentId }: CampaignRow,
  today: string,
): Promise<void> {
  // In the order of every move: the accompaniment, then its window.
  await lockAccompaniment(tx, accompanimentId)
  const campaign = await lockCampaign(tx, id)
  if (campaign === undefined || campaign.closedOn !== null) return
  const access = await findForSystem(tx, campaign.accompanimentId)
  const perception = access === undefined ? undefined : sectionsOf(services, access).perception
  if (access === undefined || perception === undefined) throw new Error(`window ${id} asks nothing`)

  const { boxOf, seal, unseal } = services.awareness.secrets
  const box = boxOf('perception', id)
  const packed = shuffled((await listAnswers(tx, box)).map(unseal))
  await rewriteAnswers(tx, access.networkId, box, packed.map(seal))
  await deleteTickets(tx, id)
  const results = perceptionResults(
    perception,
    packed.map((each) => unpackChoices(perception.items, each)),
  )
  // Whoever looked first after the last day changes nothing to the day it ended.
  const on = today < campaign.until ? today : campaign.until
  await closeCampaign(tx, { id, on, answered: packed.length, results })
  await renewAccessStamp(tx, access.id)
}
