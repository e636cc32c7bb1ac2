import { expect, test } from 'vitest'
import { aSmallQuestionnaire } from '#test/support/a-dossier.ts'
import { inOrder, partsOf, withExample } from '#client/meeting/agenda/in-order.ts'
import {
  orderOf,
  plannedParts,
  withCriteriaMoved,
  withIncluded,
  withPartsMoved,
} from '#client/meeting/agenda/plan-order.ts'

const all = ['un', 'deux'].flatMap((id) =>
  aSmallQuestionnaire(3).dimensions.flatMap((dimension) =>
    dimension.criteria.map((criterion) => ({
      dimension: { ...dimension, id, title: id },
      criterion: { ...criterion, id: `${id}-${criterion.id.slice(-1)}` },
    })),
  ),
)
const ids = all.map(({ criterion }) => criterion.id)

test('an order read into parts and back is the same', () => {
  const order = ['deux-3', 'deux-1', 'un-2']
  expect(orderOf(plannedParts(all, order))).toEqual(order)
  expect(orderOf(plannedParts(all, ids))).toEqual(ids)
})

test('parts and criteria move, and what is left out is not in the meeting', () => {
  const parts = plannedParts(all, ids)
  expect(orderOf(withPartsMoved(parts, ['deux', 'un']))[0]).toBe('deux-1')
  expect(orderOf(withCriteriaMoved(parts, 'un', ['un-3', 'un-1', 'un-2'])).slice(0, 3)).toEqual([
    'un-3',
    'un-1',
    'un-2',
  ])
  expect(orderOf(withIncluded(parts, ['un-1', 'un-2', 'un-3'], false))).toEqual(['deux-1', 'deux-2', 'deux-3'])
})

test('a meeting is about one criterion at least', () => {
  const last = withIncluded(plannedParts(all, ['un-1']), ['un-1'], false)
  expect(orderOf(last)).toEqual(['un-1'])
})

test('criteria follow the order chosen; one made for another version leaves no meeting empty', () => {
  expect(inOrder(all, ['deux-2', 'gone', 'un-1']).map(({ criterion }) => criterion.id)).toEqual(['deux-2', 'un-1'])
  expect(inOrder(all, ['gone'])).toEqual(all)
  expect(inOrder(all, undefined)).toEqual(all)
})

test('a dimension taken in two goes makes two parts', () => {
  expect(partsOf(inOrder(all, ['un-1', 'deux-1', 'un-2', 'un-3'])).map(({ criteria }) => criteria)).toEqual([
    ['un-1'],
    ['deux-1'],
    ['un-2', 'un-3'],
  ])
})

test('an example emptied leaves the answer', () => {
  expect(withExample({ level: 2, example: 'a' }, '  ')).toEqual({ level: 2 })
  expect(withExample({ unknown: true }, 'b')).toEqual({ unknown: true, example: 'b' })
})
