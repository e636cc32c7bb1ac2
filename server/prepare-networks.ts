import { randomUUID } from 'node:crypto'
import {
  findAccount,
  findOrInsertUser,
  grantStanding,
  insertNetwork,
  listNetworks,
  setFirstAdvisor,
  type Network,
} from '#server/database/queries/accounts.ts'
import { listVersions } from '#server/database/queries/questionnaires.ts'
import { within } from '#server/database/unit-of-work.ts'
import type { FileFault } from '#server/questionnaires/content-error.ts'
import type { Services } from '#server/services.ts'
import { StartRefusal } from '#server/start-refusal.ts'

/** What a fresh Jalon starts with; the first advisor says who they are, and names the network, on the page « Mon compte ». */
const firstNetwork = {
  name: 'Mon réseau',
  advisor: { name: 'Accompagnement', email: 'accompagnement@jalon.invalid' },
}

/**
 * Makes the first network and its first advisor where there is none, and checks the questionnaires that accompaniments of
 * each network rest on: one that is missing, or whose hash changed, refuses the start.
 */
export async function prepareNetworks(services: Services): Promise<Network> {
  const known = await listNetworks(services.accountsDb)
  if (known.length === 0) await insertNetwork(services.accountsDb, randomUUID(), firstNetwork.name)
  const networks = await listNetworks(services.accountsDb)
  for (const network of networks) await checkVersions(services, network.id)

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

/** What accompaniments rest on must be installed, word for word. */
async function checkVersions({ db, questionnaires }: Services, networkId: string): Promise<void> {
  const stored = await within(db, networkId, listVersions)
  const faults = stored.flatMap(({ id, version, sha256 }): readonly FileFault[] => {
    const file = `${id}@${version}`
    const installed = questionnaires.get(file)
    if (installed === undefined)
      return [{ code: 'published-version-missing', path: '', details: { value: file }, file }]
    return installed.sha256 === sha256
      ? []
      : [{ code: 'published-version-changed', path: '', details: { value: file }, file }]
  })
  if (faults.length > 0) throw new StartRefusal({ code: 'questionnaires-invalid', faults })
}
