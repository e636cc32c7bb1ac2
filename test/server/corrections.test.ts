import { hash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAccompaniment, type Driven } from '#test/support/an-accompaniment.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const print = (d: Driven) =>
  d.advisor.post(`/accompaniments/${d.id}/syntheses`, { operationId: randomUUID(), audience: 'full' })
const correct = (d: Driven, reason = 'Un chiffre était faux') =>
  d.advisor.post(`/accompaniments/${d.id}/corrections`, { operationId: randomUUID(), reason })
type Listed = { id: string; revision: number; state: string; current: boolean }
const list = async (d: Driven): Promise<readonly Listed[]> =>
  (await d.referent.get(`/accompaniments/${d.id}/syntheses`)).body
const pdf = async (d: Driven, id: string) => {
  const response = await d.referent.send(`/api/accompaniments/${d.id}/syntheses/${id}/pdf`, {})
  return { headers: response.headers, sha256: hash('sha256', Buffer.from(await response.arrayBuffer()), 'hex') }
}

test('a correction makes the next revision, and what was delivered stays byte for byte', async () => {
  const driven = await anAccompaniment(app, 'delivered')
  await app.runJobs()
  const delivered = (await list(driven)).find(({ revision }) => revision === 1)
  const before = await pdf(driven, delivered?.id ?? '')
  expect(delivered).toMatchObject({ state: 'ready', current: true })

  expect((await print(driven)).code).toBe('correction-not-open')
  expect((await correct(driven)).body).toEqual({ revision: 2 })
  expect((await correct(driven)).code).toBe('correction-already-open')
  const open = await driven.referent.get(`/accompaniments/${driven.id}`)
  expect(open.body.frozen).toBe(false)
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  await driven.save(driven.referent, 'indicator/nombre/2025', { value: 13, source: 'ASP' })
  expect((await print(driven)).body).toMatchObject({ revision: 2, state: 'queued' })
  await app.runJobs()

  const listed = await list(driven)
  expect(listed.map(({ revision, current }) => [revision, current])).toEqual([
    [2, true],
    [1, false],
    [0, false],
  ])
  const after = await pdf(driven, delivered?.id ?? '')
  expect(after.sha256).toBe(before.sha256)
  expect((await pdf(driven, listed[0]?.id ?? '')).sha256).not.toBe(before.sha256)
  const closed = await driven.referent.get(`/accompaniments/${driven.id}`)
  expect(closed.body.frozen).toBe(true)
  expect((await print(driven)).code).toBe('correction-not-open')
})

test('nothing is corrected before delivery: answers are simply changed', async () => {
  const driven = await anAccompaniment(app, 'review')
  expect((await correct(driven)).code).toBe('not-delivered')
})

test('a correction says why', async () => {
  const driven = await anAccompaniment(app, 'delivered')
  expect((await correct(driven, ' ')).code).toBe('invalid')
})

test('a draft shows whether it is of the present content', async () => {
  const driven = await anAccompaniment(app, 'drafting')
  await print(driven)
  await app.runJobs()
  expect((await list(driven))[0]).toMatchObject({ revision: 0, state: 'ready', current: true })
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  await driven.save(driven.referent, 'message', 'Un autre mot.')
  expect((await list(driven))[0]).toMatchObject({ current: false })
})

test('a PDF is served as an attachment that runs nothing, and not before it is printed', async () => {
  const driven = await anAccompaniment(app, 'drafting')
  const { body } = await print(driven)
  const early = await driven.referent.get(`/accompaniments/${driven.id}/syntheses/${body.id}/pdf`)
  expect(early.code).toBe('synthesis-not-ready')
  await app.runJobs()
  const { headers } = await pdf(driven, body.id)

  expect(headers.get('content-type')).toBe('application/pdf')
  expect(headers.get('content-disposition')).toMatch(
    /^attachment; filename=".*projet\.pdf"; filename\*=UTF-8''Synth%C3%A8se/,
  )
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toContain('sandbox')
})

test('not even its owner changes the bytes, the content or the number of what was printed', async () => {
  const driven = await anAccompaniment(app, 'delivered')
  await app.runJobs()
  for (const change of [sql`pdf = 'x'`, sql`content = '{}'`, sql`revision = 7`])
    await expect(
      sql`update syntheses set ${change} where accompaniment_id = ${driven.id} and revision = 1`.execute(app.owner),
    ).rejects.toThrow(/never changes/)
})
