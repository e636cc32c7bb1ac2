import { expect, test } from 'vitest'
import { awarenessTexts } from '#client/awareness/texts-fr.ts'

test.each([
  { missing: 7, says: 'Encore sept réponses avant d’afficher' },
  { missing: 2, says: 'Encore deux réponses avant d’afficher' },
  { missing: 1, says: 'Encore une réponse avant d’afficher' },
])('the wall says that $missing answers are missing', ({ missing, says }) => {
  expect(awarenessTexts.still(missing)).toBe(says)
})

test('a passing is read as counts out of those who answered, never as a mark', () => {
  expect(awarenessTexts.rightOf(5, 8)).toBe('5 sur 8')
})
