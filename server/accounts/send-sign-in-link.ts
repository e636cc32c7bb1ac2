import { findUserByEmail } from '#server/database/queries/accounts.ts'
import { countRecentMails } from '#server/database/queries/mails.ts'
import { within } from '#server/database/unit-of-work.ts'
import { postMail } from '#server/mail/post-mail.ts'
import type { AccountsOptions } from './accounts-options.ts'

/** So that nobody fills somebody else's mailbox. */
const mostPerHour = 5

/** Writes the mail where the address is known; otherwise nothing, and nobody learns it. */
export async function sendSignInLink(
  { clock, baseUrl, accountsDb, db }: AccountsOptions,
  email: string,
  token: string,
): Promise<void> {
  const user = await findUserByEmail(accountsDb, email)
  if (user === undefined) return

  const now = clock()
  await within(db, user.networkId, async (tx) => {
    const recent = await countRecentMails(tx, email, 'sign-in', new Date(now.getTime() - 3_600_000))
    if (recent >= mostPerHour) return
    const envelope = {
      networkId: user.networkId,
      to: { name: user.name, email },
      link: `${baseUrl}/sign-in/${token}`,
      now,
    }
    await postMail(tx, envelope, 'sign-in', {})
  })
}
