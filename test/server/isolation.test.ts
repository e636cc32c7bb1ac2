import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#src/accompaniment/states.ts'
import { createApp } from '#server/app.ts'
import { within } from '#server/database/unit-of-work.ts'
import { anAccompaniment, type Driven } from '#test/support/an-accompaniment.ts'
import { everybody, matrix, openRoutes, type Who } from '#test/support/route-matrix.ts'
import { answerOf, openTestApp, type TestApp, type Visitor } from '#test/support/test-app.ts'

let app: TestApp
let driven: Driven
let who: Record<Who, Visitor>
let ids: { proof: string; synthesis: string }

beforeAll(async () => {
  app = await openTestApp()
  driven = await anAccompaniment(app)
  const elsewhere = await anAccompaniment(app)
  const join = async (role: Role, email: string, expiresOn?: string) => {
    const invited = await driven.advisor.post(`/accompaniments/${driven.id}/people`, {
      operationId: randomUUID(),
      name: role,
      email,
      role,
      ...(expiresOn === undefined ? {} : { expiresOn }),
    })
    expect(invited.status).toBe(201)
    return app.signIn(driven.networkId, { email })
  }
  who = {
    nobody: app.visitor(),
    // Advisor of another network.
    stranger: elsewhere.advisor,
    // Same network, another structure.
    neighbour: await app.signIn(driven.networkId, { email: 'voisine@example.org' }),
    advisor: driven.advisor,
    referent: driven.referent,
    team: await join('team', 'equipe@example.org'),
    reader: await join('reader', 'lecture@example.org', '2026-12-31'),
    expired: await join('reader', 'ancienne@example.org', '2026-03-02'),
  }
  const proof = await driven.referent.post(`/accompaniments/${driven.id}/proofs`, {
    operationId: randomUUID(),
    target: 'criterion/critere-1',
    kind: 'link',
    url: 'https://exemple.org/preuve',
    name: 'Une preuve',
  })
  const synthesis = await driven.advisor.post(`/accompaniments/${driven.id}/syntheses`, {
    operationId: randomUUID(),
    audience: 'full',
  })
  await app.runJobs()
  ids = { proof: proof.body.id, synthesis: synthesis.body.id }
  app.clock.now = new Date('2026-03-03T09:00:00.000Z')
})
afterAll(() => app.close())

describe.each(matrix)('$method $path', ({ method, path, body, yes, forbidden = [] }) => {
  test.each<Who>(['nobody', ...everybody])('%s', async (each) => {
    const visitor = who[each]
    const view = await driven.advisor.get(`/accompaniments/${driven.id}`)
    const url = path
      .replace(':id', driven.id)
      .replace(':structure', view.body.structure.id)
      .replace(':unknown', randomUUID())
      .replace(':proof', ids.proof)
      .replace(':synthesis', ids.synthesis)
    const response = await visitor.send(`/api${url}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body()) }),
    })
    const { status, code, headers } = await answerOf(response)

    // A questionnaire is stored in the networks that use it: both do.
    const expected = each === 'nobody' ? 401 : forbidden.includes(each) ? 403 : yes.includes(each) ? 'answered' : 404
    const seen = status === 401 || status === 403 || status === 404 ? status : 'answered'
    expect({ seen, status, code }).toMatchObject({ seen: expected })
    if (status >= 400) expect(headers.get('content-type')).toBe('application/problem+json')
    expect(status).not.toBe(500)
  })
})

test('every route of the application stands in the matrix or is open to anybody', () => {
  const known = new Set([...matrix.map(({ method, path }) => `${method} ${shape(path)}`), ...openRoutes.map(shape)])
  const routes = createApp(app.services)
    .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${shape(path.slice('/api'.length))}`)

  expect(routes.filter((route) => !known.has(route))).toEqual([])
})

/** Parameters have many names: only where they stand counts. */
function shape(path: string): string {
  return path
    .replace('/questionnaires/utilite-sociale/1.0.0', '/questionnaires/:/:')
    .replace(/\/entries\/[^/:]+/, '/entries/:')
    .replace('/meetings/1/', '/meetings/:/')
    .replaceAll(/:[a-zA-Z]+/g, ':')
}

test('an accompaniment of others and one that does not exist get the very same body', async () => {
  const strip = (body: Record<string, unknown>) => ({ ...body, requestId: '' })
  const foreign = await who.stranger.get(`/accompaniments/${driven.id}`)
  const absent = await who.stranger.get(`/accompaniments/${randomUUID()}`)
  const malformed = await who.stranger.get('/accompaniments/1')

  expect(strip(foreign.body)).toEqual(strip(absent.body))
  expect(strip(malformed.body)).toEqual(strip(absent.body))
})

test('lists show each network its own', async () => {
  const mine = await driven.advisor.get('/portfolio')
  const theirs = await who.stranger.get('/portfolio')
  const neighbours = await who.neighbour.get('/portfolio')

  expect(mine.body.items.map(({ id }: { id: string }) => id)).toEqual([driven.id])
  expect(theirs.body.items.map(({ id }: { id: string }) => id)).not.toContain(driven.id)
  expect(neighbours.body).toMatchObject({ counts: { advisor: 0, structure: 0, later: 0, done: 0 }, items: [] })
})

describe('straight SQL as the application', () => {
  test('sees every table protected, by a rule forced on its owner too', async () => {
    const { rows } = await sql<{ name: string; enabled: boolean; forced: boolean; has: boolean }>`
      select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'network_id') as has
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'kysely_%' and c.relname <> 'migration_hashes'
      order by 1`.execute(app.owner)

    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter(({ enabled, forced, has }) => !(enabled && forced && has))).toEqual([])
  })

  test('finds nothing outside a network, nothing of another inside one, and cannot write into another', async () => {
    const { db } = app.services
    for (const table of [
      'accompaniments',
      'entries',
      'people',
      'structures',
      'users',
      'operations',
      'mails',
      'transitions',
    ])
      expect((await sql`select from ${sql.table(table)}`.execute(db)).rows).toHaveLength(0)

    const foreign = await within(db, await app.newNetwork(), async (tx) => ({
      seen: (await sql`select from accompaniments`.execute(tx)).rows.length,
      changed: (await sql`update entries set revision = 99 returning 1`.execute(tx)).rows.length,
      removed: (await sql`delete from people returning 1`.execute(tx)).rows.length,
    }))
    expect(foreign).toEqual({ seen: 0, changed: 0, removed: 0 })
    await expect(
      within(db, await app.newNetwork(), (tx) =>
        sql`insert into structures (network_id, name, search_name, kinds) values (${driven.networkId}, 'x', 'x', '{}')`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test.each(['entry_history', 'audit_log', 'transitions', 'questionnaire_versions'])(
    'only adds to %s',
    async (table) => {
      const attempt = (text: string) => within(app.services.db, driven.networkId, (tx) => sql.raw(text).execute(tx))
      await expect(attempt(`update ${table} set network_id = network_id`)).rejects.toThrow(/permission denied/)
      await expect(attempt(`delete from ${table}`)).rejects.toThrow(/permission denied/)
      await expect(attempt(`truncate ${table}`)).rejects.toThrow(/permission denied/)
    },
  )
})

test('even its owner cannot change a questionnaire that accompaniments rest on', async () => {
  for (const text of [
    'update questionnaire_versions set canonical = canonical',
    'delete from questionnaire_versions',
    'truncate questionnaire_versions cascade',
  ])
    await expect(sql.raw(text).execute(app.owner)).rejects.toThrow(/never change/)
})
