import { sql } from 'kysely'
import type { QuizResults } from '#src/anonymity/results.ts'
import type { QuizRound } from '#src/contract/awareness.ts'
import type { Db } from '#server/database/unit-of-work.ts'

export type QuizRoundRow = {
  readonly id: string
  readonly accompanimentId: string
  readonly round: QuizRound
  readonly openedOn: string
  readonly closedOn: string | null
  readonly answered: number | null
  /** As they stood when this round closed. */
  readonly results: QuizResults | null
}

export type QuizAnswerRow = {
  readonly round: QuizRound
  readonly submissionHash: string
  readonly pairHash: string | null
  readonly sealed: Buffer
}

const columns = sql`id, accompaniment_id as "accompanimentId", round, opened_on::text as "openedOn", closed_on::text as "closedOn", answered, results`

export async function listQuizRounds(tx: Db, accompanimentId: string): Promise<readonly QuizRoundRow[]> {
  const { rows } = await sql<QuizRoundRow>`
    select ${columns} from quiz_rounds where accompaniment_id = ${accompanimentId} order by round desc`.execute(tx)
  return rows
}

export async function findQuizRound(tx: Db, id: string): Promise<QuizRoundRow | undefined> {
  const { rows } = await sql<QuizRoundRow>`select ${columns} from quiz_rounds where id = ${id}`.execute(tx)
  return rows[0]
}

/** Sends and closes of a quiz go one after the other, for its two rounds: their answers lie in one box. */
export async function lockQuizRounds(tx: Db, accompanimentId: string): Promise<readonly QuizRoundRow[]> {
  const { rows } = await sql<QuizRoundRow>`
    select ${columns} from quiz_rounds where accompaniment_id = ${accompanimentId} order by round desc
    for update`.execute(tx)
  return rows
}

/** A round that closed without showing anything may be opened again, with the answers it has. */
export async function openQuizRound(
  tx: Db,
  round: {
    readonly networkId: string
    readonly accompanimentId: string
    readonly round: QuizRound
    readonly on: string
  },
): Promise<string> {
  const { rows } = await sql<{ readonly id: string }>`
    insert into quiz_rounds (network_id, accompaniment_id, round, opened_on)
    values (${round.networkId}, ${round.accompanimentId}, ${round.round}, ${round.on})
    on conflict (accompaniment_id, round) do update set closed_on = null, answered = null, results = null
    returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

export async function closeQuizRound(
  tx: Db,
  close: {
    readonly accompanimentId: string
    readonly round: QuizRound
    readonly on: string
    readonly answered: number
    readonly results: QuizResults
  },
): Promise<void> {
  await sql`
    update quiz_rounds set closed_on = ${close.on}, answered = ${close.answered},
      results = ${JSON.stringify(close.results)}::jsonb
    where accompaniment_id = ${close.accompanimentId} and round = ${close.round}`.execute(tx)
}

export async function listQuizAnswers(tx: Db, box: string): Promise<readonly QuizAnswerRow[]> {
  const { rows } = await sql<QuizAnswerRow>`
    select round, submission_hash as "submissionHash", pair_hash as "pairHash", sealed
    from quiz_answers where box = ${box}`.execute(tx)
  return rows
}

export async function countQuizAnswers(tx: Db, box: string): Promise<Readonly<Record<QuizRound, number>>> {
  const { rows } = await sql<Record<QuizRound, number>>`
    select count(*) filter (where round = 'before')::int as before, count(*) filter (where round = 'after')::int as after
    from quiz_answers where box = ${box}`.execute(tx)
  return rows[0] ?? { before: 0, after: 0 }
}

/** Writes a whole box anew, in the order given: neither the place of a row nor its transaction tells when it came. */
export async function rewriteQuizAnswers(
  tx: Db,
  networkId: string,
  box: string,
  answers: readonly QuizAnswerRow[],
): Promise<void> {
  await deleteQuizAnswers(tx, box)
  await sql`
    insert into quiz_answers (network_id, box, round, submission_hash, pair_hash, sealed)
    select ${networkId}::uuid, ${box}::uuid, each.* from unnest(${answers.map(({ round }) => round)}::text[],
      ${answers.map(({ submissionHash }) => submissionHash)}::text[], ${answers.map(({ pairHash }) => pairHash)}::text[],
      ${answers.map(({ sealed }) => sealed)}::bytea[]) each`.execute(tx)
}

export async function deleteQuizAnswers(tx: Db, box: string): Promise<void> {
  await sql`delete from quiz_answers where box = ${box}`.execute(tx)
}

/** What the answers of the network's example are kept by. */
export async function listExampleBoxes(tx: Db): Promise<
  readonly {
    readonly accompanimentId: string
    readonly campaignId: string | null
    readonly roundIds: readonly string[]
  }[]
> {
  const { rows } = await sql<{ accompanimentId: string; campaignId: string | null; roundIds: string[] }>`
    select a.id as "accompanimentId", c.id as "campaignId",
      array(select r.id from quiz_rounds r where r.accompaniment_id = a.id) as "roundIds"
    from accompaniments a left join perception_campaigns c on c.accompaniment_id = a.id
    where a.is_example`.execute(tx)
  return rows
}
