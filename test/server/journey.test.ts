import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'
import { anAccompaniment } from '#test/support/an-accompaniment.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

test('an accompaniment goes from the request to its closing by the API alone, and each move is logged', async () => {
  const driven = await anAccompaniment(app, 'closed')
  const view = await driven.advisor.get(`/accompaniments/${driven.id}`)

  expect(view.body.state).toBe('closed')
  expect(view.body.transitions.map((each: { event: string; by: string }) => [each.event, each.by])).toEqual([
    ['qualify', expect.stringMatching(/^advisor/)],
    ['schedule', expect.stringMatching(/^advisor/)],
    ['start-preparation', 'Jalon'],
    ['start-arguments', expect.stringMatching(/^advisor/)],
    ['start-evidence', expect.stringMatching(/^advisor/)],
    ['start-planning', expect.stringMatching(/^advisor/)],
    ['start-drafting', expect.stringMatching(/^advisor/)],
    ['submit-for-review', expect.stringMatching(/^advisor/)],
    ['approve', 'Nadia Belkacem'],
    ['start-follow-up', 'Jalon'],
    ['close', expect.stringMatching(/^advisor/)],
  ])
})
