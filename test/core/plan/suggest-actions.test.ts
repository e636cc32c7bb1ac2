import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Candidate, prioritised, priorityIndex } from '#src/plan/suggest-actions.ts'
import type { Criterion, Factor, Level, Weight } from '#src/questionnaire/questionnaire.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { aSketchedQuestionnaire, anAction, aSheet } from '#test/support/a-sheet.ts'

type Given = Partial<Criterion> & { readonly id: string; readonly level?: Level }

function suggested(given: readonly Given[]) {
  const questionnaire = aSketchedQuestionnaire({
    dimensions: [{ id: 'd', criteria: given }],
  })
  const answers = Object.fromEntries(given.flatMap(({ id, level }) => (level === undefined ? [] : [[id, { level }]])))

  return scoreAnswerSheet(questionnaire, '', aSheet({ answers })).suggestedActions
}

function one(weight: Weight, level: Level, impact: Factor, effort: Factor, legal = false) {
  return suggested([
    { id: 'c', weight, level, legal, actions: [anAction({ id: 'c-1', impact, effort, forLevels: [level] })] },
  ])[0]
}

test('an action is suggested where it is meant for the criterion’s level, and nothing without a level', () => {
  const actions = [anAction({ id: 'un', forLevels: [1] }), anAction({ id: 'deux', forLevels: [2, 3] })]

  expect(suggested([{ id: 'c', level: 2, actions }]).map(({ action }) => action)).toEqual(['deux'])
  expect(suggested([{ id: 'c', actions }])).toEqual([])
})

test('the index is weight times gap times impact over effort, and its parts are shown', () => {
  expect(one(3, 2, 2, 3)).toEqual({
    criterion: 'c',
    action: 'c-1',
    priority: 'P2',
    index: 4,
    parts: { weight: 3, gap: 2, impact: 2, effort: 3 },
  })
})

test('an action meant for level 4 has no gap left to close', () => {
  expect(one(3, 4, 3, 1)).toMatchObject({ priority: 'P3', index: 0 })
})

test.each([
  ['under 9', one(2, 2, 2, 1), 8, 'P2'],
  ['at 9', one(3, 3, 3, 1), 9, 'P1'],
  ['over 9', one(3, 2, 2, 1), 12, 'P1'],
  ['under 4', one(3, 3, 1, 1), 3, 'P3'],
  ['at 4', one(2, 2, 2, 2), 4, 'P2'],
  ['over 4', one(3, 1, 1, 2), 4.5, 'P2'],
] as const)('P1 from 9, P2 from 4, else P3: %s', (_, action, index, priority) => {
  expect(action).toMatchObject({ index, priority })
})

test('a warning’s actions are P1 whatever their index', () => {
  expect(one(1, 1, 1, 3, true)).toMatchObject({ index: 1, priority: 'P1' })
  expect(one(1, 2, 1, 3, true)).toMatchObject({ priority: 'P3' })
})

test('fractions are compared exactly: 8/3 and 8/3 tie, whatever the parts', () => {
  const actions = suggested([
    { id: 'a', weight: 2, level: 2, actions: [anAction({ id: 'a-1', impact: 2, effort: 3 })] },
    { id: 'b', weight: 1, level: 2, actions: [anAction({ id: 'b-1', impact: 3, effort: 3 })] },
    { id: 'c', weight: 2, level: 3, actions: [anAction({ id: 'c-1', impact: 1, effort: 1 })] },
  ])

  expect(actions.map(({ action, index }) => [action, index])).toEqual([
    ['a-1', 8 / 3],
    ['c-1', 2],
    ['b-1', 2],
  ])
})

test('of non-warning P1, the first three in order keep it and the others lead the P2', () => {
  const actions = suggested([
    { id: 'a', weight: 3, level: 3, actions: [anAction({ id: 'neuf', impact: 3, effort: 1 })] },
    { id: 'b', weight: 3, level: 1, actions: [anAction({ id: 'vingt-sept', impact: 3, effort: 1 })] },
    { id: 'c', weight: 3, level: 1, actions: [anAction({ id: 'dix-huit', impact: 2, effort: 1 })] },
    { id: 'd', weight: 2, level: 1, actions: [anAction({ id: 'dix-huit-aussi', impact: 3, effort: 1 })] },
    { id: 'e', weight: 2, level: 2, actions: [anAction({ id: 'douze', impact: 3, effort: 1 })] },
    { id: 'f', weight: 2, level: 2, actions: [anAction({ id: 'huit', impact: 2, effort: 1 })] },
  ])

  expect(actions.map(({ action, priority }) => [action, priority])).toEqual([
    ['vingt-sept', 'P1'],
    ['dix-huit', 'P1'],
    ['dix-huit-aussi', 'P1'],
    ['douze', 'P2'],
    ['neuf', 'P2'],
    ['huit', 'P2'],
  ])
})

test('warnings take no one’s place among the three, and stay P1 however many', () => {
  const free = ['a', 'b', 'c', 'd'].map((id): Given => ({
    id,
    weight: 3,
    level: 1,
    actions: [anAction({ id: `${id}-1`, impact: 3, effort: 1 })],
  }))
  const warnings = ['w', 'x', 'y', 'z'].map((id): Given => ({
    id,
    weight: 1,
    level: 1,
    legal: true,
    actions: [anAction({ id: `${id}-1`, impact: 1, effort: 3 })],
  }))

  expect(suggested([...warnings, ...free]).map(({ action, priority }) => [action, priority])).toEqual([
    ['a-1', 'P1'],
    ['b-1', 'P1'],
    ['c-1', 'P1'],
    ['w-1', 'P1'],
    ['x-1', 'P1'],
    ['y-1', 'P1'],
    ['z-1', 'P1'],
    ['d-1', 'P2'],
  ])
})

test('at the same index the lighter effort comes first, then the questionnaire’s order', () => {
  const actions = [
    anAction({ id: 'lourde', impact: 2, effort: 2 }),
    anAction({ id: 'legere', impact: 1, effort: 1 }),
    anAction({ id: 'legere-aussi', impact: 1, effort: 1 }),
  ]

  expect(suggested([{ id: 'c', weight: 3, level: 2, actions }]).map(({ action }) => action)).toEqual([
    'legere',
    'legere-aussi',
    'lourde',
  ])
})

const factor = fc.constantFrom(1, 2, 3)
const candidates = fc.array(
  fc.record({
    parts: fc.record({ weight: factor, gap: fc.constantFrom(0, 1, 2, 3), impact: factor, effort: factor }),
    warning: fc.boolean(),
  }) as fc.Arbitrary<Candidate>,
)

test('every list keeps its actions, at most three P1 that are no warning’s, and an order that never goes back', () => {
  fc.assert(
    fc.property(candidates, (given) => {
      const list = prioritised(given)

      expect(list).toHaveLength(given.length)
      expect(list.filter(({ priority, warning }) => priority === 'P1' && !warning).length).toBeLessThanOrEqual(3)
      expect(list.map(({ priority }) => priority)).toEqual(list.map(({ priority }) => priority).toSorted())

      for (const [at, next] of list.entries()) {
        const before = list[at - 1]

        if (before === undefined || before.priority !== next.priority) continue
        expect(priorityIndex(before.parts)).toBeGreaterThanOrEqual(priorityIndex(next.parts))
      }
    }),
  )
})

test('the same candidates always give the same list, and ordering it again changes nothing but the cap already made', () => {
  fc.assert(
    fc.property(candidates, (given) => {
      const list = prioritised(given)

      expect(prioritised(given)).toEqual(list)
      expect(prioritised(list).map(({ parts }) => parts)).toEqual(list.map(({ parts }) => parts))
    }),
  )
})
