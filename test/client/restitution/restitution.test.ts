import { expect, test } from 'vitest'
import type { BesideAudit } from '#src/anonymity/perception-beside-audit.ts'
import type { ShownClass } from '#src/anonymity/results.ts'
import { favourableCount } from '#client/restitution/restitution.ts'
import { restitutionTexts } from '#client/restitution/texts-fr.ts'

const favourable = new Set(['tout-a-fait', 'plutot'])
const beside = (row: readonly ShownClass[] | 'masked'): BesideAudit => ({
  item: { id: 'respect', kind: 'statement', text: 'Chacun est traité avec respect', row },
  criteria: [{ id: 'accueil-respect', level: 3 }],
})

test('those who speak well of a practice are counted where their class is shown apart', () => {
  const row = [
    { choices: ['tout-a-fait', 'plutot'], text: 'oui', count: 13 },
    { choices: ['plutot-pas', 'pas-du-tout'], text: 'non', count: 9 },
  ]
  expect(favourableCount(beside(row), favourable)).toBe(13)
})

test('a class merged with its neighbour tells of nobody: it counts as no yes', () => {
  const row = [
    { choices: ['tout-a-fait', 'plutot', 'plutot-pas'], text: 'oui ou non', count: 13 },
    { choices: ['declined'], text: 'ne souhaite pas répondre', count: 9 },
  ]
  expect(favourableCount(beside(row), favourable)).toBeUndefined()
  expect(favourableCount(beside('masked'), favourable)).toBeUndefined()
})

test.each([
  { warnings: 0, supports: 0, unread: 0, says: 'Aucun point à protéger d’abord, des appuis à montrer' },
  { warnings: 0, supports: 0, unread: 20, says: 'Vingt obligations légales restent à regarder, des appuis à montrer' },
  { warnings: 0, supports: 2, unread: 1, says: 'Une obligation légale reste à regarder, deux appuis' },
  { warnings: 1, supports: 1, unread: 5, says: 'Un point à protéger d’abord, un appui' },
  { warnings: 3, supports: 14, unread: 0, says: 'Trois points à protéger d’abord, quatorze appuis' },
])('the title says $warnings points to protect first before $supports supports, $unread duties unread', (counts) => {
  expect(restitutionTexts.title(counts)).toBe(counts.says)
})

test('no duty at level 1 is good news only of those that were read', () => {
  expect(restitutionTexts.noWarning(0)).toBe('Aucune obligation légale n’est au niveau 1.')
  expect(restitutionTexts.noWarning(4)).toContain('quatre obligations légales restent à regarder')
})

test('practices to demonstrate are not « others » where none is demonstrated yet', () => {
  expect(restitutionTexts.toDemonstrate(1)).toMatch(/^une pratique est/iu)
  expect(restitutionTexts.toDemonstrate(2)).toMatch(/^deux pratiques sont/iu)
})
