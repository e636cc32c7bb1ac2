import type { Me } from '#src/contract/account.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, type Result } from '#src/shared/result.ts'
import { findNetworkName, hasExample } from '#server/database/queries/accounts.ts'
import { findAddressChange } from '#server/database/queries/address-changes.ts'
import { within } from '#server/database/unit-of-work.ts'
import type { Services } from '#server/services.ts'
import type { Actor } from './actor.ts'

export async function readMe({ db, mailer, clock }: Services, actor: Actor): Promise<Result<Me, Problem>> {
  const { userId, name, email, networkId, standing } = actor
  return within(db, networkId, async (tx) => {
    const pendingEmail = await findAddressChange(tx, userId, clock())
    return ok({
      user: { id: userId, name, email, ...(pendingEmail === undefined ? {} : { pendingEmail }) },
      standing,
      network: { id: networkId, name: await findNetworkName(tx, networkId), hasExample: await hasExample(tx) },
      outbox: mailer.kind === 'outbox' && standing === 'advisor',
    })
  })
}
