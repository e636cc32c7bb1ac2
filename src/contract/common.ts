import { z } from 'zod'
import { kinds } from '#src/questionnaire/questionnaire.ts'

export const id = z.uuid()
export const day = z.iso.date()
export const instant = z.iso.datetime()
export const kind = z.enum(kinds)
/** Sent by the client with every write: the same id twice returns the first reply. */
export const operationId = z.uuid()

/** RFC 9457, `application/problem+json`. `code` is stable; `title` is the French sentence. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  /** Where the fault lies in what was sent, as JSON Pointers. */
  faults: z.array(z.object({ code: z.string(), path: z.string(), message: z.string() })).optional(),
  requestId: z.string(),
})
