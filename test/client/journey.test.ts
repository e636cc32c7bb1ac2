import { describe, expect, test } from 'vitest'
import { missingStepCodes } from '#src/accompaniment/missing-step.ts'
import { outlines, statesOf } from '#src/accompaniment/journeys/outline.ts'
import { settledSentence } from '#client/journey/settled-sentences.ts'
import { stepSentence } from '#client/journey/step-sentences.ts'
import { stepStatus } from '#client/journey/steps.ts'

describe.each(Object.values(outlines))('the track of $id', (journey) => {
  const steps = statesOf(journey)

  test('only one step is here, those before are done, those after to come', () => {
    for (const state of steps) {
      const statuses = steps.map((step) => stepStatus(journey, step, state))
      const here = statuses.indexOf('now')
      expect(statuses.filter((status) => status === 'now')).toHaveLength(state === 'closed' ? 0 : 1)
      if (here >= 0) expect(statuses.slice(0, here).every((status) => status === 'done')).toBe(true)
    }
  })

  test('on hold and cancelled, the pause stands where the journey stopped', () => {
    expect(stepStatus(journey, 'planning', 'on-hold', 'planning')).toBe('paused')
    expect(stepStatus(journey, 'qualified', 'cancelled', 'planning')).toBe('done')
  })
})

test('every missing step has a sentence, a reason, a link and the words of its settling, without a figure left out', () => {
  const details = new Proxy<Record<string, string | number>>({}, { get: () => 3 })
  for (const code of missingStepCodes) {
    const { title, why, link } = stepSentence({ code, details })
    for (const text of [title, why, link, settledSentence(code)]) {
      expect(text.length).toBeGreaterThan(3)
      expect(text).not.toMatch(/undefined|NaN|'/)
    }
  }
})

test.each([
  [35, '1 critère a une réponse sur 36'],
  [34, '2 critères ont une réponse sur 36'],
])('with %i criteria missing of 36, what is answered agrees with its number', (missing, words) => {
  const { why } = stepSentence({ code: 'criteria-unanswered', details: { missing, of: 36, label: 'Mixité' } })
  expect(why.replaceAll(/[\u00a0\u202f]/gu, ' ')).toContain(words)
})
