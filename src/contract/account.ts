import { z } from 'zod'
import { isUnreachable } from '#src/access/reachable.ts'
import { id, operationId } from './scalars.ts'

const oneLine = /^[^\p{Cc}\p{Cs}]*$/u

/** GET /api/me */
export const me = z.object({
  user: z.object({
    id,
    name: z.string(),
    email: z.string(),
    /** An address that waits for its confirmation link to be opened. */
    pendingEmail: z.string().optional(),
  }),
  /** An advisor sees the whole network; anyone else only the accompaniments they belong to. */
  standing: z.enum(['advisor', 'member']),
  network: z.object({ id, name: z.string(), hasExample: z.boolean() }),
  /** Whether mails stay on this machine (no SMTP): the outbox page is then offered to advisors. */
  outbox: z.boolean(),
})
export type Me = z.infer<typeof me>

/** A name that people will read, in one line. */
const personName = z.string().normalize('NFC').trim().min(1).max(80).regex(oneLine)

/** An address that a mail can reach: RFC 2606 keeps `.invalid` for those that lead nowhere. */
const reachableEmail = z
  .string()
  .normalize('NFC')
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email().refine((email) => !isUnreachable(email)))

/**
 * PATCH /api/me: one's own name, and address. A new address waits for the link mailed to it, except where the present one
 * leads nowhere: that is the first advisor, who holds the terminal.
 */
export const changeMeBody = z.strictObject({ name: personName, email: reachableEmail.optional() })
export type ChangeMeBody = z.infer<typeof changeMeBody>

/** POST /api/me/address: what the button behind the mailed link sends, signed in as the one who asked. */
export const confirmAddressBody = z.strictObject({ token: z.string().min(16).max(512) })

/** PATCH /api/network, by advisors. */
export const changeNetworkBody = z.strictObject({
  name: z.string().normalize('NFC').trim().min(1).max(120).regex(oneLine),
})
export type ChangeNetworkBody = z.infer<typeof changeNetworkBody>

/** POST /api/advisors: invites a colleague as advisor of the network, by mail. */
export const inviteAdvisorBody = z.strictObject({ operationId, name: personName, email: reachableEmail })
export type InviteAdvisorBody = z.infer<typeof inviteAdvisorBody>

/** GET /api/advisors: those of the network, by name; DELETE /api/advisors/:id takes one's standing back. */
export type Advisor = { readonly id: string; readonly name: string; readonly email: string }

/** POST /api/sign-in: always the same answer, whether the address is known or not. */
export const signInBody = z.strictObject({ email: z.email().max(254) })

/** POST /api/sign-in/confirm: what the button of the confirmation page sends. */
export const confirmSignInBody = z.strictObject({ token: z.string().min(16).max(512) })
/** GET /api/sign-in/:token: whose link it is, without spending it. */
export const signInLink = z.object({ email: z.string(), name: z.string(), next: z.string() })
export type SignInLink = z.infer<typeof signInLink>

/** GET /api/outbox: mails kept here because no SMTP server is set. */
export const outbox = z.array(
  z.object({
    id,
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    sentAt: z.string(),
    link: z.string().optional(),
  }),
)
export type Outbox = z.infer<typeof outbox>
