import { z } from 'zod'
import { id, operationId } from './scalars.ts'

/**
 * POST /api/accompaniments/:id/meetings/:meeting/notes: what a meeting decided, by mail to those who want it. The words
 * and levels come from the entries that stand; the request only says which criteria the meeting was about.
 */
export const meetingNotesBody = z.strictObject({
  operationId,
  /** People of the accompaniment. */
  recipients: z.array(id).min(1).max(50),
  /** Criteria decided in this meeting, in the order they were. */
  decided: z.array(z.string().max(80)).max(200),
})

export type MeetingNotesBody = z.infer<typeof meetingNotesBody>

/** How many mails left: people of an example, and addresses that lead nowhere, get none. */
export type MeetingNotesReply = { readonly sent: number }
