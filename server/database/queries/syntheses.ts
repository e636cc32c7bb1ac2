import { sql } from 'kysely'
import type { Audience } from '#src/accompaniment/entry.ts'
import type { Db } from '#server/database/unit-of-work.ts'

export type SynthesisRow = {
  readonly id: string
  readonly audience: Audience
  readonly revision: number
  readonly state: 'queued' | 'printing' | 'ready' | 'failed'
  readonly progressPercent: number
  readonly requestedAt: Date
  readonly pages: number | null
  readonly bytes: number | null
  readonly fingerprint: string
}

const columns = sql`id, audience, revision, state, progress_percent as "progressPercent",
  requested_at as "requestedAt", pages, octet_length(pdf) as bytes, fingerprint`

/** Newest first. */
export async function listSynthesisRows(tx: Db, accompanimentId: string): Promise<readonly SynthesisRow[]> {
  const { rows } = await sql<SynthesisRow>`
    select ${columns} from syntheses where accompaniment_id = ${accompanimentId}
    order by requested_at desc, revision desc, id`.execute(tx)
  return rows
}

export async function lastRevision(tx: Db, accompanimentId: string, audience: Audience): Promise<number> {
  const { rows } = await sql<{ readonly revision: number | null }>`
    select max(revision) as revision from syntheses
    where accompaniment_id = ${accompanimentId} and audience = ${audience}`.execute(tx)
  return rows[0]?.revision ?? 0
}

export async function insertSynthesis(
  tx: Db,
  synthesis: {
    readonly networkId: string
    readonly accompanimentId: string
    readonly audience: Audience
    readonly revision: number
    readonly reason: string | null
    readonly content: string
    readonly fingerprint: string
    readonly at: Date
    readonly by: string | null
  },
): Promise<SynthesisRow> {
  const s = synthesis
  const { rows } = await sql<SynthesisRow>`
    insert into syntheses (network_id, accompaniment_id, audience, revision, state, reason, content, fingerprint,
      requested_at, requested_by)
    values (${s.networkId}, ${s.accompanimentId}, ${s.audience}, ${s.revision}, 'queued', ${s.reason},
      ${s.content}::json, ${s.fingerprint}, ${s.at}, ${s.by})
    returning ${columns}`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('the synthesis was not inserted')
  return row
}

export async function findPdf(
  tx: Db,
  accompanimentId: string,
  synthesisId: string,
): Promise<
  | {
      readonly pdf: Buffer | null
      readonly sha256: string | null
      readonly revision: number
      readonly audience: Audience
    }
  | undefined
> {
  const { rows } = await sql<{
    readonly pdf: Buffer | null
    readonly sha256: string | null
    readonly revision: number
    readonly audience: Audience
  }>`
    select pdf, pdf_sha256 as sha256, revision, audience from syntheses
    where id = ${synthesisId} and accompaniment_id = ${accompanimentId}`.execute(tx)
  return rows[0]
}

/** Takes a synthesis to print; undefined where it is printed already, so that a job run twice prints once. */
export async function startPrinting(
  tx: Db,
  synthesisId: string,
): Promise<{ readonly accompanimentId: string; readonly content: unknown } | undefined> {
  const { rows } = await sql<{ readonly accompanimentId: string; readonly content: unknown }>`
    update syntheses set state = 'printing', progress_percent = 10 where id = ${synthesisId} and pdf is null
    returning accompaniment_id as "accompanimentId", content`.execute(tx)
  return rows[0]
}

export async function showProgress(tx: Db, synthesisId: string, percent: number): Promise<void> {
  await sql`
    update syntheses set progress_percent = ${percent} where id = ${synthesisId} and pdf is null`.execute(tx)
}

/** Keeps the first print, whoever else prints the same; says whether it was this one. */
export async function keepPdf(
  tx: Db,
  print: {
    readonly id: string
    readonly pdf: Uint8Array
    readonly sha256: string
    readonly pages: number
    readonly at: Date
  },
): Promise<boolean> {
  const { rows } = await sql`
    update syntheses set state = 'ready', progress_percent = 100, pdf = ${Buffer.from(print.pdf)},
      pdf_sha256 = ${print.sha256}, pages = ${print.pages}, printed_at = ${print.at}
    where id = ${print.id} and pdf is null returning 1`.execute(tx)
  return rows.length > 0
}

export async function markPrintFailed(tx: Db, synthesisId: string): Promise<void> {
  await sql`update syntheses set state = 'failed' where id = ${synthesisId} and pdf is null`.execute(tx)
}
