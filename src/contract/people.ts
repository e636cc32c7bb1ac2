import { z } from 'zod'
import { roles, type Role } from '#src/accompaniment/states.ts'
import { day, operationId } from './scalars.ts'

/** POST /api/accompaniments/:id/people: invites by mail. A reader's access ends on `expiresOn`. DELETE …/people/:userId takes it back. */
export const inviteBody = z.strictObject({
  operationId,
  name: z.string().trim().min(1).max(80),
  email: z.email().max(254),
  role: z.enum(roles),
  jobTitle: z.string().trim().max(80).optional(),
  expiresOn: day.optional(),
})
export type InviteBody = z.infer<typeof inviteBody>

export type Person = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly jobTitle?: string
  readonly invitedAt: string
  readonly expiresOn?: string
  readonly seenAt?: string
}
