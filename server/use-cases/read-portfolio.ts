import { portfolioQuery, type Portfolio } from '#src/contract/portfolio.ts'
import type { Problem } from '#src/contract/problems.ts'
import { ok, type Result } from '#src/shared/result.ts'
import { newestVersion } from '#server/dossiers/newest-version.ts'
import { refreshWaiting } from '#server/dossiers/waiting.ts'
import { localTime } from '#server/dossiers/today.ts'
import { countGroups, listNextMeetings, listPage, type Cursor } from '#server/database/queries/portfolio.ts'
import type { Services } from '#server/services.ts'
import type { Actor } from './actor.ts'
import { inNetwork } from './in-network.ts'
import { invalid, isId } from './parse-body.ts'

const pageSize = 50

/** What waits for whom, a page at a time. Anyone may ask: they see what they belong to. */
export async function readPortfolio(
  services: Services,
  actor: Actor,
  query: unknown,
): Promise<Result<Portfolio, Problem>> {
  await refreshWaiting(services, actor.networkId)
  return readFreshPortfolio(services, actor, query)
}

const readFreshPortfolio = inNetwork({
  name: 'read-portfolio',
  who: 'everyone',
  body: portfolioQuery,
  act: async ({ services, tx, actor, body, now, today }): Promise<Result<Portfolio, Problem>> => {
    const { search = '', group, cursor, limit = pageSize } = body
    const after = cursor === undefined ? undefined : cursorOf(cursor)
    if (cursor !== undefined && after === undefined) return invalid('unknown-value', 'cursor')

    const viewer = { userId: actor.userId, standing: actor.standing, today }
    // One more than the page tells whether there is another.
    const found = await listPage(tx, viewer, { search, group, after, limit: limit + 1 })
    const items = found.slice(0, limit).map((row) => ({ ...row, ...methodOf(services, row.method) }))
    const last = items.at(-1)
    return ok({
      counts: await countGroups(tx, viewer),
      items,
      ...(found.length > limit && last !== undefined ? { next: `${last.since}_${last.id}` } : {}),
      meetings: await listNextMeetings(tx, viewer, localTime(now)),
    })
  },
})

function methodOf({ questionnaires }: Services, id: string) {
  const newest = newestVersion(questionnaires, id)?.questionnaire
  return { methodTitle: newest?.title ?? id, journey: newest?.journey ?? 'key-arguments' } as const
}

function cursorOf(text: string): Cursor | undefined {
  const [since = '', id = ''] = text.split('_')
  return isId(id) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(since) && !Number.isNaN(Date.parse(since))
    ? { since, id }
    : undefined
}
