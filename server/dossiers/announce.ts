import type { JourneyEvent } from '#src/accompaniment/states.ts'
import type { Access } from '#server/database/queries/accompaniments.ts'
import { findUserName, listAdvisorsOf, listReferents, type Recipient } from '#server/database/queries/recipients.ts'
import { findStructure } from '#server/database/queries/structures.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { postMail } from '#server/mail/post-mail.ts'
import type { MailTemplate, TemplateName } from '#server/mail/texts-fr.ts'
import { pageLink } from './links.ts'

export type Announcement = {
  readonly baseUrl: string
  readonly event: JourneyEvent
  readonly reason: string | null
  readonly actorId: string | null
  readonly now: Date
}

/** Tells those who are expected to act, or who have waited for it, that the accompaniment moved. */
export async function announceMove(tx: Db, access: Access, announcement: Announcement): Promise<void> {
  // Nobody waits for news of an example.
  if (access.isExample) return
  const structure = (await findStructure(tx, access.structureId))?.name ?? ''
  switch (announcement.event) {
    case 'submit-for-review':
      return tell(tx, access, announcement, await listReferents(tx, access.id), 'review-ready', { structure })
    case 'send-back': {
      const author = await findUserName(tx, announcement.actorId)
      const reason = announcement.reason ?? ''
      return tell(tx, access, announcement, await listAdvisorsOf(tx, access.id), 'sent-back', {
        structure,
        author,
        reason,
      })
    }
    case 'approve': {
      const people = [...(await listReferents(tx, access.id)), ...(await listAdvisorsOf(tx, access.id))]
      return tell(tx, access, announcement, people, 'delivered', { structure })
    }
    default:
      return
  }
}

async function tell<T extends TemplateName>(
  tx: Db,
  access: Access,
  { baseUrl, now }: Announcement,
  people: readonly Recipient[],
  template: T,
  data: MailTemplate[T],
): Promise<void> {
  const link = pageLink(baseUrl, access.id, 'synthesis')
  for (const to of people) await postMail(tx, { networkId: access.networkId, to, link, now }, template, data)
}
