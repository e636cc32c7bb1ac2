import { sql } from 'kysely'
import type { Db } from '#server/database/unit-of-work.ts'

/** Stores a version the first time; gives back the hash that stands, which the caller compares. */
export async function storeVersion(
  tx: Db,
  version: {
    readonly networkId: string
    readonly id: string
    readonly version: string
    readonly sha256: string
    readonly canonical: string
  },
): Promise<string> {
  const v = version
  await sql`
    insert into questionnaire_versions (network_id, id, version, sha256, canonical)
    values (${v.networkId}, ${v.id}, ${v.version}, ${v.sha256}, ${v.canonical}) on conflict do nothing`.execute(tx)
  const { rows } = await sql<{ readonly sha256: string }>`
    select sha256 from questionnaire_versions where id = ${v.id} and version = ${v.version}`.execute(tx)
  return rows[0]?.sha256 ?? ''
}

/** Those that accompaniments of the network were started with. */
export async function listVersions(
  tx: Db,
): Promise<readonly { readonly id: string; readonly version: string; readonly sha256: string }[]> {
  const { rows } = await sql<{ readonly id: string; readonly version: string; readonly sha256: string }>`
    select id, version, sha256 from questionnaire_versions order by id, version`.execute(tx)
  return rows
}

export async function findVersion(
  tx: Db,
  id: string,
  version: string,
): Promise<{ readonly sha256: string; readonly canonical: string } | undefined> {
  const { rows } = await sql<{ readonly sha256: string; readonly canonical: string }>`
    select sha256, canonical from questionnaire_versions where id = ${id} and version = ${version}`.execute(tx)
  return rows[0]
}
