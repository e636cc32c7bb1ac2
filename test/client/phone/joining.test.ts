import { expect, test } from 'vitest'
import { cleanCode, isWholeCode, takeCodeFromAddress } from '#client/phone/join/code.ts'

test('a code is read however people type it', () => {
  for (const typed of ['K7M2QX', 'k7m2qx', ' k7m-2qx ', 'K7M 2QX']) expect(cleanCode(typed)).toBe('K7M2QX')
})

test('codes of meetings have six signs, tickets eight, and nothing else is sent', () => {
  expect(['ABCDE', 'ABCDEF', 'ABCDEFG', 'ABCDEFGH', 'ABCDEFGHI'].map(isWholeCode)).toEqual([
    false,
    true,
    false,
    true,
    false,
  ])
})

test('the code of the address is taken out of it at once', () => {
  const replaced: unknown[] = []
  const history = { replaceState: (_: unknown, __: string, url: string) => replaced.push(url) }
  const at = (hash: string) => ({ hash, pathname: '/join', search: '' })
  const take = (hash: string) => takeCodeFromAddress(at(hash), history)
  expect(take('#k7m2qx')).toBe('K7M2QX')
  expect(take('#%E0%A4%A')).toBe('E0A4A')
  expect(take('')).toBeUndefined()
  expect(replaced).toEqual(['/join', '/join'])
})
