import { z } from 'zod'
import { audiences, type Audience } from '#src/accompaniment/entry.ts'
import { operationId } from './scalars.ts'

/** POST /api/accompaniments/:id/syntheses asks for a print; the reply is 202 with the view. */
export const printBody = z.strictObject({ operationId, audience: z.enum(audiences) })

/** GET /api/accompaniments/:id/syntheses; …/:synthesisId/pdf serves the bytes; …/preview gives the read model unprinted. */
export type SynthesisView = {
  readonly id: string
  readonly audience: Audience
  /** 0 for a draft; 1 for what was delivered; each correction afterwards adds one. */
  readonly revision: number
  readonly state: 'queued' | 'printing' | 'ready' | 'failed'
  /** 0 to 100. */
  readonly progressPercent: number
  readonly requestedAt: string
  readonly pages?: number
  readonly bytes?: number
  /** Of the content, as printed on the document. */
  readonly fingerprint: string
  readonly current: boolean
}

/** POST /api/accompaniments/:id/corrections opens a numbered revision after delivery, with its reason. */
export const correctionBody = z.strictObject({ operationId, reason: z.string().trim().min(3).max(500) })
