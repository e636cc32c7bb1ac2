import { z } from 'zod'
import { states } from '#src/accompaniment/states.ts'
import { journeyIds } from '#src/questionnaire/questionnaire.ts'
import { id, kind } from './scalars.ts'

/** GET /api/portfolio: accompaniments grouped by whose turn it is, a page at a time. */
export const portfolioQuery = z.strictObject({
  search: z.string().max(120).optional(),
  group: z.enum(['advisor', 'structure', 'later', 'done']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).optional(),
})

/** What an accompaniment waits for: the first missing step, or the next transition when nothing is missing. */
export const waiting = z.object({
  /** `advisor`: "à vous d'agir"; `structure`: "en attente de la structure"; `later`: a date to come, or on hold; `done`. */
  group: z.enum(['advisor', 'structure', 'later', 'done']),
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  missing: z.int(),
  event: z.string().optional(),
})

const portfolioItem = z.object({
  id,
  structure: z.object({ id, name: z.string(), kinds: z.array(kind), city: z.string().optional() }),
  method: z.string(),
  /** The questionnaire's title. */
  methodTitle: z.string(),
  journey: z.enum(journeyIds),
  state: z.enum(states),
  /** Where it was when put on hold or cancelled. */
  resumeState: z.enum(states).optional(),
  period: z.string().optional(),
  isExample: z.boolean(),
  waiting,
  /** ISO instant of the last change of state. */
  since: z.string(),
})
export type PortfolioItem = z.infer<typeof portfolioItem>

export const portfolio = z.object({
  counts: z.object({ advisor: z.int(), structure: z.int(), later: z.int(), done: z.int() }),
  items: z.array(portfolioItem),
  next: z.string().optional(),
  /** The next meetings of all accompaniments, soonest first, five at most. */
  meetings: z.array(
    z.object({
      accompanimentId: id,
      structure: z.string(),
      meeting: z.string(),
      startsAt: z.string(),
      minutes: z.int(),
      place: z.string().optional(),
    }),
  ),
})
export type Portfolio = z.infer<typeof portfolio>
