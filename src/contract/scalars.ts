import { z } from 'zod'
import { kinds } from '#src/questionnaire/questionnaire.ts'

export const id = z.uuid()
export const day = z.iso.date()
export const kind = z.enum(kinds)
/** Sent by the client with every write: the same id twice returns the first reply. */
export const operationId = z.uuid()
