import { expect, test } from 'vitest'
import { lockProblems, parseLock } from '#src/questionnaire/published.ts'

const line = { id: 'essai', version: '1.0.0', sha256: 'a'.repeat(64) }

test('a lock is a list of versions and hashes, each version once', () => {
  expect(parseLock([line])).toEqual({ ok: true, value: [line] })
  expect(parseLock([line, { ...line, sha256: 'b'.repeat(64) }])).toMatchObject({
    problem: [{ code: 'duplicate', path: '/1' }],
  })
  expect(parseLock([{ ...line, sha256: 'abc' }])).toMatchObject({
    problem: [{ code: 'unknown-value', path: '/0/sha256' }],
  })
  expect(parseLock({})).toMatchObject({ problem: [{ code: 'wrong-type', path: '' }] })
})

test('a published version that changed, or is gone, is a problem; one that is not in the lock is free', () => {
  expect(lockProblems([line], new Map([['essai@1.0.0', line.sha256]]))).toEqual([])
  expect(lockProblems([], new Map([['essai@1.0.0', line.sha256]]))).toEqual([])
  expect(lockProblems([line], new Map([['essai@1.0.0', 'c'.repeat(64)]]))).toMatchObject([
    { code: 'published-version-changed' },
  ])
  expect(lockProblems([line], new Map())).toMatchObject([{ code: 'published-version-missing' }])
})
