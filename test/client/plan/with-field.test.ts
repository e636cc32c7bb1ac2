import { expect, test } from 'vitest'
import { nextLevel, withField } from '#client/plan/use-plan.ts'

const action = { title: 'Agir', origin: 'team', impact: 2, effort: 2, status: 'todo', owner: 'Direction' } as const

test('an emptied field leaves the action, so that nothing blank is saved', () => {
  expect(withField(action, 'owner', '')).not.toHaveProperty('owner')
  expect(withField(action, 'dueOn', undefined)).toEqual(action)
})

test('a field is set and the others stay', () => {
  expect(withField(action, 'progressPercent', 0)).toEqual({ ...action, progressPercent: 0 })
})

test('a suggestion aims one level higher, and nowhere above the fourth', () => {
  expect(([1, 2, 3, 4] as const).map(nextLevel)).toEqual([2, 3, 4, undefined])
})
