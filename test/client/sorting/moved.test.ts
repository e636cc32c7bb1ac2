import { expect, test } from 'vitest'
import { moved } from '#client/sorting/moved.ts'

const ids = ['a', 'b', 'c']

test('an argument moves by so many places', () => {
  expect(moved(ids, 'c', -1)).toEqual(['a', 'c', 'b'])
  expect(moved(ids, 'a', 2)).toEqual(['b', 'c', 'a'])
})

test('an argument moved beyond an end stops there', () => {
  expect(moved(ids, 'a', -1)).toEqual(ids)
  expect(moved(ids, 'b', 9)).toEqual(['a', 'c', 'b'])
})
