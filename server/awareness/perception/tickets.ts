import { randomInt } from 'node:crypto'
import type { AwarenessSecrets } from '#server/awareness/secrecy/secrets.ts'
import { shuffled } from '#server/awareness/secrecy/shuffled.ts'
import type { TicketRow } from '#server/database/queries/awareness/perception.ts'

/** The signs of the codes of meetings; eight of them, so that none is found by trying. */
const signs = 'BCDFGHJKMNPQRSTVWXZ23456789'
const signsPerTicket = 8

export function newTickets(secrets: AwarenessSecrets, count: number): readonly TicketRow[] {
  const tickets = new Set<string>()
  while (tickets.size < count) tickets.add(newTicket())
  return [...tickets].map((ticket) => ({
    ticketHash: secrets.ticketHash(ticket),
    sealed: secrets.seal(Buffer.from(ticket)),
    used: false,
  }))
}

/** What is printed on the sheets. Nothing here tells those that were used. */
export function ticketTexts(secrets: AwarenessSecrets, rows: readonly TicketRow[]): readonly string[] {
  return shuffled(rows).map(({ sealed }) => secrets.unseal(sealed).toString())
}

function newTicket(): string {
  return Array.from({ length: signsPerTicket }, () => signs[randomInt(signs.length)]).join('')
}
