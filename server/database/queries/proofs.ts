import { sql } from 'kysely'
import type { ProofView } from '#src/contract/proofs.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { withoutNulls } from '#server/database/without-nulls.ts'

type Row = {
  readonly id: string
  readonly target: string
  readonly kind: ProofView['kind']
  readonly name: string
  readonly addedAt: Date
  readonly addedBy: string
  readonly mediaType: string | null
  readonly bytes: number | null
  readonly url: string | null
  readonly testimony: NonNullable<ProofView['testimony']> | null
}

const columns = sql`p.id, p.target, p.kind, p.name, p.added_at as "addedAt", coalesce(u.name, '') as "addedBy",
  p.media_type as "mediaType", p.bytes, p.url, p.testimony`

/** Those that stand, in the order they were added. */
export async function listProofs(tx: Db, accompanimentId: string): Promise<readonly ProofView[]> {
  const { rows } = await sql<Row>`
    select ${columns} from proofs p left join users u on u.id = p.added_by
    where p.accompaniment_id = ${accompanimentId} and p.removed_at is null order by p.added_at, p.id`.execute(tx)
  return rows.map(proofFromRow)
}

export type NewProof = {
  readonly networkId: string
  readonly accompanimentId: string
  readonly target: string
  readonly kind: ProofView['kind']
  readonly name: string
  readonly file?: { readonly mediaType: string; readonly sha256: string; readonly content: Uint8Array }
  readonly url?: string
  readonly testimony?: ProofView['testimony']
  readonly at: Date
  readonly by: string
}

export async function insertProof(tx: Db, proof: NewProof): Promise<ProofView> {
  const { rows } = await sql<Row>`
    with p as (
      insert into proofs (network_id, accompaniment_id, target, kind, name, media_type, bytes, sha256, content, url,
        testimony, added_at, added_by)
      values (${proof.networkId}, ${proof.accompanimentId}, ${proof.target}, ${proof.kind}, ${proof.name},
        ${proof.file?.mediaType ?? null}, ${proof.file?.content.length ?? null}, ${proof.file?.sha256 ?? null},
        ${proof.file === undefined ? null : Buffer.from(proof.file.content)}, ${proof.url ?? null},
        ${proof.testimony === undefined ? null : JSON.stringify(proof.testimony)}::jsonb, ${proof.at}, ${proof.by})
      returning *
    ) select ${columns} from p left join users u on u.id = p.added_by`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('the proof was not inserted')
  return proofFromRow(row)
}

export async function countProofs(tx: Db, accompanimentId: string, target: string): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::integer as count from proofs
    where accompaniment_id = ${accompanimentId} and target = ${target} and removed_at is null`.execute(tx)
  return rows[0]?.count ?? 0
}

export async function findProofFile(
  tx: Db,
  accompanimentId: string,
  proofId: string,
): Promise<{ readonly name: string; readonly mediaType: string; readonly content: Buffer } | undefined> {
  const { rows } = await sql<{ readonly name: string; readonly mediaType: string; readonly content: Buffer }>`
    select name, media_type as "mediaType", content from proofs
    where id = ${proofId} and accompaniment_id = ${accompanimentId} and kind = 'file'
      and removed_at is null`.execute(tx)
  return rows[0]
}

/** Marks it removed, its content kept so that it can be brought back. The proof, or undefined where none stood. */
export async function removeProofRow(
  tx: Db,
  proof: { readonly accompanimentId: string; readonly proofId: string; readonly at: Date; readonly by: string },
): Promise<{ readonly target: string } | undefined> {
  const { rows } = await sql<{ readonly target: string }>`
    update proofs set removed_at = ${proof.at}, removed_by = ${proof.by}
    where id = ${proof.proofId} and accompaniment_id = ${proof.accompanimentId} and removed_at is null
    returning target`.execute(tx)
  return rows[0]
}

export async function restoreProofRow(
  tx: Db,
  accompanimentId: string,
  proofId: string,
): Promise<ProofView | undefined> {
  const { rows } = await sql<Row>`
    with p as (
      update proofs set removed_at = null, removed_by = null
      where id = ${proofId} and accompaniment_id = ${accompanimentId} returning *
    ) select ${columns} from p left join users u on u.id = p.added_by`.execute(tx)
  return rows.map(proofFromRow)[0]
}

export async function markContentChanged(tx: Db, accompanimentId: string): Promise<void> {
  await sql`
    update accompaniments set waiting_stale = true where id = ${accompanimentId} and not waiting_stale`.execute(tx)
}

function proofFromRow(row: Row): ProofView {
  return withoutNulls({ ...row, addedAt: row.addedAt.toISOString() })
}
