import fc from 'fast-check'
import { expect, test } from 'vitest'
import { duplicateKeys } from '#src/shared/duplicate-keys.ts'

test.each<readonly [text: string, found: readonly string[]]>([
  ['{"a":1,"a":2}', ['/a']],
  ['{"a":1,"\\u0061":2}', ['/a']],
  ['[{"b":{"c":1,"c":2}},{"b":1,"b":1}]', ['/0/b/c', '/1/b']],
  ['{"a/b":1,"a/b":2,"a/b":3}', ['/a~1b', '/a~1b']],
  ['{"__proto__":1,"__proto__":2}', ['/__proto__']],
  ['{"a":{"a":{"a":1}},"b":"a","c":["a","a"]}', []],
  ['{"a":"{\\"b\\":1,\\"b\\":2}","b":"\\\\"}', []],
  ['"a"', []],
])('%s', (text, found) => {
  expect(duplicateKeys(text)).toEqual(found)
})

test('JSON that is written by a machine has none', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(duplicateKeys(JSON.stringify(JSON.parse(text)))).toEqual([])
    }),
  )
})

test('a million nested lists are looked at without exhausting the stack', () => {
  expect(duplicateKeys('['.repeat(1_000_000) + ']'.repeat(1_000_000))).toEqual([])
})
