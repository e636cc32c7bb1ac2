import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import {
  findAccount,
  findOrInsertUser,
  grantStanding,
  markExampleLoaded,
  removeExample,
  wasExampleLoaded,
  type Account,
} from '#server/database/queries/accounts.ts'
import { forgetExampleAnswers } from '#server/awareness/raw-answers.ts'
import { within } from '#server/database/unit-of-work.ts'
import type { Services } from '#server/services.ts'
import { createExampleAccompaniment } from './create-example-accompaniment.ts'
import { exampleAudit, exampleNetwork } from './example-file.ts'

const networkFile = new URL('./example-network.yaml', import.meta.url)
const auditFile = new URL('./example-audit.yaml', import.meta.url)

/**
 * Fills a network with the example at its first start, through the same rules and use cases as everything else, dated in
 * the past. One that was interrupted is removed and made again; one that was removed by an advisor does not come back.
 */
export async function createExample(services: Services, networkId: string): Promise<void> {
  const { db } = services
  if (await within(db, networkId, (tx) => wasExampleLoaded(tx, networkId))) return

  const example = exampleNetwork.parse(parse(await readFile(networkFile, 'utf8')))
  const { structures: audits } = exampleAudit.parse(parse(await readFile(auditFile, 'utf8')))
  await within(db, networkId, async (tx) => {
    await forgetExampleAnswers(services, tx)
    await removeExample(tx)
  })
  const advisor = await makeAdvisor(services, networkId, example.advisor)
  for (const structure of [...example.structures, ...audits])
    await createExampleAccompaniment(services, advisor, structure)
  await within(db, networkId, (tx) => markExampleLoaded(tx, networkId, services.clock()))
}

/** Decided once, at the first start: an example never comes among real accompaniments later. */
export async function declineExample({ db, clock }: Services, networkId: string): Promise<void> {
  await within(db, networkId, async (tx) => {
    if (!(await wasExampleLoaded(tx, networkId))) await markExampleLoaded(tx, networkId, clock())
  })
}

/** The advisor of the example is an invented person: nobody can sign in with that address. */
async function makeAdvisor(
  { db, accountsDb }: Services,
  networkId: string,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<Account> {
  const id = await within(db, networkId, async (tx) => {
    const user = await findOrInsertUser(tx, { networkId, name, email, isExample: true })
    if (user === undefined) throw new Error('the address of the example’s advisor belongs to another network')
    await grantStanding(tx, networkId, user.id, 'advisor')
    return user.id
  })
  const account = await findAccount(accountsDb, id)
  if (account === undefined) throw new Error('the example’s advisor was not made')
  return account
}
