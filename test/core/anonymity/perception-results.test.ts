import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { perceptionBesideAudit } from '#src/anonymity/perception-beside-audit.ts'
import { perceptionResults } from '#src/anonymity/perception-results.ts'
import { experience, people, statement, survey } from './a-survey.ts'

const one = survey(statement('respect'))
const item = (answers: Parameters<typeof perceptionResults>[1], perception = one) => {
  const results = perceptionResults(perception, answers)
  return results.shown ? results.items[0] : undefined
}
const counts = (row: unknown) => (Array.isArray(row) ? row.map(({ count }: { count: number }) => count) : row)

describe('what is shown of a survey', () => {
  test('nothing under seven answers, and then their number alone', () => {
    expect(perceptionResults(one, people(6, 'permanent', 'respect', 'plutot'))).toEqual({
      shown: false,
      answers: 6,
      reason: 'too-few',
    })
  })

  test('agreement, disagreement and refusal to say are three broad classes', () => {
    const answers = [
      ...people(4, 'parcours', 'respect', 'tout-a-fait'),
      ...people(4, 'parcours', 'respect', 'plutot'),
      ...people(6, 'parcours', 'respect', 'pas-du-tout'),
      ...people(5, 'parcours', 'respect', 'declined'),
    ]
    expect(counts(item(answers)?.row)).toEqual([8, 6, 5])
  })

  test('a class under five is merged with its neighbour, and only their sum is shown', () => {
    const answers = [
      ...people(12, 'parcours', 'respect', 'plutot'),
      ...people(6, 'parcours', 'respect', 'plutot-pas'),
      ...people(2, 'parcours', 'respect', 'declined'),
    ]
    const row = item(answers)?.row
    expect(counts(row)).toEqual([12, 8])
    expect(Array.isArray(row) && row[1]?.choices).toEqual(['plutot-pas', 'pas-du-tout', 'declined'])
  })

  test.each([
    ['the sum is under five', [20, 3, 1]],
    ['both ends are small', [3, 20, 2]],
    ['everybody said the same', [20, 0, 0]],
  ])('the row is masked where %s', (_, [agree = 0, disagree = 0, silent = 0]) => {
    const answers = [
      ...people(agree, 'parcours', 'respect', 'plutot'),
      ...people(disagree, 'parcours', 'respect', 'plutot-pas'),
      ...people(silent, 'parcours', 'respect', 'declined'),
    ]
    expect(item(answers)?.row).toBe('masked')
  })

  test('an item left out, or answered with a choice that is not its own, counts as declined', () => {
    const answers = [
      ...people(8, 'parcours', 'respect', 'plutot'),
      ...people(3, 'parcours', 'autre', 'plutot'),
      ...people(4, 'parcours', 'respect', 'inconnu'),
    ]
    expect(counts(item(answers)?.row)).toEqual([8, 7])
  })

  test('a split is shown where every cell holds five people, with the size of both groups', () => {
    const answers = [
      ...people(6, 'permanent', 'respect', 'plutot'),
      ...people(5, 'permanent', 'respect', 'plutot-pas'),
      ...people(15, 'parcours', 'respect', 'plutot'),
      ...people(8, 'parcours', 'respect', 'plutot-pas'),
    ]
    const results = perceptionResults(one, answers)
    expect(results.shown && results.groups?.map(({ answers: size }) => size)).toEqual([11, 23])
    const split = item(answers)?.split
    expect(typeof split === 'object' && Object.values(split).map(counts)).toEqual([
      [6, 5],
      [15, 8],
    ])
  })

  test('one small cell hides the whole split: known totals would give the others', () => {
    const answers = [
      ...people(7, 'permanent', 'respect', 'plutot'),
      ...people(4, 'permanent', 'respect', 'plutot-pas'),
      ...people(15, 'parcours', 'respect', 'plutot'),
      ...people(8, 'parcours', 'respect', 'plutot-pas'),
    ]
    expect(item(answers)?.split).toBe('masked')
    expect(counts(item(answers)?.row)).toEqual([22, 12])
  })

  test('a few who declined their group make every split and the size of groups disappear', () => {
    const answers = [
      ...people(6, 'permanent', 'respect', 'plutot'),
      ...people(6, 'permanent', 'respect', 'plutot-pas'),
      ...people(9, 'parcours', 'respect', 'plutot'),
      ...people(9, 'parcours', 'respect', 'plutot-pas'),
      ...people(3, 'declined', 'respect', 'plutot'),
    ]
    expect(item(answers)).not.toHaveProperty('split')
    expect(perceptionResults(one, answers)).not.toHaveProperty('groups')
  })

  test('five who declined their group hide nothing, and are never shown as a group', () => {
    const answers = [
      ...people(6, 'permanent', 'respect', 'plutot'),
      ...people(6, 'permanent', 'respect', 'plutot-pas'),
      ...people(9, 'parcours', 'respect', 'plutot'),
      ...people(9, 'parcours', 'respect', 'plutot-pas'),
    ]
    const five = people(5, 'declined', 'respect', 'plutot')
    const results = perceptionResults(one, [...answers, ...five])
    expect(results.shown && results.groups?.map(({ id }) => id)).toEqual(['permanent', 'parcours'])
    // They are a group of their own in the test: five on one side leave none on the other.
    expect(item([...answers, ...five])?.split).toBe('masked')
    const shown = item([...answers, ...five, ...people(5, 'declined', 'respect', 'plutot-pas')])?.split
    expect(Object.keys(typeof shown === 'object' ? shown : {})).toEqual(['permanent', 'parcours'])
  })

  test('a row that is masked has a split that is masked', () => {
    const answers = [...people(10, 'permanent', 'respect', 'plutot'), ...people(10, 'parcours', 'respect', 'plutot')]
    expect(item(answers)).toMatchObject({ row: 'masked', split: 'masked' })
  })

  test('a split sets those who agree against all the others, whoever says nothing among them', () => {
    const each = (group: string) => [
      ...people(6, group, 'respect', 'plutot'),
      ...people(5, group, 'respect', 'plutot-pas'),
      ...people(5, group, 'respect', 'declined'),
    ]
    const shown = item([...each('permanent'), ...each('parcours')])
    expect(counts(shown?.row)).toEqual([12, 10, 10])
    expect(Object.values(typeof shown?.split === 'object' ? shown.split : {}).map(counts)).toEqual([
      [6, 10],
      [6, 10],
    ])
  })

  test('those who leave out an item that cannot be declined are one class, and none where it can', () => {
    const [agree, disagree] = [people(8, 'parcours', 'avis', 'oui'), people(8, 'parcours', 'avis', 'non')]
    const choices = [
      { id: 'oui', text: 'oui', favourable: true },
      { id: 'non', text: 'non', favourable: false },
    ]
    const plain = survey({ id: 'avis', kind: 'statement', text: 'Un avis', choices })
    expect(counts(item([...agree, ...disagree, ...people(6, 'parcours', 'autre', 'oui')], plain)?.row)).toEqual([
      8, 8, 6,
    ])
    const declinable = survey(experience('avis'))
    const row = item([...agree, ...disagree, ...people(6, 'parcours', 'autre', 'oui')], declinable)?.row
    expect(Array.isArray(row) && row.map(({ choices: ids }) => ids)).toEqual([['non'], ['oui'], ['declined']])
  })

  test('a group of six people is neither counted nor split', () => {
    const answers = [
      ...people(6, 'permanent', 'respect', 'plutot'),
      ...people(10, 'parcours', 'respect', 'plutot'),
      ...people(10, 'parcours', 'respect', 'plutot-pas'),
    ]
    expect(perceptionResults(one, answers)).not.toHaveProperty('groups')
    expect(item(answers)).not.toHaveProperty('split')
  })

  test('what was lived or seen is never split, even where the numbers would allow it', () => {
    const answers = [
      ...people(10, 'permanent', 'vecu', 'non'),
      ...people(10, 'permanent', 'vecu', 'oui'),
      ...people(10, 'parcours', 'vecu', 'non'),
      ...people(10, 'parcours', 'vecu', 'oui'),
    ]
    const lived = item(answers, survey(experience('vecu')))
    expect(counts(lived?.row)).toEqual([20, 20])
    expect(lived).not.toHaveProperty('split')
  })
})

test('the order of answers changes nothing, rows shown sum to the answers, and no class shown is under five', () => {
  const choice = fc.constantFrom('tout-a-fait', 'plutot', 'plutot-pas', 'pas-du-tout', 'declined', 'inconnu')
  const group = fc.constantFrom('permanent', 'parcours', 'declined')
  const person = fc.record({ statut: group, respect: choice, vecu: fc.constantFrom('non', 'oui', 'declined') })
  const perception = survey(statement('respect'), experience('vecu'))
  fc.assert(
    fc.property(fc.array(person, { maxLength: 60 }), (answers) => {
      const results = perceptionResults(perception, answers)
      expect(perceptionResults(perception, answers.toReversed())).toEqual(results)
      expect(results.shown).toBe(answers.length >= 7)
      if (!results.shown) return
      for (const { row } of results.items) {
        if (row === 'masked') continue
        expect(row.reduce((sum, { count }) => sum + count, 0)).toBe(answers.length)
        expect(Math.min(...row.map(({ count }) => count))).toBeGreaterThanOrEqual(5)
      }
    }),
  )
})

test('beside the audit stand totals alone, and only those that are shown', () => {
  const perception = survey(statement('respect', ['critere-1']), statement('formation', ['critere-2', 'ailleurs']))
  const answers = [
    ...people(6, 'permanent', 'respect', 'plutot'),
    ...people(6, 'permanent', 'respect', 'plutot-pas'),
    ...people(9, 'parcours', 'respect', 'plutot'),
    ...people(9, 'parcours', 'respect', 'plutot-pas'),
  ]
  const criteria = [
    { id: 'critere-1', weight: 1 as const, answer: 'level' as const, level: 3 as const, grade: 'C' as const },
    { id: 'critere-2', weight: 1 as const, answer: 'unknown' as const, grade: 'C' as const },
  ]
  const score = { dimensions: [{ criteria }] } as never
  const beside = perceptionBesideAudit(perception, perceptionResults(perception, answers), score)
  expect(beside).toEqual([
    { item: expect.objectContaining({ id: 'respect' }), criteria: [{ id: 'critere-1', level: 3 }] },
  ])
  expect(beside[0]?.item).not.toHaveProperty('split')
  expect(perceptionBesideAudit(perception, { shown: false, answers: 3, reason: 'too-few' }, score)).toEqual([])
})
