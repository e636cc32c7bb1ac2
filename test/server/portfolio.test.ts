import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anAccompaniment, type Driven } from '#test/support/an-accompaniment.ts'
import { openTestApp, type TestApp, type Visitor } from '#test/support/test-app.ts'

let app: TestApp
let advisor: Visitor
let networkId: string
beforeAll(async () => {
  app = await openTestApp()
})
beforeEach(async () => {
  networkId = await app.newNetwork()
  advisor = await app.signIn(networkId, { email: `${randomUUID()}@example.org`, standing: 'advisor' })
})
afterAll(() => app.close())

const request = (name: string) =>
  advisor.post('/accompaniments', {
    operationId: randomUUID(),
    structure: { name, kinds: ['ACI'] },
    method: 'utilite-sociale',
    motive: 'other',
  })
const only = async (driven: Driven) => (await driven.advisor.get('/portfolio')).body

describe('what it waits for', () => {
  test.each([
    ['requested', 'advisor', 'membership-unchecked'],
    ['preparing', 'structure', 'identity-incomplete'],
    ['delivered', 'advisor', 'follow-up-date-missing'],
    ['follow-up', 'later', 'follow-up-not-held'],
    ['closed', 'done', 'closed'],
  ] as const)('in %s: %s, %s', async (state, group, code) => {
    const { items, counts } = await only(await anAccompaniment(app, state))
    expect(items).toHaveLength(1)
    expect(items[0].waiting).toMatchObject({ group, code })
    expect(counts).toEqual({ advisor: 0, structure: 0, later: 0, done: 0, [group]: 1 })
  })

  test('follows what is written, at the next look', async () => {
    const driven = await anAccompaniment(app, 'review')
    expect((await only(driven)).items[0].waiting).toMatchObject({ group: 'structure', missing: 3 })
    await driven.save(driven.referent, 'consent/logo', true)
    expect((await only(driven)).items[0].waiting).toMatchObject({ group: 'structure', missing: 2 })
    await driven.save(driven.referent, 'consent/quotes', false)
    await driven.save(driven.referent, 'consent/practices', false)
    expect((await only(driven)).items[0].waiting).toMatchObject({ group: 'structure', code: 'ready', event: 'approve' })
  })

  test('on hold is for later, and says where it was', async () => {
    const driven = await anAccompaniment(app)
    await driven.trigger(driven.advisor, 'hold', 'requested', 'Congés')
    const { items } = await only(driven)
    expect(items[0]).toMatchObject({ state: 'on-hold', resumeState: 'requested', waiting: { group: 'later' } })
  })
})

test('pages follow one another without a hole or a double, newest first', async () => {
  const names = Array.from({ length: 7 }, (_, index) => `Structure ${index}`)
  for (const name of names) {
    // Three of them at the same instant.
    if (!name.endsWith('3') && !name.endsWith('4')) app.clock.now = new Date(app.clock.now.getTime() + 1_000)
    await request(name)
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await advisor.get(
      `/portfolio?limit=2${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    expect(page.body.counts.advisor).toBe(7)
    seen.push(...page.body.items.map(({ structure }: { structure: { name: string } }) => structure.name))
    cursor = page.body.next
  } while (cursor !== undefined)

  expect(seen).toHaveLength(7)
  expect(seen.toSorted()).toEqual(names)
  expect(seen[0]).toBe('Structure 6')
})

test('a search ignores case and accents, and takes signs as they are', async () => {
  for (const name of ['Éclats d’Été', 'Les 100 % Locaux', 'Autre_chose']) await request(name)
  const found = async (search: string) =>
    (await advisor.get(`/portfolio?search=${encodeURIComponent(search)}`)).body.items.map(
      ({ structure }: { structure: { name: string } }) => structure.name,
    )
  expect(await found('eclats')).toEqual(['Éclats d’Été'])
  expect(await found('100 %')).toEqual(['Les 100 % Locaux'])
  expect(await found('_')).toEqual(['Autre_chose'])
  expect(await found("' or 1=1 --")).toEqual([])
})

test.each(['cursor=x', 'cursor=2026-13-45T00:00:00.000Z_x', 'limit=0', 'limit=51', 'group=all', 'page=2', 'limit=a'])(
  'a question it does not know is refused: %s',
  async (query) => {
    expect((await advisor.get(`/portfolio?${query}`)).code).toBe('invalid')
  },
)

test('the next meetings come first to last, past ones and those of a pause left out', async () => {
  const driven = await anAccompaniment(app, 'preparing')
  app.clock.now = new Date('2026-04-02T05:00:00Z')
  expect(
    (await only(driven)).meetings.map(({ meeting, startsAt }: Record<string, string>) => [meeting, startsAt]),
  ).toEqual([
    ['2', '2026-04-02T09:30'],
    ['3', '2026-04-03T09:30'],
  ])
  await driven.trigger(driven.advisor, 'hold', 'preparing', 'Congés')
  expect((await only(driven)).meetings).toEqual([])
})

test('counts are kept exact by the database whatever happens', async () => {
  await request('Un')
  await request('Deux')
  await advisor.get('/portfolio')
  const { rows } = await sql<{ kept: number; real: number }>`
    select coalesce((select sum(count)::integer from portfolio_counts where network_id = ${networkId}), 0) as kept,
      (select count(*)::integer from accompaniments where network_id = ${networkId}) as real`.execute(app.owner)
  expect(rows).toEqual([{ kept: 2, real: 2 }])
})
