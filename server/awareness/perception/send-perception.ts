import { perceptionAnswersBody } from '#src/contract/awareness.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { packChoices, unknownChoice } from '#server/awareness/secrecy/choices.ts'
import { sectionsOf } from '#server/awareness/sections-of.ts'
import { shuffled } from '#server/awareness/secrecy/shuffled.ts'
import { findForSystem } from '#server/database/queries/accompaniments.ts'
import {
  findByTicket,
  listAnswers,
  listTickets,
  lockCampaign,
  rewriteAnswers,
  rewriteTickets,
} from '#server/database/queries/awareness/perception.ts'
import { transact, type Db } from '#server/database/unit-of-work.ts'
import { localDay } from '#server/dossiers/today.ts'
import { normaliseCode } from '#server/rooms/join-codes.ts'
import type { Services } from '#server/services.ts'
import { invalid, parseBody } from '#server/use-cases/parse-body.ts'

type Sent = { readonly ticketHash: string; readonly answers: Readonly<Record<string, string>> }

/**
 * The answers of someone without an account, in one send. A ticket counts once: sent again, it gets the same reply and
 * what was sent first stands.
 *
 * Every send, one that repeats included, writes all the tickets of the window and all its answers anew, each in a random
 * order of its own, in one transaction. So all rows of both tables bear the same transaction, lie in no order, and are
 * sealed with another nonce: neither `xmin`, `ctid` nor a content tells which answers came with which ticket.
 *
 * What this does not hide: who copies the database and the server's secret before and after one single answer sees what
 * was added, as does who reads, with that secret, the write-ahead log or the rows deleted since the night
 * (`erase-traces.ts`). Who holds the machine while people answer can always watch them; the secret alone, or the database
 * alone, tells nothing.
 */
export async function sendPerception(services: Services, sent: unknown): Promise<Result<undefined, Problem>> {
  const body = parseBody(perceptionAnswersBody, sent)
  if (!body.ok) return body

  const { secrets, turns } = services.awareness
  const ticketHash = secrets.ticketHash(normaliseCode(body.value.ticket))
  const found = await services.db.transaction().execute((tx) => findByTicket(tx, ticketHash))
  if (found === undefined) return refused({ code: 'code-unknown' })

  const { answers } = body.value
  return turns(found.campaignId, () =>
    transact<undefined, Problem>(services.db, found.networkId, (tx) =>
      keep(services, tx, { ...found, ticketHash, answers }),
    ),
  )
}

async function keep(
  services: Services,
  tx: Db,
  { networkId, campaignId, ticketHash, answers }: Sent & { readonly networkId: string; readonly campaignId: string },
): Promise<Result<undefined, Problem>> {
  const campaign = await lockCampaign(tx, campaignId)
  if (campaign === undefined || campaign.closedOn !== null || campaign.until < localDay(services.clock()))
    return refused({ code: 'code-unknown' })

  const access = await findForSystem(tx, campaign.accompanimentId)
  const items = access === undefined ? [] : (sectionsOf(services, access).perception?.items ?? [])
  const unknown = unknownChoice(items, answers)
  if (unknown !== undefined) return invalid('unknown-value', 'answers', unknown)

  const { boxOf, seal, unseal } = services.awareness.secrets
  const again = (sealed: Buffer) => seal(unseal(sealed))
  const tickets = await listTickets(tx, campaignId)
  const isFirst = tickets.some((ticket) => ticket.ticketHash === ticketHash && !ticket.used)
  await rewriteTickets(
    tx,
    networkId,
    campaignId,
    shuffled(tickets).map((ticket) => ({
      ...ticket,
      sealed: again(ticket.sealed),
      used: ticket.used || ticket.ticketHash === ticketHash,
    })),
  )

  const box = boxOf('perception', campaignId)
  const kept = (await listAnswers(tx, box)).map(again)
  const added = isFirst ? [seal(packChoices(items, answers))] : []
  await rewriteAnswers(tx, networkId, box, shuffled([...kept, ...added]))
  return ok(undefined)
}
