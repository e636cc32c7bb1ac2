import { z } from 'zod'
import type { PerceptionTickets } from '#src/contract/awareness.ts'
import { ok, refused } from '#src/shared/result.ts'
import { findCampaign, listTickets } from '#server/database/queries/awareness/perception.ts'
import { sectionsOf } from '#server/awareness/sections-of.ts'
import { onAccompaniment } from '#server/use-cases/on-accompaniment.ts'
import { ticketTexts } from './tickets.ts'

/** The sheet to print, again if need be, while the window is open. */
export const readTickets = onAccompaniment<object, PerceptionTickets>({
  name: 'read-perception-tickets',
  action: 'lead-awareness',
  effect: 'reads',
  body: z.object({}),
  act: async ({ services, tx, access, today }) => {
    if (sectionsOf(services, access).perception === undefined) return refused({ code: 'not-found' })
    const campaign = await findCampaign(tx, access.id)
    if (campaign === undefined || campaign.closedOn !== null || campaign.until < today)
      return refused({ code: 'event-impossible' })

    return ok({ tickets: ticketTexts(services.awareness.secrets, await listTickets(tx, campaign.id)) })
  },
})
