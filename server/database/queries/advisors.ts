import { sql } from 'kysely'
import type { Advisor } from '#src/contract/account.ts'
import type { Db } from '#server/database/unit-of-work.ts'

/** By name; the example's invented advisor is nobody's colleague. */
export async function listAdvisors(tx: Db): Promise<readonly Advisor[]> {
  const { rows } = await sql<Advisor>`
    select u.id, u.name, u.email from members m join users u on u.id = m.user_id
    where m.standing = 'advisor' and not u.is_example order by lower(u.name), u.id`.execute(tx)
  return rows
}

/** Whoever changes advisors waits their turn, so that two who remove each other cannot both succeed. */
export async function lockNetwork(tx: Db, networkId: string): Promise<void> {
  await sql`select from networks where id = ${networkId} for update`.execute(tx)
}

/**
 * Leaves somebody with the accompaniments they were invited to as anything else than advisor. The link that a start prints
 * passes from them to `heirId`.
 */
export async function takeBackStanding(tx: Db, networkId: string, userId: string, heirId: string): Promise<void> {
  await sql`update members set standing = 'member' where user_id = ${userId}`.execute(tx)
  await sql`delete from people where user_id = ${userId} and role = 'advisor'`.execute(tx)
  await sql`
    update networks set first_advisor_id = ${heirId} where id = ${networkId} and first_advisor_id = ${userId}`.execute(
    tx,
  )
  await renewAllAccessStamps(tx)
}

/** What was decided for anybody, anywhere in the network, is to be decided anew. */
export async function renewAllAccessStamps(tx: Db): Promise<void> {
  await sql`update accompaniments set access_stamp = access_stamp + 1`.execute(tx)
}

export async function renameNetwork(tx: Db, networkId: string, name: string): Promise<void> {
  await sql`update networks set name = ${name} where id = ${networkId}`.execute(tx)
}
