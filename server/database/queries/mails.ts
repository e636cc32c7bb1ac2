import { sql } from 'kysely'
import type { Outbox } from '#src/contract/account.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { withoutNulls } from '#server/database/without-nulls.ts'

export type NewMail = {
  readonly networkId: string
  readonly template: string
  readonly toAddress: string
  readonly toName: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly link?: string
  readonly at: Date
}

export async function insertMail(tx: Db, mail: NewMail): Promise<string> {
  const { rows } = await sql<{ readonly id: string }>`
    insert into mails (network_id, template, to_address, to_name, subject, text, html, link, created_at)
    values (${mail.networkId}, ${mail.template}, ${mail.toAddress}, ${mail.toName}, ${mail.subject}, ${mail.text},
      ${mail.html}, ${mail.link ?? null}, ${mail.at})
    returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

export type MailToSend = {
  readonly id: string
  readonly toAddress: string
  readonly toName: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly link: string | null
}

/** Undefined once sent: a job run twice sends once. The row stays locked while it is sent. */
export async function takeMail(tx: Db, id: string): Promise<MailToSend | undefined> {
  const { rows } = await sql<MailToSend>`
    select id, to_address as "toAddress", to_name as "toName", subject, text, html, link
    from mails where id = ${id} and sent_at is null for update`.execute(tx)
  return rows[0]
}

export async function markMailSent(tx: Db, id: string, at: Date): Promise<void> {
  await sql`
    update mails set sent_at = ${at}, attempts = attempts + 1, last_error = null where id = ${id}`.execute(tx)
}

/** A sign-in link has no reason to stay readable once it left. */
export async function forgetMailLink(tx: Db, id: string): Promise<void> {
  await sql`update mails set text = '', html = '', link = null where id = ${id} and link is not null`.execute(tx)
}

export async function markMailFailed(tx: Db, id: string, error: string): Promise<void> {
  await sql`update mails set attempts = attempts + 1, last_error = ${error} where id = ${id}`.execute(tx)
}

/** Newest first, a hundred at most. */
export async function listMails(tx: Db): Promise<Outbox> {
  const { rows } = await sql<{
    readonly id: string
    readonly to: string
    readonly subject: string
    readonly text: string
    readonly sentAt: Date
    readonly link: string | null
  }>`
    select id, to_address as "to", subject, text, created_at as "sentAt", link
    from mails order by created_at desc, id limit 100`.execute(tx)
  return rows.map(({ sentAt, ...row }) => {
    const { link, ...mail } = withoutNulls(row)
    return { ...mail, sentAt: sentAt.toISOString(), ...(link === undefined ? {} : { link }) }
  })
}

/** Those asked for at the same time wait their turn, so that a limit holds. */
export async function countRecentMails(tx: Db, address: string, template: string, since: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${address}, 4))`.execute(tx)
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::integer as count from mails
    where to_address = ${address} and template = ${template} and created_at > ${since}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Links of sign-ins that can no longer be used. */
export async function forgetOldLinks(tx: Db, before: Date): Promise<void> {
  await sql`
    update mails set text = '', html = '', link = null
    where template in ('sign-in', 'invitation', 'colleague-invitation', 'new-address') and created_at < ${before} and link is not null`.execute(
    tx,
  )
}
