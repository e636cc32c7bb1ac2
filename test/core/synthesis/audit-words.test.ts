import { beforeAll, expect, test } from 'vitest'
import { findingsHeadline, noWarningText } from '#src/synthesis/audit/texts-fr.ts'
import { allAt, auditModel, criteriaOf, readAuditExample } from '#test/support/synthesis/example-audit.ts'
import type { Example } from '#test/support/synthesis/example-synthesis.ts'

let example: Example

beforeAll(async () => {
  example = await readAuditExample()
})

test('an audit where no legal criterion has a level does not say that there is no warning', () => {
  const audit = auditModel(example, { sheet: { answers: {}, proofs: {}, plan: [] } })
  expect(findingsHeadline(audit)).toBe('Trop tôt pour dire ce qui tient et ce qu’il faut lever')
  expect(noWarningText(audit.tally)).toBe(
    'Aucun critère légal n’a encore de niveau : on ne sait pas s’il y a une vigilance.',
  )
})

test('legal criteria that were not read are counted beside those that hold', () => {
  const legal = criteriaOf(example).filter((criterion) => criterion.legal)
  const answers = Object.fromEntries(legal.slice(0, -1).map(({ id }) => [id, { level: 3 as const }]))
  const { tally } = auditModel(example, { sheet: { answers, plan: [] } })
  expect(noWarningText(tally)).toBe('Aucun critère légal n’est au niveau 1. Un critère légal n’a pas encore de niveau.')
})

test('level 2 is said to be strengthened only where some criterion is at it', () => {
  const texts = ([2, 3] as const).map((level) =>
    noWarningText(auditModel(example, { sheet: allAt(example, level) }).tally),
  )
  expect(texts.map((text) => text.includes('niveau 2'))).toEqual([true, false])
})
