import { sql } from 'kysely'
import type { PerceptionResults } from '#src/anonymity/results.ts'
import type { Db } from '#server/database/unit-of-work.ts'

export type CampaignRow = {
  readonly id: string
  readonly accompanimentId: string
  readonly invited: number
  readonly openedOn: string
  readonly until: string
  readonly closedOn: string | null
  readonly answered: number | null
  readonly results: PerceptionResults | null
}

export type TicketRow = { readonly ticketHash: string; readonly sealed: Buffer; readonly used: boolean }

const columns = sql`id, accompaniment_id as "accompanimentId", invited, opened_on::text as "openedOn",
  until::text as until, closed_on::text as "closedOn", answered, results`

export async function findCampaign(tx: Db, accompanimentId: string): Promise<CampaignRow | undefined> {
  const { rows } = await sql<CampaignRow>`
    select ${columns} from perception_campaigns where accompaniment_id = ${accompanimentId}`.execute(tx)
  return rows[0]
}

export async function findCampaignById(tx: Db, id: string): Promise<CampaignRow | undefined> {
  const { rows } = await sql<CampaignRow>`
    select ${columns} from perception_campaigns where id = ${id}`.execute(tx)
  return rows[0]
}

/** Sends of one campaign and its close go one after the other. */
export async function lockCampaign(tx: Db, id: string): Promise<CampaignRow | undefined> {
  const { rows } = await sql<CampaignRow>`
    select ${columns} from perception_campaigns where id = ${id} for update`.execute(tx)
  return rows[0]
}

/** Windows whose last day is over, in the network entered. */
export async function listOverdueCampaigns(tx: Db, today: string): Promise<readonly CampaignRow[]> {
  const { rows } = await sql<CampaignRow>`
    select ${columns} from perception_campaigns where closed_on is null and until < ${today}::date
    order by id`.execute(tx)
  return rows
}

export async function insertCampaign(
  tx: Db,
  campaign: {
    readonly networkId: string
    readonly accompanimentId: string
    readonly invited: number
    readonly openedOn: string
    readonly until: string
  },
): Promise<string> {
  const { rows } = await sql<{ readonly id: string }>`
    insert into perception_campaigns (network_id, accompaniment_id, invited, opened_on, until)
    values (${campaign.networkId}, ${campaign.accompanimentId}, ${campaign.invited}, ${campaign.openedOn},
      ${campaign.until})
    returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

export async function closeCampaign(
  tx: Db,
  close: {
    readonly id: string
    readonly on: string
    readonly answered: number
    readonly results: PerceptionResults
  },
): Promise<void> {
  await sql`
    update perception_campaigns set closed_on = ${close.on}, answered = ${close.answered},
      results = ${JSON.stringify(close.results)}::jsonb
    where id = ${close.id}`.execute(tx)
}

export async function deleteCampaign(tx: Db, id: string): Promise<void> {
  await sql`delete from perception_campaigns where id = ${id}`.execute(tx)
}

/** Which window a ticket is for. Outside any network: the ticket alone opens its row. */
export async function findByTicket(
  tx: Db,
  ticketHash: string,
): Promise<{ readonly networkId: string; readonly campaignId: string } | undefined> {
  await sql`select set_config('jalon.ticket_hash', ${ticketHash}, true)`.execute(tx)
  const { rows } = await sql<{ readonly networkId: string; readonly campaignId: string }>`
    select network_id as "networkId", campaign_id as "campaignId" from perception_tickets
    where ticket_hash = ${ticketHash}`.execute(tx)
  return rows[0]
}

export async function listTickets(tx: Db, campaignId: string): Promise<readonly TicketRow[]> {
  const { rows } = await sql<TicketRow>`
    select ticket_hash as "ticketHash", sealed, used from perception_tickets
    where campaign_id = ${campaignId}`.execute(tx)
  return rows
}

export async function countUsedTickets(tx: Db, campaignId: string): Promise<number> {
  const { rows } = await sql<{ readonly used: number }>`
    select count(*)::int as used from perception_tickets where campaign_id = ${campaignId} and used`.execute(tx)
  return rows[0]?.used ?? 0
}

/** Writes all of them anew, in the order given: see {@link rewriteAnswers}. */
export async function rewriteTickets(
  tx: Db,
  networkId: string,
  campaignId: string,
  tickets: readonly TicketRow[],
): Promise<void> {
  await deleteTickets(tx, campaignId)
  await sql`
    insert into perception_tickets (network_id, campaign_id, ticket_hash, sealed, used)
    select ${networkId}::uuid, ${campaignId}::uuid, each.* from unnest(
      ${tickets.map(({ ticketHash }) => ticketHash)}::text[], ${tickets.map(({ sealed }) => sealed)}::bytea[],
      ${tickets.map(({ used }) => used)}::boolean[]) each`.execute(tx)
}

export async function deleteTickets(tx: Db, campaignId: string): Promise<void> {
  await sql`delete from perception_tickets where campaign_id = ${campaignId}`.execute(tx)
}

export async function listAnswers(tx: Db, box: string): Promise<readonly Buffer[]> {
  const { rows } = await sql<{ readonly sealed: Buffer }>`
    select sealed from perception_answers where box = ${box}`.execute(tx)
  return rows.map(({ sealed }) => sealed)
}

/** Writes a whole box anew, in the order given: neither the place of a row nor its transaction tells when it came. */
export async function rewriteAnswers(
  tx: Db,
  networkId: string,
  box: string,
  answers: readonly Buffer[],
): Promise<void> {
  await deleteAnswers(tx, box)
  await sql`
    insert into perception_answers (network_id, box, sealed)
    select ${networkId}::uuid, ${box}::uuid, each from unnest(${answers}::bytea[]) each`.execute(tx)
}

export async function deleteAnswers(tx: Db, box: string): Promise<void> {
  await sql`delete from perception_answers where box = ${box}`.execute(tx)
}
