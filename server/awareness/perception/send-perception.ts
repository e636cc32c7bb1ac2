import { perceptionAnswersBody } from '#src/contract/awareness.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused } from '#src/shared/result.ts'
import type { PerceptionSend, Sent } from '#server/awareness/awareness.ts'
import { packChoices, unknownChoice } from '#server/awareness/secrecy/choices.ts'
import { shuffled } from '#server/awareness/secrecy/shuffled.ts'
import { sectionsOf } from '#server/awareness/sections-of.ts'
import { findForSystem } from '#server/database/queries/accompaniments.ts'
import {
  findByTicket,
  listAnswers,
  listTickets,
  lockCampaign,
  rewriteAnswers,
  rewriteTickets,
} from '#server/database/queries/awareness/perception.ts'
import { within, type Db } from '#server/database/unit-of-work.ts'
import { localDay } from '#server/dossiers/today.ts'
import { normaliseCode } from '#server/rooms/join-codes.ts'
import type { Services } from '#server/services.ts'
import { invalid, parseBody } from '#server/use-cases/parse-body.ts'

/**
 * The answers of someone without an account, in one send. A ticket counts once: sent again, it gets the same reply and
 * what was sent first stands.
 *
 * Every send, one that repeats included, writes all the tickets of the window and all its answers anew, each in a random
 * order of its own, in one transaction. So all rows of both tables bear the same transaction, lie in no order, and answers
 * are sealed with another nonce: neither `xmin`, `ctid` nor a content tells which answers came with which ticket.
 *
 * What this does not hide: who copies the database and the server's secret before and after one single answer sees what
 * was added, as does who reads, with that secret, the write-ahead log or the rows deleted since the night
 * (`erase-traces.ts`). Who holds the machine while people answer can always watch them; the secret alone, or the database
 * alone, tells nothing.
 */
export async function sendPerception(services: Services, sent: unknown): Promise<Sent> {
  const body = parseBody(perceptionAnswersBody, sent)
  if (!body.ok) return body

  const { secrets, perceptionSends } = services.awareness
  const ticketHash = secrets.ticketHash(normaliseCode(body.value.ticket))
  const found = await services.db.transaction().execute((tx) => findByTicket(tx, ticketHash))
  if (found === undefined) return refused({ code: 'code-unknown' })

  return perceptionSends(found.campaignId, { ticketHash, answers: body.value.answers }, (sends) =>
    within(services.db, found.networkId, (tx) => keep(services, tx, found, sends)),
  )
}

async function keep(
  services: Services,
  tx: Db,
  { networkId, campaignId }: { readonly networkId: string; readonly campaignId: string },
  sends: readonly PerceptionSend[],
): Promise<readonly Sent[]> {
  const campaign = await lockCampaign(tx, campaignId)
  const access = campaign === undefined ? undefined : await findForSystem(tx, campaign.accompanimentId)
  const items = access === undefined ? undefined : sectionsOf(services, access).perception?.items
  const isOpen = campaign?.closedOn === null && campaign.until >= localDay(services.clock())
  if (items === undefined || !isOpen) return sends.map(() => refused<Problem>({ code: 'code-unknown' }))

  const { boxOf, seal, unseal } = services.awareness.secrets
  const tickets = await listTickets(tx, campaignId)
  const used = new Set(tickets.filter((ticket) => ticket.used).map(({ ticketHash }) => ticketHash))
  const added: Buffer[] = []
  const replies = sends.map(({ ticketHash, answers }): Sent => {
    const unknown = unknownChoice(items, answers)
    if (unknown !== undefined) return invalid('unknown-value', 'answers', unknown)
    if (!used.has(ticketHash)) added.push(seal(packChoices(items, answers)))
    used.add(ticketHash)
    return ok(undefined)
  })

  const ticketsNow = tickets.map((ticket) => ({ ...ticket, used: used.has(ticket.ticketHash) }))
  await rewriteTickets(tx, networkId, campaignId, shuffled(ticketsNow))
  const box = boxOf('perception', campaignId)
  const kept = (await listAnswers(tx, box)).map((sealed) => seal(unseal(sealed)))
  await rewriteAnswers(tx, networkId, box, shuffled([...kept, ...added]))
  return replies
}
