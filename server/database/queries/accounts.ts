import { sql } from 'kysely'
import type { Db } from '#server/database/unit-of-work.ts'

export type Standing = 'advisor' | 'member'

/** Who a session belongs to, read across networks by the accounts' own connection. */
export type Account = {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly networkId: string
  readonly standing: Standing
}

export async function findAccount(accounts: Db, userId: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`
    select u.id as "userId", u.name, u.email, u.network_id as "networkId", m.standing
    from users u join members m on m.user_id = u.id where u.id = ${userId}`.execute(accounts)
  return rows[0]
}

export async function findUserByEmail(
  accounts: Db,
  email: string,
): Promise<{ readonly id: string; readonly name: string; readonly networkId: string } | undefined> {
  const { rows } = await sql<{ readonly id: string; readonly name: string; readonly networkId: string }>`
    select id, name, network_id as "networkId" from users where email = ${email.toLowerCase()}`.execute(accounts)
  return rows[0]
}

/** Inserts nothing where the address is known; says whose it is when that is somebody of this network. */
export async function findOrInsertUser(
  tx: Db,
  user: { readonly networkId: string; readonly name: string; readonly email: string; readonly isExample: boolean },
): Promise<{ readonly id: string; readonly isNew: boolean } | undefined> {
  const email = user.email.toLowerCase()
  const inserted = await sql<{ readonly id: string }>`
    insert into users (network_id, name, email, email_verified, is_example)
    values (${user.networkId}, ${user.name}, ${email}, true, ${user.isExample})
    on conflict (email) do nothing returning id`.execute(tx)
  const [created] = inserted.rows
  if (created !== undefined) return { id: created.id, isNew: true }

  const { rows } = await sql<{ readonly id: string }>`select id from users where email = ${email}`.execute(tx)
  return rows.map(({ id }) => ({ id, isNew: false }))[0]
}

/** Adds to the network; never lowers an advisor to a member. */
export async function grantStanding(tx: Db, networkId: string, userId: string, standing: Standing): Promise<void> {
  await sql`
    insert into members (network_id, user_id, standing) values (${networkId}, ${userId}, ${standing})
    on conflict (network_id, user_id) do update
      set standing = case when members.standing = 'advisor' then 'advisor' else excluded.standing end`.execute(tx)
}

export type Network = { readonly id: string; readonly name: string; readonly firstAdvisorId: string | null }

/** Every network, oldest first: for the start and the jobs, through the accounts' connection. */
export async function listNetworks(accounts: Db): Promise<readonly Network[]> {
  const { rows } = await sql<Network>`
    select id, name, first_advisor_id as "firstAdvisorId" from networks order by created_at, id`.execute(accounts)
  return rows
}

export async function insertNetwork(accounts: Db, id: string, name: string): Promise<void> {
  await sql`insert into networks (id, name) values (${id}, ${name})`.execute(accounts)
}

export async function setFirstAdvisor(accounts: Db, networkId: string, userId: string): Promise<void> {
  await sql`update networks set first_advisor_id = ${userId} where id = ${networkId}`.execute(accounts)
}

export async function findNetworkName(tx: Db, networkId: string): Promise<string> {
  const { rows } = await sql<{ readonly name: string }>`select name from networks where id = ${networkId}`.execute(tx)
  return rows[0]?.name ?? ''
}

export async function hasExample(tx: Db): Promise<boolean> {
  const { rows } = await sql<{ readonly has: boolean }>`
    select exists (select from structures where is_example) as has`.execute(tx)
  return rows[0]?.has ?? false
}

export async function markExampleLoaded(tx: Db, networkId: string, at: Date): Promise<void> {
  await sql`update networks set example_loaded_at = ${at} where id = ${networkId}`.execute(tx)
}

export async function wasExampleLoaded(tx: Db, networkId: string): Promise<boolean> {
  const { rows } = await sql<{ readonly loaded: boolean }>`
    select example_loaded_at is not null as loaded from networks where id = ${networkId}`.execute(tx)
  return rows[0]?.loaded ?? false
}

export async function removeExample(tx: Db): Promise<void> {
  await sql`select remove_example()`.execute(tx)
}

export type LinkOwner = { readonly email: string; readonly name: string; readonly networkId: string }

/** What a sign-in link says before it is spent, or undefined where it is spent, unknown or too old. */
export async function findSignInLink(accounts: Db, identifier: string, now: Date): Promise<LinkOwner | undefined> {
  const { rows } = await sql<LinkOwner>`
    select u.email, u.name, u.network_id as "networkId" from verifications v join users u on u.email = v.value::json ->> 'email'
    where v.identifier = ${identifier} and v.expires_at > ${now}`.execute(accounts)
  return rows[0]
}

/** In the form better-auth's magic-link plugin reads back. */
export async function insertSignInLink(tx: Db, identifier: string, email: string, expiresAt: Date): Promise<void> {
  const value = JSON.stringify({ type: 'magic-link', email })
  await sql`
    insert into verifications (identifier, value, expires_at) values (${identifier}, ${value}, ${expiresAt})`.execute(
    tx,
  )
}

/** Where somebody invited lately wants to go first. */
export async function findLatestInvitation(tx: Db, email: string): Promise<string | undefined> {
  const { rows } = await sql<{ readonly id: string }>`
    select p.accompaniment_id as id from people p join users u on u.id = p.user_id
    where u.email = ${email} order by p.invited_at desc limit 1`.execute(tx)
  return rows[0]?.id
}

export async function deleteExpiredSignIns(accounts: Db, now: Date): Promise<void> {
  await sql`delete from verifications where expires_at < ${now}`.execute(accounts)
  await sql`delete from sessions where expires_at < ${now}`.execute(accounts)
}
