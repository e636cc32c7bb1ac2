import { z } from 'zod'
import { inviteAdvisorBody, type Advisor } from '#src/contract/account.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import { findNetworkName, findOrInsertUser, grantStanding } from '#server/database/queries/accounts.ts'
import { listAdvisors, lockNetwork, renewAllAccessStamps, takeBackStanding } from '#server/database/queries/advisors.ts'
import { appendAudit } from '#server/database/queries/journal.ts'
import { postMail } from '#server/mail/post-mail.ts'
import type { Services } from '#server/services.ts'
import type { Actor } from './actor.ts'
import { inNetwork } from './in-network.ts'

export const readAdvisors = inNetwork({
  name: 'read-advisors',
  who: 'advisors',
  body: z.object({}),
  act: async ({ tx }): Promise<Result<readonly Advisor[], Problem>> => ok(await listAdvisors(tx)),
})

/** Somebody new, or known in the network as something else: from then on they see all of it. */
export async function inviteAdvisor(
  services: Services,
  actor: Actor,
  sent: unknown,
): Promise<Result<Advisor, Problem>> {
  const invited = await addAdvisor(services, actor, sent)
  if (invited.ok) services.accounts.forget(invited.value.id)
  return invited
}

/** Never oneself, so there is always one left; what they wrote stays, at their name. */
export async function removeAdvisor(services: Services, actor: Actor, id: string): Promise<Result<undefined, Problem>> {
  const removed = await takeBackAdvisor(services, actor, { id })
  if (removed.ok) services.accounts.forget(id)
  return removed
}

/** How long an invitation's link works; after that its page sends another. */
const linkDays = 14

const addAdvisor = inNetwork({
  name: 'invite-advisor',
  who: 'advisors',
  body: inviteAdvisorBody,
  act: async ({ services, tx, actor, body, now }): Promise<Result<Advisor, Problem>> => {
    const { networkId, userId, name: inviter } = actor
    const { name, email } = body
    await lockNetwork(tx, networkId)
    const user = await findOrInsertUser(tx, { networkId, name, email, isExample: false })
    if (user === undefined) return refused({ code: 'address-taken' })
    if ((await listAdvisors(tx)).some(({ id }) => id === user.id)) return refused({ code: 'already-advisor' })

    await grantStanding(tx, networkId, user.id, 'advisor')
    if (!user.isNew) await renewAllAccessStamps(tx)
    await appendAudit(tx, { networkId, at: now, actorId: userId, action: 'advisor-invited', subject: user.id })

    const link = await services.accounts.createLink(tx, email, linkDays)
    const network = await findNetworkName(tx, networkId)
    await postMail(tx, { networkId, to: { name, email }, link, now }, 'colleague-invitation', { inviter, network })

    const added = (await listAdvisors(tx)).find(({ id }) => id === user.id)
    return added === undefined ? refused({ code: 'not-found' }) : ok(added)
  },
})

const takeBackAdvisor = inNetwork({
  name: 'remove-advisor',
  who: 'advisors',
  body: z.object({ id: z.string() }),
  act: async ({ tx, actor, body, now }): Promise<Result<undefined, Problem>> => {
    const { networkId, userId } = actor
    await lockNetwork(tx, networkId)
    const advisors = await listAdvisors(tx)
    const has = (wanted: string) => advisors.some(({ id }) => id === wanted)
    // Removed by the very colleague they are removing, a moment ago.
    if (!has(userId)) return refused({ code: 'not-allowed' })
    if (!has(body.id)) return refused({ code: 'not-found' })
    if (body.id === userId) return refused({ code: 'own-access' })

    await takeBackStanding(tx, networkId, body.id, userId)
    await appendAudit(tx, { networkId, at: now, actorId: userId, action: 'advisor-removed', subject: body.id })
    return ok(undefined)
  },
})
