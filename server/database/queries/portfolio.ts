import { sql } from 'kysely'
import type { Portfolio, PortfolioItem } from '#src/contract/portfolio.ts'
import type { AccompanimentState } from '#src/accompaniment/states.ts'
import type { Kind } from '#src/questionnaire/questionnaire.ts'
import type { Db } from '#server/database/unit-of-work.ts'
import type { Standing } from './accounts.ts'
import { matchesName } from './structures.ts'

export type Group = keyof Portfolio['counts']
export type Viewer = { readonly userId: string; readonly standing: Standing; readonly today: string }
/** Where the next page starts: the last item of the one before. */
export type Cursor = { readonly since: string; readonly id: string }

/** An item before its questionnaire gives it a title. */
export type PortfolioRow = Omit<PortfolioItem, 'methodTitle' | 'journey'>

type Row = {
  readonly id: string
  readonly structureId: string
  readonly name: string
  readonly kinds: Kind[]
  readonly city: string | null
  readonly method: string
  readonly state: AccompanimentState
  readonly resumeState: AccompanimentState | null
  readonly period: string | null
  readonly isExample: boolean
  readonly group: Group
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
  readonly missing: number
  readonly event: string | null
  readonly since: Date
}

/**
 * Newest change first, one page. Cut before the structures are joined: the index then makes its cost the page's, whatever
 * the number of accompaniments and whatever the planner believes of them.
 */
export async function listPage(
  tx: Db,
  viewer: Viewer,
  page: {
    readonly search: string
    readonly group: Group | undefined
    readonly after: Cursor | undefined
    readonly limit: number
  },
): Promise<readonly PortfolioRow[]> {
  const { rows } = await sql<Row>`
    select a.id, s.id as "structureId", s.name, s.kinds, s.city, a.method, a.state, a.resume_state as "resumeState",
      a.period, a.is_example as "isExample", a.waiting_group as "group", a.waiting_code as code,
      a.waiting_details as details, a.waiting_missing as missing, a.waiting_event as event, a.state_since as since
    from (
      select * from accompaniments a
      where ${isVisible(viewer)}
        and ${page.search === '' ? sql`true` : sql`a.structure_id in (select s.id from structures s where ${matchesName(page.search)})`}
        and ${page.group === undefined ? sql`true` : sql`a.waiting_group = ${page.group}`}
        and ${
          page.after === undefined
            ? sql`true`
            : sql`(a.state_since, a.id) < (${page.after.since}::timestamptz, ${page.after.id}::uuid)`
        }
      order by a.state_since desc, a.id desc limit ${page.limit}
    ) a join structures s on s.id = a.structure_id
    order by a.state_since desc, a.id desc`.execute(tx)
  return rows.map(itemFromRow)
}

/** An advisor's counts are kept by the database; anyone else has a handful of accompaniments, counted at once. */
export async function countGroups(tx: Db, viewer: Viewer): Promise<Portfolio['counts']> {
  const { rows } = await (viewer.standing === 'advisor'
    ? sql<{ readonly group: Group; readonly count: number }>`
        select waiting_group as "group", count from portfolio_counts`.execute(tx)
    : sql<{ readonly group: Group; readonly count: number }>`
        select a.waiting_group as "group", count(*)::integer as count from accompaniments a
        where ${isVisible(viewer)} group by a.waiting_group`.execute(tx))
  const of = (group: Group) => rows.find((row) => row.group === group)?.count ?? 0
  return { advisor: of('advisor'), structure: of('structure'), later: of('later'), done: of('done') }
}

/** The five soonest that are not over, from a local date and time. */
export async function listNextMeetings(tx: Db, viewer: Viewer, from: string): Promise<Portfolio['meetings']> {
  const { rows } = await sql<{
    readonly accompanimentId: string
    readonly structure: string
    readonly meeting: string
    readonly value: { readonly startsAt: string; readonly minutes: number; readonly place?: string }
  }>`
    select a.id as "accompanimentId", s.name as structure, substr(e.key, 9) as meeting, e.value
    from entries e join accompaniments a on a.id = e.accompaniment_id join structures s on s.id = a.structure_id
    where e.key like 'meeting/%' and e.value ->> 'startsAt' >= ${from} and a.state not in ('on-hold', 'cancelled')
      and ${isVisible(viewer)}
    order by e.value ->> 'startsAt', e.accompaniment_id, e.key limit 5`.execute(tx)
  return rows.map(({ value, ...row }) => ({
    ...row,
    startsAt: value.startsAt,
    minutes: value.minutes,
    ...(value.place === undefined ? {} : { place: value.place }),
  }))
}

/** Those whose state of waiting must be computed again before it is shown. */
export async function listStale(tx: Db, limit: number): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select id from accompaniments where waiting_stale order by id limit ${limit}`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function storeWaiting(
  tx: Db,
  id: string,
  waiting: PortfolioItem['waiting'] & { readonly period: string | null },
): Promise<void> {
  await sql`
    update accompaniments set waiting_group = ${waiting.group}, waiting_code = ${waiting.code},
      waiting_details = ${JSON.stringify(waiting.details)}::jsonb, waiting_missing = ${waiting.missing},
      waiting_event = ${waiting.event ?? null}, period = ${waiting.period}, waiting_stale = false
    where id = ${id}`.execute(tx)
}

function isVisible({ userId, standing, today }: Viewer) {
  return standing === 'advisor'
    ? sql`true`
    : sql`a.id in (select p.accompaniment_id from people p
        where p.user_id = ${userId} and (p.expires_on is null or p.expires_on >= ${today}::date))`
}

function itemFromRow(row: Row): PortfolioRow {
  return {
    id: row.id,
    structure: {
      id: row.structureId,
      name: row.name,
      kinds: row.kinds,
      ...(row.city === null ? {} : { city: row.city }),
    },
    method: row.method,
    state: row.state,
    ...(row.resumeState === null ? {} : { resumeState: row.resumeState }),
    ...(row.period === null ? {} : { period: row.period }),
    isExample: row.isExample,
    waiting: {
      group: row.group,
      code: row.code,
      details: row.details,
      missing: row.missing,
      ...(row.event === null ? {} : { event: row.event }),
    },
    since: row.since.toISOString(),
  }
}

/** Those that may wait for something else because a day has come. */
export async function markDatedStale(tx: Db): Promise<void> {
  await sql`update accompaniments set waiting_stale = true where state = 'follow-up' and not waiting_stale`.execute(tx)
}
