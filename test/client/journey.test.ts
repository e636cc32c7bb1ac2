import { describe, expect, test } from 'vitest'
import { missingStepCodes } from '#src/accompaniment/missing-step.ts'
import { journeyStates } from '#src/accompaniment/states.ts'
import { settledSentence } from '#client/journey/settled-sentences.ts'
import { stepSentence } from '#client/journey/step-sentences.ts'
import { phaseSteps, stepStatus } from '#client/journey/steps.ts'

describe('the track', () => {
  test('the five columns hold the twelve steps, in their order', () => {
    expect(phaseSteps.flatMap(({ steps }) => steps)).toEqual(journeyStates)
  })

  test('only one step is here, those before are done, those after to come', () => {
    for (const state of journeyStates) {
      const statuses = journeyStates.map((step) => stepStatus(step, state))
      const here = statuses.indexOf('now')
      expect(statuses.filter((status) => status === 'now')).toHaveLength(state === 'closed' ? 0 : 1)
      if (here >= 0) expect(statuses.slice(0, here).every((status) => status === 'done')).toBe(true)
    }
  })

  test('on hold and cancelled, the pause stands where the journey stopped', () => {
    expect(stepStatus('evidence', 'on-hold', 'evidence')).toBe('paused')
    expect(stepStatus('arguments', 'cancelled', 'evidence')).toBe('done')
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
