import { forgetMailLink, markMailFailed, markMailSent, takeMail } from '#server/database/queries/mails.ts'
import { within } from '#server/database/unit-of-work.ts'
import type { Services } from '#server/services.ts'
import { jobPayload } from './payload.ts'

/**
 * Sends one mail of the outbox, once: the row stays locked while it leaves. A server that refuses is tried again later by
 * the queue; without a server, it is shown on the terminal and stays in the outbox page.
 */
export async function sendMail({ db, mailer, clock, log }: Services, payload: unknown): Promise<void> {
  const { networkId, id } = jobPayload.parse(payload)
  const failure = await within(db, networkId, async (tx) => {
    const mail = await takeMail(tx, id)
    if (mail === undefined) return undefined

    const to = { name: mail.toName, address: mail.toAddress }
    const letter = { to, subject: mail.subject, text: mail.text, html: mail.html, messageId: `<${id}@jalon>` }
    if (mailer.kind === 'outbox') {
      mailer.show({ ...letter, link: mail.link })
      await markMailSent(tx, id, clock())
      return undefined
    }
    try {
      await mailer.send(letter)
    } catch (error) {
      await markMailFailed(tx, id, error instanceof Error ? error.message.slice(0, 500) : 'unknown')
      return error
    }
    await markMailSent(tx, id, clock())
    await forgetMailLink(tx, id)
    return undefined
  })
  if (failure === undefined) return
  log.warn({ mailId: id }, 'a mail could not be sent; it will be tried again')
  throw new Error('the mail server refused', { cause: failure })
}
