import { sql } from 'kysely'
import type { Role } from '#src/accompaniment/states.ts'
import type { Kind } from '#src/questionnaire/questionnaire.ts'
import type { Structure, StructureBody } from '#src/contract/structures.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import type { Standing } from './accounts.ts'
import { withoutNulls } from '#server/database/without-nulls.ts'

type Row = {
  readonly id: string
  readonly name: string
  readonly siret: string | null
  readonly kinds: Kind[]
  readonly legalForm: NonNullable<Structure['legalForm']> | null
  readonly department: string | null
  readonly city: string | null
  readonly member: boolean | null
  readonly isExample: boolean
  readonly accompaniments: number
}

const columns = sql`s.id, s.name, s.siret, s.kinds, s.legal_form as "legalForm", s.department, s.city, s.member,
  s.is_example as "isExample",
  (select count(*)::integer from accompaniments a where a.structure_id = s.id) as accompaniments`

export async function findStructure(tx: Db, id: string): Promise<Structure | undefined> {
  const { rows } = await sql<Row>`select ${columns} from structures s where s.id = ${id}`.execute(tx)
  return rows.map(structureFromRow)[0]
}

/** Fifty at most, by name; `search` is compared without case or accents. */
export async function listStructures(tx: Db, search: string): Promise<readonly Structure[]> {
  const { rows } = await sql<Row>`
    select ${columns} from structures s where ${matchesName(search)} order by s.search_name, s.id limit 50`.execute(tx)
  return rows.map(structureFromRow)
}

export async function insertStructure(
  tx: Db,
  structure: StructureBody & { readonly networkId: string; readonly isExample: boolean },
): Promise<string> {
  const { rows } = await sql<{ readonly id: string }>`
    insert into structures (network_id, name, search_name, siret, kinds, legal_form, department, city, member, is_example)
    values (${structure.networkId}, ${structure.name}, ${searchName(structure.name)}, ${structure.siret ?? null},
      ${[...structure.kinds]}, ${structure.legalForm ?? null}, ${structure.department ?? null},
      ${structure.city ?? null}, ${structure.member ?? null}, ${structure.isExample})
    returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

/** Writes every field: the caller merges what changes into what stands. Decisions taken on its kinds are to be taken anew. */
export async function updateStructure(tx: Db, id: string, structure: StructureBody, at: Date): Promise<void> {
  await sql`
    update structures set name = ${structure.name}, search_name = ${searchName(structure.name)},
      siret = ${structure.siret ?? null}, kinds = ${[...structure.kinds]}, legal_form = ${structure.legalForm ?? null},
      department = ${structure.department ?? null}, city = ${structure.city ?? null},
      member = ${structure.member ?? null}, updated_at = ${at}
    where id = ${id}`.execute(tx)
  await sql`
    update accompaniments set access_stamp = access_stamp + 1, waiting_stale = true where structure_id = ${id}`.execute(
    tx,
  )
}

/** What somebody is in the accompaniments of a structure; an advisor of the network is one everywhere. */
export async function listRolesIn(
  tx: Db,
  actor: { readonly userId: string; readonly standing: Standing },
  structureId: string,
  today: string,
): Promise<readonly Role[]> {
  if (actor.standing === 'advisor') return ['advisor']
  const { rows } = await sql<{ readonly role: Role }>`
    select p.role from people p join accompaniments a on a.id = p.accompaniment_id
    where a.structure_id = ${structureId} and p.user_id = ${actor.userId}
      and (p.expires_on is null or p.expires_on >= ${today}::date)`.execute(tx)
  return rows.map(({ role }) => role)
}

/** A condition on `s.search_name`; an empty search matches everything. */
export function matchesName(search: string) {
  const wanted = searchName(search)
  return wanted === '' ? sql`true` : sql`position(${wanted} in s.search_name) > 0`
}

function searchName(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim()
}

function structureFromRow(row: Row): Structure {
  return withoutNulls(row)
}
