import { randomUUID } from 'node:crypto'
import { canonicalText } from '#src/questionnaire/canonical.ts'
import {
  findAccount,
  findOrInsertUser,
  grantStanding,
  insertNetwork,
  listNetworks,
  setFirstAdvisor,
  type Network,
} from '#server/database/queries/accounts.ts'
import { storeVersion } from '#server/database/queries/questionnaires.ts'
import { within } from '#server/database/unit-of-work.ts'
import type { Services } from '#server/services.ts'
import { StartRefusal } from '#server/start-refusal.ts'

/** The account that a fresh Jalon starts with; its name and address are changed by inviting other advisors. */
const firstNetwork = {
  name: 'Mon réseau',
  advisor: { name: 'Accompagnement', email: 'accompagnement@jalon.invalid' },
}

/**
 * Makes the first network and its first advisor where there is none, and stores every questionnaire version in each
 * network. A stored version whose hash differs from the installed one refuses the start.
 */
export async function prepareNetworks(services: Services): Promise<Network> {
  const known = await listNetworks(services.accountsDb)
  if (known.length === 0) await insertNetwork(services.accountsDb, randomUUID(), firstNetwork.name)
  const networks = await listNetworks(services.accountsDb)
  for (const network of networks) await storeVersions(services, network.id)

  const [first] = networks
  if (first === undefined) throw new Error('the first network was not made')
  if (first.firstAdvisorId !== null) return first
  const firstAdvisorId = await makeFirstAdvisor(services, first.id)
  return { ...first, firstAdvisorId }
}

/**
 * A fresh one-time link for the first advisor, a day long: each start gives one, for whoever holds the terminal holds the
 * machine anyway, and somebody locked out finds the way back by restarting.
 */
export async function firstAdvisorLink(services: Services, network: Network): Promise<string | undefined> {
  const { firstAdvisorId } = network
  const advisor = firstAdvisorId === null ? undefined : await findAccount(services.accountsDb, firstAdvisorId)
  if (advisor === undefined) return undefined
  return within(services.db, network.id, (tx) => services.accounts.createLink(tx, advisor.email, 1))
}

async function makeFirstAdvisor({ db, accountsDb }: Services, networkId: string): Promise<string> {
  const { name, email } = firstNetwork.advisor
  const id = await within(db, networkId, async (tx) => {
    const user = await findOrInsertUser(tx, { networkId, name, email, isExample: false })
    if (user === undefined) throw new Error('the first advisor could not be made')
    await grantStanding(tx, networkId, user.id, 'advisor')
    return user.id
  })
  await setFirstAdvisor(accountsDb, networkId, id)
  return id
}

async function storeVersions({ db, questionnaires }: Services, networkId: string): Promise<void> {
  await within(db, networkId, async (tx) => {
    for (const { questionnaire, sha256 } of questionnaires.values()) {
      const { id, version } = questionnaire
      const canonical = canonicalText(questionnaire)
      const stands = await storeVersion(tx, { networkId, id, version, sha256, canonical })
      if (stands !== sha256)
        throw new StartRefusal({
          code: 'questionnaires-invalid',
          faults: [{ code: 'published-version-changed', path: '', file: `${id}@${version}` }],
        })
    }
  })
}
