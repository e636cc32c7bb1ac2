import { isUnreachable } from '#src/access/reachable.ts'
import type { Role } from '#src/accompaniment/states.ts'
import type { Person } from '#src/contract/people.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { findOrInsertUser, grantStanding } from '#server/database/queries/accounts.ts'
import { renewAccessStamp, type Access } from '#server/database/queries/accompaniments.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import { listPeople, upsertPerson } from '#server/database/queries/people.ts'
import { findStructure } from '#server/database/queries/structures.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { postMail } from '#server/mail/post-mail.ts'
import { mailTexts } from '#server/mail/texts-fr.ts'
import type { Services } from '#server/services.ts'
import type { Actor } from '#server/use-cases/actor.ts'
import { moveIfReady } from './move.ts'

export type NewPerson = {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly jobTitle?: string | undefined
  readonly expiresOn?: string | undefined
}

/** How long an invitation's link works; after that its page sends another. */
const linkDays = 14

/**
 * Adds somebody, or changes their role, and writes the invitation in the same transaction. An address of another network
 * cannot join this one. People of the example get no mail: their addresses are invented.
 */
export async function addPerson(
  services: Services,
  tx: Db,
  { access, inviter, now }: { readonly access: Access; readonly inviter: Actor; readonly now: Date },
  person: NewPerson,
): Promise<Result<Person, Problem>> {
  const { networkId, isExample } = access
  const user = await findOrInsertUser(tx, { networkId, name: person.name, email: person.email, isExample })
  if (user === undefined) return refused({ code: 'address-taken' })
  await grantStanding(tx, networkId, user.id, person.role === 'advisor' ? 'advisor' : 'member')

  const expiresOn = person.expiresOn ?? null
  const known = (await listPeople(tx, access.id)).find(({ userId }) => userId === user.id)
  if (known?.role === person.role && (known.expiresOn ?? null) === expiresOn)
    return refused({ code: 'already-invited' })

  await upsertPerson(tx, {
    networkId,
    accompanimentId: access.id,
    userId: user.id,
    role: person.role,
    jobTitle: person.jobTitle ?? null,
    expiresOn,
    invitedAt: now,
    invitedBy: inviter.userId,
  })
  await renewAccessStamp(tx, access.id)
  await appendAudit(tx, {
    networkId,
    at: now,
    actorId: inviter.userId,
    action: 'person-invited',
    accompanimentId: access.id,
    subject: user.id,
  })
  if (!isUnreachable(person.email)) await invite(services, tx, { access, inviter, now }, person)
  await moveIfReady(services, tx, access.id, now)

  const added = (await listPeople(tx, access.id)).find(({ userId }) => userId === user.id)
  return added === undefined ? refused({ code: 'not-found' }) : ok(added)
}

async function invite(
  services: Services,
  tx: Db,
  { access, inviter, now }: { readonly access: Access; readonly inviter: Actor; readonly now: Date },
  { name, email, role, expiresOn }: NewPerson,
): Promise<void> {
  const structure = (await findStructure(tx, access.structureId))?.name ?? ''
  const link = await services.accounts.createLink(tx, email, linkDays)
  await postMail(
    tx,
    { networkId: access.networkId, to: { name, email: email.toLowerCase() }, link, now },
    'invitation',
    {
      inviter: inviter.name,
      structure,
      role: mailTexts.roles[role],
      ...(expiresOn === undefined ? {} : { expires: longDate(expiresOn) }),
    },
  )
}

function longDate(day: string): string {
  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
