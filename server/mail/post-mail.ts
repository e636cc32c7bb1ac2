import { findNetworkName } from '#server/database/queries/accounts.ts'
import { enqueueJob } from '#server/database/queries/journal.ts'
import { insertMail } from '#server/database/queries/mails.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { writeMail } from './letter.ts'
import type { MailTemplate, TemplateName } from './texts-fr.ts'

export type Envelope = {
  readonly networkId: string
  readonly to: { readonly name: string; readonly email: string }
  readonly link: string
  readonly now: Date
}

/** Writes a mail into the outbox and has it sent, both in the transaction of what it tells: neither goes without the other. */
export async function postMail<T extends TemplateName>(
  tx: Db,
  { networkId, to, link, now }: Envelope,
  template: T,
  data: MailTemplate[T],
): Promise<void> {
  const network = await findNetworkName(tx, networkId)
  const { subject, text, html } = writeMail(template, data, { name: to.name, network, link })
  const id = await insertMail(tx, {
    networkId,
    template,
    toAddress: to.email,
    toName: to.name,
    subject,
    text,
    html,
    link,
    at: now,
  })
  await enqueueJob(tx, 'send-mail', { networkId, id })
}
