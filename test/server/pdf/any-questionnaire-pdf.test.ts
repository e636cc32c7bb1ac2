import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Audience } from '#src/accompaniment/entry.ts'
import type { JourneyId, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import type { SynthesisContent } from '#src/synthesis/audiences.ts'
import { composeFor } from '#src/synthesis/compose.ts'
import { aSheet, aSketchedQuestionnaire } from '#test/support/a-sheet.ts'
import { laidOut } from '#test/support/synthesis/laid-out.ts'

type Shape = {
  readonly dimensions: number
  readonly criteria: number
  readonly long?: boolean
  readonly overall?: boolean
  readonly journey: JourneyId
}

const words =
  'Une exigence écrite, relue et tenue avec les personnes concernées par ce qui se décide ici chaque mois, sans faute'

function questionnaireOf({ dimensions, criteria, long = false, overall = false, journey }: Shape): Questionnaire {
  const weights = [1, 2, 3] as const
  return aSketchedQuestionnaire({
    title: long ? words : 'Essai',
    journey,
    overall,
    dimensions: Array.from({ length: dimensions }, (_, d) => ({
      id: `d${d}`,
      title: long ? words : `Dimension ${d}`,
      criteria: Array.from({ length: criteria }, (_each, c) => ({
        id: `d${d}-c${c}`,
        shortTitle: long ? `Anticipation, prescripteur ${c}`.slice(0, 28) : `Critère ${d}.${c}`,
        weight: weights[c % 3] ?? 1,
        legal: c % 3 === 0,
      })),
    })),
  })
}

function documentOf(audience: Audience, shape: Shape): SynthesisContent {
  const questionnaire = questionnaireOf(shape)
  const levels = [1, 2, 3, 4] as const
  const all = questionnaire.dimensions.flatMap(({ criteria }) => criteria)
  const sheet = aSheet({
    answers: Object.fromEntries(all.map(({ id }, at) => [id, { level: levels[at % 4] ?? 1 }])),
    plan: all.slice(0, 6).map(({ id }) => ({ action: 'Écrire la règle', criterion: id, due: '2026-05-10' })),
  })
  const score = scoreAnswerSheet(questionnaire, '', sheet)
  return composeFor(audience, { questionnaire, sheet, score, hash: (text) => hash('sha256', text, 'hex') }).content
}

/** Pairs of texts of one drawing that stand on each other, by more than half a millimetre. */
const collisions = `[...document.querySelectorAll('.dim svg')].flatMap((svg) => {
  const boxes = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
  return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) =>
    Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 2 &&
    Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 4,
  ).map((other) => one.text + ' / ' + other.text))
})`

const shapes = [
  { dimensions: 1, criteria: 1 },
  { dimensions: 12, criteria: 8 },
  { dimensions: 1, criteria: 40 },
  { dimensions: 7, criteria: 5, long: true },
] as const

test('an overall score is printed where the questionnaire asks for one, and never said not to exist', async () => {
  const shape = { dimensions: 3, criteria: 3 }
  const text = 'document.body.textContent'
  for (const [audience, journey] of [
    ['full', 'key-arguments'],
    ['lcd-internal', 'practices-audit'],
  ] as const) {
    const [without, asked] = await Promise.all(
      [false, true].map((overall) => laidOut(documentOf(audience, { ...shape, journey, overall }), text)),
    )
    expect(without).not.toContain('Score d’ensemble')
    expect(without).toContain('note globale')
    expect(asked).toMatch(/Score d’ensemble\s: \d+\s%/)
    expect(asked).not.toContain('note globale')
  }
  const onTheWall = documentOf('lcd-public', { ...shape, journey: 'practices-audit', overall: true })
  expect(await laidOut(onTheWall, text)).not.toMatch(/score|%/i)
})

describe('whatever the questionnaire', () => {
  test.each(shapes)('no label of a chart stands on another: %j', async (shape) => {
    expect(await laidOut(documentOf('full', { ...shape, journey: 'key-arguments' }), collisions)).toEqual([])
    expect(await laidOut(documentOf('lcd-internal', { ...shape, journey: 'practices-audit' }), collisions)).toEqual([])
  })

  test.each(shapes)('the page for the wall cuts none of its lines: %j', async (shape) => {
    const content = documentOf('lcd-public', { ...shape, journey: 'practices-audit' })
    const cut = `(({ scrollHeight: all, clientHeight: seen }) => all - seen)(document.querySelector('.two'))`
    expect(await laidOut(content, cut)).toBe(0)
  })
})
