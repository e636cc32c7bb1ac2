import { sql } from 'kysely'
import type { AccompanimentState, JourneyEvent, Role } from '#src/accompaniment/states.ts'
import type { Change, TransitionView } from '#src/contract/accompaniments.ts'
import type { Kind } from '#src/questionnaire/questionnaire.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import { withoutNulls } from '#server/database/without-nulls.ts'
import type { Standing } from './accounts.ts'

/** An accompaniment as one person stands in it. */
export type Access = {
  readonly id: string
  readonly networkId: string
  readonly structureId: string
  readonly method: string
  readonly questionnaireId: string
  readonly questionnaireVersion: string
  readonly questionnaireSha256: string
  readonly state: AccompanimentState
  readonly resumeState: AccompanimentState | null
  readonly frozen: boolean
  readonly correctionReason: string | null
  readonly isExample: boolean
  readonly accessStamp: number
  readonly kinds: readonly Kind[]
  readonly role: Role
}

/** Undefined where there is none, where it belongs to others, and where a dated access has ended. */
export async function findAccess(
  tx: Db,
  actor: { readonly userId: string; readonly standing: Standing },
  accompanimentId: string,
  today: string,
): Promise<Access | undefined> {
  const { rows } = await sql<Access>`
    select a.id, a.network_id as "networkId", a.structure_id as "structureId", a.method,
      a.questionnaire_id as "questionnaireId", a.questionnaire_version as "questionnaireVersion",
      a.questionnaire_sha256 as "questionnaireSha256", a.state, a.resume_state as "resumeState", a.frozen,
      a.correction_reason as "correctionReason", a.is_example as "isExample", a.access_stamp as "accessStamp", s.kinds,
      case when ${actor.standing} = 'advisor' then 'advisor' else p.role end as role
    from accompaniments a join structures s on s.id = a.structure_id
    left join people p on p.accompaniment_id = a.id and p.user_id = ${actor.userId}
      and (p.expires_on is null or p.expires_on >= ${today}::date)
    where a.id = ${accompanimentId} and (${actor.standing} = 'advisor' or p.role is not null)`.execute(tx)
  return rows[0]
}

/** The same, as the system sees it: for jobs and recomputations, never for an answer to somebody. */
export async function findForSystem(tx: Db, accompanimentId: string): Promise<Access | undefined> {
  return findAccess(
    tx,
    { userId: '00000000-0000-0000-0000-000000000000', standing: 'advisor' },
    accompanimentId,
    '9999-12-31',
  )
}

export async function insertAccompaniment(
  tx: Db,
  accompaniment: {
    readonly networkId: string
    readonly structureId: string
    readonly method: string
    readonly questionnaireId: string
    readonly questionnaireVersion: string
    readonly questionnaireSha256: string
    readonly machineVersion: number
    readonly isExample: boolean
    readonly at: Date
  },
): Promise<string> {
  const a = accompaniment
  const { rows } = await sql<{ readonly id: string }>`
    insert into accompaniments (network_id, structure_id, method, questionnaire_id, questionnaire_version,
      questionnaire_sha256, state, machine_version, is_example, state_since, created_at, updated_at)
    values (${a.networkId}, ${a.structureId}, ${a.method}, ${a.questionnaireId}, ${a.questionnaireVersion},
      ${a.questionnaireSha256}, 'requested', ${a.machineVersion}, ${a.isExample}, ${a.at}, ${a.at}, ${a.at})
    returning id`.execute(tx)
  return rows[0]?.id ?? ''
}

/** Moves only from the state that was looked at; says whether it did. */
export async function moveState(
  tx: Db,
  move: {
    readonly id: string
    readonly networkId: string
    readonly event: JourneyEvent
    readonly from: AccompanimentState
    readonly to: AccompanimentState
    readonly resumeState: AccompanimentState | null
    readonly frozen: boolean
    readonly machineVersion: number
    readonly reason: string | null
    readonly at: Date
    readonly actorId: string | null
  },
): Promise<boolean> {
  const { rows } = await sql`
    update accompaniments set state = ${move.to}, resume_state = ${move.resumeState}, frozen = ${move.frozen},
      machine_version = ${move.machineVersion}, state_since = ${move.at}, updated_at = ${move.at},
      access_stamp = access_stamp + 1, waiting_stale = true
    where id = ${move.id} and state = ${move.from} returning 1`.execute(tx)
  if (rows.length === 0) return false

  await sql`
    insert into transitions (network_id, accompaniment_id, event, from_state, to_state, machine_version, reason, at, actor_id)
    values (${move.networkId}, ${move.id}, ${move.event}, ${move.from}, ${move.to}, ${move.machineVersion},
      ${move.reason}, ${move.at}, ${move.actorId})`.execute(tx)
  return true
}

/** Rights changed (people, correction): what was decided before counts no more. */
export async function renewAccessStamp(tx: Db, accompanimentId: string): Promise<void> {
  await sql`
    update accompaniments set access_stamp = access_stamp + 1, waiting_stale = true
    where id = ${accompanimentId}`.execute(tx)
}

export async function openCorrection(
  tx: Db,
  accompanimentId: string,
  correction: { readonly reason: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    update accompaniments set correction_reason = ${correction.reason}, correction_opened_at = ${correction.at},
      correction_opened_by = ${correction.by}, access_stamp = access_stamp + 1, waiting_stale = true
    where id = ${accompanimentId}`.execute(tx)
}

export async function closeCorrection(tx: Db, accompanimentId: string): Promise<void> {
  await sql`
    update accompaniments set correction_reason = null, correction_opened_at = null, correction_opened_by = null,
      access_stamp = access_stamp + 1, waiting_stale = true
    where id = ${accompanimentId}`.execute(tx)
}

/** Oldest first. What the system did is signed "Jalon". */
export async function listTransitions(tx: Db, accompanimentId: string): Promise<readonly TransitionView[]> {
  const { rows } = await sql<{
    readonly event: string
    readonly from: AccompanimentState
    readonly to: AccompanimentState
    readonly at: Date
    readonly by: string
    readonly reason: string | null
  }>`
    select t.event, t.from_state as "from", t.to_state as "to", t.at, coalesce(u.name, 'Jalon') as by, t.reason
    from transitions t left join users u on u.id = t.actor_id
    where t.accompaniment_id = ${accompanimentId} order by t.id`.execute(tx)
  return rows.map((row) => withoutNulls({ ...row, at: row.at.toISOString() }))
}

/** The newest changes to the dossier, from the audit log; when people are asked something is told by its own page. */
export async function listRecentChanges(tx: Db, accompanimentId: string, limit: number): Promise<readonly Change[]> {
  const { rows } = await sql<{
    readonly action: string
    readonly subject: string | null
    readonly at: Date
    readonly by: string
  }>`
    select l.action, l.subject, l.at, coalesce(u.name, 'Jalon') as by
    from audit_log l left join users u on u.id = l.actor_id
    where l.accompaniment_id = ${accompanimentId} and l.action not like 'awareness-%'
    order by l.id desc limit ${limit}`.execute(tx)
  return rows.map((row) => ({ key: row.subject ?? '', at: row.at.toISOString(), by: row.by, kind: kindOf(row.action) }))
}

function kindOf(action: string): Change['kind'] {
  if (action.startsWith('entry')) return 'entry'
  if (action.startsWith('proof')) return 'proof'
  if (action.startsWith('person')) return 'person'
  return action.startsWith('synthesis') ? 'synthesis' : 'transition'
}
