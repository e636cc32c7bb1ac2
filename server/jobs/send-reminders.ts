import { listNetworks } from '#server/database/queries/accounts.ts'
import { listAdvisorsOf, listReferents } from '#server/database/queries/recipients.ts'
import { listDueActions, listLongOnHold, rememberReminder } from '#server/database/queries/reminders.ts'
import { within, type Db } from '#server/database/unit-of-work.ts'
import { pageLink } from '#server/dossiers/links.ts'
import { localDay } from '#server/dossiers/today.ts'
import { postMail } from '#server/mail/post-mail.ts'
import type { Services } from '#server/services.ts'

/** A pause of more than 90 days, an action due within 15. */
const reminderDays = { onHold: 90, actionDue: 15 } as const

const day = 86_400_000

/** Reminds once for each pause and each due date, whatever the number of times it runs. */
export async function sendReminders(services: Services): Promise<void> {
  for (const { id } of await listNetworks(services.accountsDb))
    await within(services.db, id, async (tx) => {
      await remindOfPauses(services, tx, id)
      await remindOfActions(services, tx, id)
    })
}

async function remindOfPauses({ clock, baseUrl }: Services, tx: Db, networkId: string): Promise<void> {
  const now = clock()
  const before = new Date(now.getTime() - reminderDays.onHold * day)
  for (const { accompanimentId, structure, since, reason } of await listLongOnHold(tx, before)) {
    const isNew = await rememberReminder(tx, {
      networkId,
      accompanimentId,
      kind: 'on-hold',
      subject: since.toISOString(),
      at: now,
    })
    if (!isNew) continue
    const days = String(Math.floor((now.getTime() - since.getTime()) / day))
    const link = pageLink(baseUrl, accompanimentId, 'home')
    for (const to of await listAdvisorsOf(tx, accompanimentId))
      await postMail(tx, { networkId, to, link, now }, 'on-hold-reminder', { structure, days, reason })
  }
}

async function remindOfActions({ clock, baseUrl }: Services, tx: Db, networkId: string): Promise<void> {
  const now = clock()
  const last = localDay(new Date(now.getTime() + reminderDays.actionDue * day))
  for (const { accompanimentId, structure, key, title, dueOn, owner } of await listDueActions(
    tx,
    localDay(now),
    last,
  )) {
    const subject = `${key} ${dueOn}`
    const isNew = await rememberReminder(tx, { networkId, accompanimentId, kind: 'action-due', subject, at: now })
    if (!isNew) continue
    const link = pageLink(baseUrl, accompanimentId, 'plan')
    const due = new Date(`${dueOn}T00:00:00Z`).toLocaleDateString('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
    for (const to of await listReferents(tx, accompanimentId))
      await postMail(tx, { networkId, to, link, now }, 'action-reminder', { structure, action: title, due, owner })
  }
}
