import { describe, expect, test } from 'vitest'
import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import { identityRows } from '#src/synthesis/model/identity.ts'

const structure: AnswerSheet['structure'] = {
  name: 'La Brouette bleue',
  kinds: ['ACI', 'EI'],
  siret: '00000193300019',
  department: '93',
  member: true,
}
const field = (id: string, value: string) => ({ id, label: `Question ${id}`, value })

describe('the identity sheet', () => {
  test('says together what belongs together', () => {
    const identity = [
      field('forme-juridique', 'Association'),
      field('annee-creation', '2009'),
      field('salaries-parcours', '96 personnes'),
      field('permanents', '21 personnes'),
      field('gouvernance', 'Conseil de douze membres'),
      field('administratrices', '6 personnes'),
    ]
    expect(identityRows({ structure: { name: 'A', kinds: ['ACI'] }, identity })).toEqual([
      ['Conventionnement', 'ACI'],
      ['Forme juridique', 'Association, créée en 2009'],
      ['Équipe', '96 salariés en parcours et 21 permanents'],
      ['Gouvernance', 'Conseil de douze membres, dont 6 femmes'],
    ])
  })

  test('takes from the answer sheet what the team says nothing more precise of', () => {
    expect(identityRows({ structure, identity: [] })).toEqual([
      ['SIRET', '000\u00a0001\u00a0933\u00a000019'],
      ['Conventionnement', 'ACI, EI'],
      ['Département', '93'],
      ['Réseau', 'Adhérente'],
    ])
    const identity = [field('territoire', 'Le canal'), field('reseaux', 'Réseau'), field('conventionnement', 'ACI')]
    expect(identityRows({ structure, identity }).map(([term]) => term)).toEqual([
      'SIRET',
      'Territoire',
      'Réseaux',
      'Question conventionnement',
    ])
  })

  test('leaves out blanks and keeps to the room there is', () => {
    const many = Array.from({ length: 30 }, (_, index) => field(`autre-${index}`, index % 2 === 0 ? ' ' : 'oui'))
    const rows = identityRows({ structure, identity: many })
    expect(rows).toHaveLength(10)
    expect(rows.every(([, text]) => text !== '')).toBe(true)
  })
})
