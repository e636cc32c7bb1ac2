import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { purge } from '#server/jobs/purge.ts'
import { renderSynthesis } from '#server/jobs/render-synthesis.ts'
import { sendReminders } from '#server/jobs/send-reminders.ts'
import { anAccompaniment } from '#test/support/an-accompaniment.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const days = (count: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + count * 86_400_000)
}

describe('printing', () => {
  test('shows where it is, prints once however often it runs, and keeps the first print', async () => {
    const driven = await anAccompaniment(app, 'drafting')
    const { body } = await driven.advisor.post(`/accompaniments/${driven.id}/syntheses`, {
      operationId: randomUUID(),
      audience: 'full',
    })
    expect(body).toMatchObject({ state: 'queued', progressPercent: 0 })
    app.printed.length = 0
    await app.runJobs()
    for (let again = 0; again < 3; again++)
      await renderSynthesis(app.services, { networkId: driven.networkId, id: body.id })

    expect(app.printed).toHaveLength(1)
    const [listed] = (await driven.advisor.get(`/accompaniments/${driven.id}/syntheses`)).body
    expect(listed).toMatchObject({ state: 'ready', progressPercent: 100, pages: 1 })
  })

  test('cut in the middle is done once after the restart: the dead worker’s job is given back at once', async () => {
    const driven = await anAccompaniment(app, 'drafting')
    const { body } = await driven.advisor.post(`/accompaniments/${driven.id}/syntheses`, {
      operationId: randomUUID(),
      audience: 'full',
    })
    // What a killed process leaves behind: a job it holds, a row that says it is printing.
    await sql`update graphile_worker._private_jobs set locked_by = 'worker-dead', locked_at = now()`.execute(app.owner)
    await sql`update syntheses set state = 'printing', progress_percent = 40 where id = ${body.id}`.execute(app.owner)
    app.printed.length = 0
    await app.runJobs()
    expect(app.printed).toHaveLength(0)

    const worker = await app.becomeOnlyWorker()
    await app.runJobs()
    worker?.release()
    expect(app.printed).toHaveLength(1)
  })

  test('asked for in a transaction that failed is not done', async () => {
    const before = await sql`select from graphile_worker._private_jobs`.execute(app.owner)
    const driven = await anAccompaniment(app)
    await app.runJobs()
    await driven.trigger(driven.referent, 'approve', 'requested')
    const after = await sql`select from graphile_worker._private_jobs`.execute(app.owner)
    expect(after.rows.length).toBeLessThanOrEqual(before.rows.length)
  })
})

test('one process runs jobs at a time; the next takes over when it goes', async () => {
  const first = await app.becomeOnlyWorker()
  expect(first).toBeDefined()
  expect(await app.becomeOnlyWorker()).toBeUndefined()
  first?.release()
  await expect
    .poll(async () => {
      const next = await app.becomeOnlyWorker()
      next?.release()
      return next !== undefined
    })
    .toBe(true)
})

describe('reminders', () => {
  test('of a pause leave after ninety days, once, with its reason', async () => {
    const driven = await anAccompaniment(app)
    await driven.trigger(driven.advisor, 'hold', 'requested', 'Changement de direction')
    await app.runJobs()
    const count = async () => {
      app.letters.length = 0
      await sendReminders(app.services)
      await app.runJobs()
      return app.letters.filter(({ subject }) => subject.includes('en pause')).length
    }
    days(90)
    expect(await count()).toBe(0)
    days(1)
    expect(await count()).toBe(1)
    expect(app.letters[0]?.text).toContain('Changement de direction')
    expect(await count()).toBe(0)
  })

  test('of an action leave within fifteen days of its date, once, to the referent', async () => {
    const driven = await anAccompaniment(app, 'delivered')
    const reminders = async () => {
      app.letters.length = 0
      await sendReminders(app.services)
      await app.runJobs()
      return app.letters.filter(({ subject }) => subject.startsWith('Plan de progrès')).length
    }
    // Due on 30 September 2026.
    app.clock.now = new Date('2026-09-14T06:00:00Z')
    expect(await reminders()).toBe(0)
    app.clock.now = new Date('2026-09-15T06:00:00Z')
    expect(await reminders()).toBe(3)
    expect(app.letters.every(({ to }) => to.address.startsWith('referent-'))).toBe(true)
    app.clock.now = new Date('2026-09-16T06:00:00Z')
    expect(await reminders()).toBe(0)
    expect(driven.id).toBeTruthy()
  })
})

test('the purge forgets old operations and links, and nothing a team wrote', async () => {
  const driven = await anAccompaniment(app)
  await driven.save(driven.referent, 'criterion/critere-1', { level: 2 })
  days(31)
  await purge(app.services)

  const { rows } = await sql<{ operations: number; links: number; entries: number }>`
    select (select count(*)::integer from operations) as operations,
      (select count(*)::integer from mails where template in ('sign-in', 'invitation') and link is not null) as links,
      (select count(*)::integer from entries where accompaniment_id = ${driven.id}) as entries`.execute(app.owner)
  expect(rows[0]).toMatchObject({ operations: 0, links: 0, entries: 2 })
})
