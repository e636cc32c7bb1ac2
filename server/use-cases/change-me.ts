import { changeMeBody, changeNetworkBody, confirmAddressBody } from '#src/contract/account.ts'
import type { Problem } from '#src/contract/problems.ts'
import { isUnreachable } from '#src/access/reachable.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { hashedToken, newToken } from '#server/accounts/link-token.ts'
import { findUserByEmail } from '#server/database/queries/accounts.ts'
import {
  changeAddress,
  findAddressChange,
  forgetAddressChanges,
  insertAddressChange,
  renameUser,
} from '#server/database/queries/address-changes.ts'
import { renameNetwork } from '#server/database/queries/advisors.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import { countRecentMails } from '#server/database/queries/mails.ts'
import { postMail } from '#server/mail/post-mail.ts'
import type { Services } from '#server/services.ts'
import type { Actor } from './actor.ts'
import { inNetwork, type Inside } from './in-network.ts'

/** One's own name at once; one's address too where nothing reaches the present one, otherwise once its link is opened. */
export async function changeMe(services: Services, actor: Actor, sent: unknown): Promise<Result<undefined, Problem>> {
  return readAnew(services, actor, await writeMe(services, actor, sent))
}

/** The button behind the mailed link. A wrong address reaches somebody else: signed in as another, the link is worth nothing. */
export async function confirmAddress(
  services: Services,
  actor: Actor,
  sent: unknown,
): Promise<Result<undefined, Problem>> {
  return readAnew(services, actor, await spendAddressChange(services, actor, sent))
}

export const changeNetwork = inNetwork({
  name: 'change-network',
  who: 'advisors',
  body: changeNetworkBody,
  act: async (inside): Promise<Result<undefined, Problem>> => {
    await renameNetwork(inside.tx, inside.actor.networkId, inside.body.name)
    await note(inside, 'network-renamed')
    return ok(undefined)
  },
})

const hour = 3_600_000
const linkHours = 24
/** So that nobody fills somebody else's mailbox. */
const mostMailsPerHour = 5

const writeMe = inNetwork({
  name: 'change-me',
  who: 'everyone',
  body: changeMeBody,
  act: async (inside): Promise<Result<undefined, Problem>> => {
    const { tx, actor, body, now } = inside
    if (body.name !== actor.name) {
      await renameUser(tx, actor.userId, body.name, now)
      await note(inside, 'person-renamed')
    }
    if (body.email === undefined || body.email === actor.email) return ok(undefined)
    return isUnreachable(actor.email) ? takeAddress(inside, body.email) : askToConfirm(inside, body.name, body.email)
  },
})

const spendAddressChange = inNetwork({
  name: 'confirm-address',
  who: 'everyone',
  body: confirmAddressBody,
  act: async (inside): Promise<Result<undefined, Problem>> => {
    const { tx, actor, body, now } = inside
    const email = await findAddressChange(tx, actor.userId, now, hashedToken(body.token))
    return email === undefined ? refused({ code: 'sign-in-link-spent' }) : takeAddress(inside, email)
  },
})

async function takeAddress(inside: Inside<unknown>, email: string): Promise<Result<undefined, Problem>> {
  const { tx, actor, now } = inside
  if ((await changeAddress(tx, actor.userId, email, now)) === 'taken') return refused({ code: 'address-taken' })
  await forgetAddressChanges(tx, actor.userId)
  await note(inside, 'address-changed')
  return ok(undefined)
}

async function askToConfirm(
  inside: Inside<unknown>,
  name: string,
  newEmail: string,
): Promise<Result<undefined, Problem>> {
  const { services, tx, actor, now } = inside
  const { networkId, userId, email } = actor
  if ((await findUserByEmail(services.accountsDb, newEmail)) !== undefined) return refused({ code: 'address-taken' })
  const recent = await countRecentMails(tx, newEmail, 'new-address', new Date(now.getTime() - hour))
  if (recent >= mostMailsPerHour) return refused({ code: 'too-many-requests' })

  const token = newToken()
  const expiresAt = new Date(now.getTime() + linkHours * hour)
  await insertAddressChange(tx, hashedToken(token), { userId, email, newEmail }, expiresAt)
  const link = `${services.baseUrl}/account/address/${token}`
  await postMail(tx, { networkId, to: { name, email: newEmail }, link, now }, 'new-address', { email: newEmail })
  await note(inside, 'address-change-asked')
  return ok(undefined)
}

/** What sessions remember of somebody is dropped once the change is committed, never before. */
function readAnew<T>({ accounts }: Services, { userId }: Actor, result: Result<T, Problem>): Result<T, Problem> {
  if (result.ok) accounts.forget(userId)
  return result
}

async function note({ tx, actor, now }: Inside<unknown>, action: string): Promise<void> {
  const { networkId, userId } = actor
  await appendAudit(tx, { networkId, at: now, actorId: userId, action, subject: userId })
}
