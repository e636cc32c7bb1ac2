import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyArguments } from '#src/accompaniment/journeys/key-arguments.ts'
import { states } from '#src/accompaniment/states.ts'
import { anAccompaniment, leave } from '#test/support/an-accompaniment.ts'
import { openTestApp, type TestApp } from '#test/support/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

describe('a move is refused', () => {
  test('while something is missing, with the very list that was shown', async () => {
    const driven = await anAccompaniment(app)
    const shown = await driven.advisor.get(`/accompaniments/${driven.id}/progress`)
    const refusal = await driven.trigger(driven.advisor, 'qualify', 'requested')

    expect([refusal.status, refusal.code]).toEqual([409, 'steps-missing'])
    expect(refusal.body.missing).toEqual(
      shown.body.next.find(({ event }: { event: string }) => event === 'qualify').missing,
    )
    expect(refusal.body.missing.map(({ code }: { code: string }) => code)).toEqual(['membership-unchecked'])
  })

  test('from a state that is no longer the one that was looked at', async () => {
    const driven = await anAccompaniment(app, 'qualified')
    const refusal = await driven.trigger(driven.advisor, 'qualify', 'requested')
    expect([refusal.code, refusal.body.state]).toEqual(['stale-state', 'qualified'])
  })

  test('where the chart has no such move', async () => {
    const driven = await anAccompaniment(app)
    expect((await driven.trigger(driven.advisor, 'close', 'requested')).code).toBe('event-impossible')
    expect((await driven.trigger(driven.advisor, 'resume', 'requested')).code).toBe('event-impossible')
  })

  test.each(['hold', 'cancel'] as const)('without a reason: %s', async (event) => {
    const driven = await anAccompaniment(app)
    const refusal = await driven.trigger(driven.advisor, event, 'requested')
    expect([refusal.status, refusal.code]).toEqual([400, 'reason-missing'])
  })

  test('when the event is none of the journey’s', async () => {
    const driven = await anAccompaniment(app)
    const refusal = await driven.advisor.post(`/accompaniments/${driven.id}/transitions`, {
      operationId: randomUUID(),
      event: 'deliver',
      from: 'requested',
    })
    expect([refusal.status, refusal.body.faults[0].path]).toEqual([400, '/event'])
  })

  test.each(['advisor', 'referent'] as const)('to whom it is not: %s', async (who) => {
    const driven = await anAccompaniment(app)
    const refusal = await driven.trigger(driven[who], who === 'advisor' ? 'approve' : 'qualify', 'requested')
    expect([refusal.status, refusal.code]).toEqual([403, 'not-allowed'])
  })

  test('for all but one of those who ask at the same time, and it is logged once', async () => {
    const driven = await anAccompaniment(app)
    await driven.save(driven.advisor, 'framing/membership', { member: true, checkedOn: '2026-03-01' })
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => driven.trigger(driven.advisor, 'qualify', 'requested')),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(replies.filter(({ code }) => code === 'stale-state')).toHaveLength(7)
    const { rows } = await sql`select from transitions where accompaniment_id = ${driven.id}`.execute(app.owner)
    expect(rows).toHaveLength(1)
  })
})

test('the same operation twice moves once and gives the first reply', async () => {
  const driven = await anAccompaniment(app)
  const body = { operationId: randomUUID(), event: 'hold', from: 'requested', reason: 'Congés d’été' }
  const first = await driven.advisor.post(`/accompaniments/${driven.id}/transitions`, body)
  const again = await driven.advisor.post(`/accompaniments/${driven.id}/transitions`, body)

  expect([again.status, again.body]).toEqual([200, first.body])
})

describe('on hold and cancelled', () => {
  test.each(keyArguments.chart.states.slice(0, -3))(
    'an accompaniment in %s is held with its reason and comes back where it was',
    async (state) => {
      const driven = await anAccompaniment(app, state)
      expect((await driven.trigger(driven.advisor, 'hold', state, 'Congés d’été')).body.state).toBe('on-hold')

      const held = await driven.advisor.get(`/accompaniments/${driven.id}`)
      expect(held.body).toMatchObject({ state: 'on-hold', resumeState: state })
      expect(held.body.transitions.at(-1)).toMatchObject({ event: 'hold', reason: 'Congés d’été' })
      const write = await driven.referent.put(`/accompaniments/${driven.id}/entries/message`, {
        operationId: randomUUID(),
        baseRevision: 0,
        value: 'Bonjour',
      })
      expect(write.code).toBe('read-only')

      const back = await driven.trigger(driven.advisor, 'resume', 'on-hold')
      expect(back.body.state).toBe(state)
      const view = await driven.advisor.get(`/accompaniments/${driven.id}`)
      expect(view.body.resumeState).toBeUndefined()
    },
  )

  test('one that is held may be cancelled and still comes back where it was before', async () => {
    const driven = await anAccompaniment(app, 'qualified')
    await driven.trigger(driven.advisor, 'hold', 'qualified', 'Congés d’été')
    await driven.trigger(driven.advisor, 'cancel', 'on-hold', 'La structure renonce')
    expect((await driven.trigger(driven.advisor, 'resume', 'cancelled')).body.state).toBe('qualified')
  })
})

test('a send-back needs a reason, comes back to the drafting, and tells the advisor why', async () => {
  const driven = await anAccompaniment(app, 'review')
  expect((await driven.trigger(driven.referent, 'send-back', 'review')).code).toBe('reason-missing')
  app.letters.length = 0
  const sent = await driven.trigger(driven.referent, 'send-back', 'review', 'Le nom de <la> boutique est faux')
  await app.runJobs()

  expect(sent.body.state).toBe('drafting')
  const letter = app.letters.find(({ subject }) => subject.includes('revient en rédaction'))
  expect(letter?.text).toContain(
    '« Le nom de <la> boutique est faux »'.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»'),
  )
  expect(letter?.html).toContain('&lt;la&gt;')
  expect(letter?.to.address).toMatch(/^advisor/)
})

describe('from delivery on', () => {
  test('answers and values are read-only, the progress of the plan is not', async () => {
    const driven = await anAccompaniment(app, 'delivered')
    const view = await driven.referent.get(`/accompaniments/${driven.id}`)
    const put = (key: string, value: unknown) =>
      driven.referent.put(`/accompaniments/${driven.id}/entries/${encodeURIComponent(key)}`, {
        operationId: randomUUID(),
        baseRevision: view.body.entries[key]?.revision ?? 0,
        value,
      })
    const [key, action] = Object.entries<{ value: object }>(view.body.entries).find(([each]) =>
      each.startsWith('action/'),
    ) ?? ['', { value: {} }]

    expect(view.body.frozen).toBe(true)
    expect((await put('criterion/critere-1', { level: 4, example: 'Mieux' })).code).toBe('read-only')
    expect((await put('indicator/nombre/2025', { value: 13 })).code).toBe('read-only')
    expect((await put(key, { ...action.value, title: 'Faire autre chose' })).code).toBe('read-only')
    expect((await put(key, null)).code).toBe('read-only')
    expect((await put(`action/${randomUUID()}`, action.value)).code).toBe('read-only')
    expect((await put(key, { ...action.value, status: 'doing', progressPercent: 20 })).status).toBe(200)
  })

  test('a save repeated after the freeze still gets its first reply', async () => {
    const driven = await anAccompaniment(app, 'review')
    const body = { operationId: randomUUID(), baseRevision: 1, value: { level: 2, example: 'Avant la remise' } }
    const path = `/accompaniments/${driven.id}/entries/criterion%2Fcritere-1`
    const first = await driven.referent.put(path, body)
    await leave(app, driven, 'review')

    expect(first.status).toBe(200)
    const again = await driven.referent.put(path, body)
    expect([again.status, again.body]).toEqual([200, first.body])
  })

  test('no save gets in between the approval and its freeze', async () => {
    const driven = await anAccompaniment(app, 'review')
    for (const subject of ['logo', 'quotes', 'practices'])
      await driven.save(driven.referent, `consent/${subject}`, true)
    const [approved, ...saves] = await Promise.all([
      driven.trigger(driven.referent, 'approve', 'review'),
      ...Array.from({ length: 12 }, (_, index) =>
        driven.referent.put(`/accompaniments/${driven.id}/entries/element%2F${randomUUID()}`, {
          operationId: randomUUID(),
          baseRevision: 0,
          value: { title: `Élément ${index}` },
        }),
      ),
    ])
    expect(approved.body.state).toBe('delivered')
    const acknowledged = saves.filter(({ status }) => status === 200).length
    const { rows } = await sql<{ content: { sheet: { customElements: unknown[] } } }>`
      select content from syntheses where accompaniment_id = ${driven.id} and revision = 1`.execute(app.owner)
    expect(rows[0]?.content.sheet.customElements).toHaveLength(acknowledged)
    expect(saves.filter(({ status }) => status !== 200).every(({ code }) => code === 'read-only')).toBe(true)
  })
})

test.each([
  ['accompaniments', 'accompaniments_state_check'],
  ['accompaniments', 'accompaniments_resume_state_check'],
  ['transitions', 'transitions_from_state_check'],
  ['transitions', 'transitions_to_state_check'],
])('the states that %s accepts are those of the code (%s)', async (_, name) => {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = ${name}`.execute(app.owner)
  const stored = [...(rows[0]?.definition ?? '').matchAll(/'([a-z-]+)'/g)].map(([, state]) => state)
  expect(stored).toEqual([...states])
})
