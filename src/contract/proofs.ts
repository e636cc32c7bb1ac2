import { z } from 'zod'
import { day, operationId } from './scalars.ts'

/** What a proof supports: `criterion/<id>`, `indicator/<id>/<YYYY>`, `element/<uuid>` or `action/<uuid>`. */
const target = z.string().min(3).max(200)

/**
 * POST /api/accompaniments/:id/proofs. JSON for links and testimonies; `multipart/form-data` (fields `operationId`,
 * `target`, `file`) for files: PDF, PNG, JPEG, WebP, ODT, DOCX, ODS, XLSX, 10 MB, type read from the content.
 */
const linkBody = z.strictObject({
  operationId,
  target,
  kind: z.literal('link'),
  url: z.url({ protocol: /^https$/ }).max(2000),
  name: z.string().trim().min(1).max(120),
})
const testimonyBody = z.strictObject({
  operationId,
  target,
  kind: z.literal('testimony'),
  text: z.string().trim().min(3).max(2000),
  /** The author's function, never a name. */
  author: z.string().trim().min(2).max(80),
  saidOn: day,
  /** Written consent to be quoted. */
  consent: z.boolean(),
})
export const proofBody = z.discriminatedUnion('kind', [linkBody, testimonyBody])
export type ProofBody = z.infer<typeof proofBody>

/** GET /api/accompaniments/:id/proofs/:proofId/file serves an attachment; DELETE removes; POST …/restore brings back. */
export type ProofView = {
  readonly id: string
  readonly target: string
  readonly kind: 'file' | 'link' | 'testimony'
  readonly name: string
  readonly addedAt: string
  readonly addedBy: string
  readonly mediaType?: string
  readonly bytes?: number
  readonly url?: string
  readonly testimony?: {
    readonly text: string
    readonly author: string
    readonly saidOn: string
    readonly consent: boolean
  }
}
