import { sql } from 'kysely'
import type { Practice, practiceBody } from '#src/contract/practices.ts'
import type { Kind } from '#src/questionnaire/questionnaire.ts'
import type { z } from 'zod'
import type { Db } from '#server/database/unit-of-work.ts'
import { withoutNulls } from '#server/database/without-nulls.ts'

type Row = {
  readonly id: string
  readonly title: string
  readonly context: string
  readonly how: string
  readonly results: string | null
  readonly advice: string | null
  readonly criteria: string[]
  readonly kinds: Kind[]
  readonly structure: string | null
  readonly consentOn: string
  readonly isExample: boolean
  readonly createdAt: Date
}

const columns = sql`id, title, context, how, results, advice, criteria, kinds, structure,
  consent_on::text as "consentOn", is_example as "isExample", created_at as "createdAt"`

/** Newest first, a hundred at most; those of one criterion where it is given. */
export async function listPractices(tx: Db, criterion: string | undefined): Promise<readonly Practice[]> {
  const { rows } = await sql<Row>`
    select ${columns} from practices
    where ${criterion === undefined ? sql`true` : sql`${criterion} = any(criteria)`}
    order by created_at desc, id limit 100`.execute(tx)
  return rows.map(practiceFromRow)
}

export async function insertPractice(
  tx: Db,
  practice: Omit<z.infer<typeof practiceBody>, 'operationId'> & {
    readonly networkId: string
    readonly isExample: boolean
    readonly at: Date
    readonly by: string
  },
): Promise<Practice> {
  const p = practice
  const { rows } = await sql<Row>`
    insert into practices (network_id, title, context, how, results, advice, criteria, kinds, structure, consent_on,
      is_example, created_at, created_by)
    values (${p.networkId}, ${p.title}, ${p.context}, ${p.how}, ${p.results ?? null}, ${p.advice ?? null},
      ${[...p.criteria]}, ${[...p.kinds]}, ${p.structure ?? null}, ${p.consentOn}, ${p.isExample}, ${p.at}, ${p.by})
    returning ${columns}`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('the practice was not inserted')
  return practiceFromRow(row)
}

function practiceFromRow(row: Row): Practice {
  return withoutNulls({ ...row, createdAt: row.createdAt.toISOString() })
}
