import { z } from 'zod'
import { ok, refused } from '#src/shared/result.ts'
import { listMails } from '#server/database/queries/mails.ts'
import { inNetwork } from './in-network.ts'

/** Mails kept on this machine, sign-in links included: for advisors, and only where no SMTP server is set. */
export const readOutbox = inNetwork({
  name: 'read-outbox',
  who: 'advisors',
  body: z.object({}),
  act: async ({ services, tx }) =>
    services.mailer.kind === 'outbox' ? ok(await listMails(tx)) : refused({ code: 'not-found' }),
})
