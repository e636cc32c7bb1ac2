import { z } from 'zod'
import { id } from './common.ts'

/** GET /api/me */
export const me = z.object({
  user: z.object({ id, name: z.string(), email: z.string() }),
  /** An advisor sees the whole network; anyone else only the accompaniments they belong to. */
  standing: z.enum(['advisor', 'member']),
  network: z.object({ id, name: z.string(), hasExample: z.boolean() }),
  /** Whether mails stay on this machine (no SMTP): the outbox page is then offered to advisors. */
  outbox: z.boolean(),
})
export type Me = z.infer<typeof me>

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
