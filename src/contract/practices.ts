import { z } from 'zod'
import { id, kind, operationId } from './scalars.ts'

/** POST /api/practices; GET /api/practices?criterion= lists those of the network. */
export const practiceBody = z.strictObject({
  operationId,
  title: z.string().trim().min(3).max(90),
  context: z.string().trim().max(1000),
  how: z.string().trim().max(1000),
  results: z.string().trim().max(1000).optional(),
  advice: z.string().trim().max(1000).optional(),
  criteria: z.array(z.string()).max(5),
  kinds: z.array(kind).max(6),
  /** Absent: anonymous. */
  structure: z.string().trim().max(120).optional(),
  /** The structure agreed in writing to its publication. */
  consentOn: z.iso.date(),
})
export const practice = practiceBody
  .omit({ operationId: true })
  .extend({ id, isExample: z.boolean(), createdAt: z.string() })
export type Practice = z.infer<typeof practice>
