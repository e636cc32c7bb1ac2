import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AnswerSheet, CriterionAnswer, SheetAction } from '#src/answers/answer-sheet.ts'
import { publicSynthesisOf } from '#src/synthesis/audit/model/public-synthesis.ts'
import type { PublicSynthesis } from '#src/synthesis/audit/model/public-page.ts'
import {
  auditDocument,
  auditModel,
  criteriaOf,
  fullContext,
  readAuditExample,
} from '#test/support/synthesis/example-audit.ts'
import type { Example } from '#test/support/synthesis/example-synthesis.ts'

let example: Example

beforeAll(async () => {
  example = await readAuditExample()
})

const answers: readonly CriterionAnswer[] = [
  { level: 1, example: 'SECRET un exemple à nous' },
  { level: 2, example: 'SECRET un exemple à nous' },
  { level: 3 },
  { level: 4 },
  { unknown: true },
  { notApplicable: true, reason: 'SECRET un motif' },
]

/** A random sheet, and a plan of which each action is named after its criterion. */
function sheets(): fc.Arbitrary<Pick<AnswerSheet, 'answers' | 'plan'>> {
  const ids = criteriaOf(example).map(({ id }) => id)
  return fc
    .record({
      answers: fc.array(fc.constantFrom(undefined, ...answers), { minLength: ids.length, maxLength: ids.length }),
      planned: fc.subarray(ids, { maxLength: 12 }),
      statuses: fc.array(fc.constantFrom('agreed', 'done', 'dropped', undefined), { minLength: 12, maxLength: 12 }),
    })
    .map(({ answers: chosen, planned, statuses }) => ({
      answers: Object.fromEntries(
        ids.flatMap((id, index) => {
          const answer = chosen[index]
          return answer === undefined ? [] : [[id, answer]]
        }),
      ),
      plan: planned.map((criterion, index): SheetAction => {
        const status = statuses[index]
        return {
          action: `Agir sur ${criterion}`,
          criterion,
          owner: 'SECRET fonction',
          due: '2027-05-31',
          successIndicator: 'SECRET cible',
          ...(status === undefined ? {} : { status }),
        }
      }),
    }))
}

function leaves(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(leaves)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value]
}

describe('the page for the wall', () => {
  test('whatever the answers, holds no figure, nothing of the answers, and no action that lifts a warning', () => {
    fc.assert(
      fc.property(sheets(), (changes) => {
        const audit = auditModel(example, { sheet: changes })
        const page = publicSynthesisOf(audit)
        const said = leaves(page)
        expect(said.filter((leaf) => typeof leaf === 'number')).toEqual([])
        expect(JSON.stringify(page)).not.toContain('SECRET')

        const lifting = audit.plan.filter(({ warning }) => warning !== undefined).map(({ title }) => title)
        for (const title of lifting) expect(said).not.toContain(title)
        for (const { title } of audit.warnings) expect(said).not.toContain(title)

        const allowed = audit.plan.filter(({ warning }) => warning === undefined).map(({ title }) => title)
        expect([...page.done, ...page.planned].map(({ title }) => title).toSorted()).toEqual(allowed.toSorted())
      }),
      { numRuns: 40 },
    )
  })

  test('is the same for two structures that differ in their levels alone, no warning lifted by the plan', () => {
    const at = (level: 3 | 4) =>
      auditDocument(example, 'lcd-public', {
        sheet: { answers: Object.fromEntries(criteriaOf(example).map(({ id }) => [id, { level }])) },
      })
    expect(at(3)).toEqual(at(4))
  })

  test('an action that names no criterion is kept when it is the suggestion of one in warning', () => {
    const criterion = criteriaOf(example).find(({ legal, actions }) => legal && actions.length > 0)
    const model = criterion?.actions[0]
    if (criterion === undefined || model === undefined) throw new Error('a legal criterion has actions')
    const plan = [{ action: model.title }, { action: model.id }]
    const page = publicSynthesisOf(auditModel(example, { sheet: { answers: { [criterion.id]: { level: 1 } }, plan } }))
    expect(page.planned).toEqual([])
  })

  test('shows an action that lifts a warning only if the structure says so, and hides any it wants hidden', () => {
    const context = fullContext(example)
    const plan = context.plan ?? []
    const lifting = plan.find(({ criterion }) => example.score.warnings.includes(criterion ?? ''))
    const other = plan.find(({ criterion }) => !example.score.warnings.includes(criterion ?? ''))
    if (lifting === undefined || other === undefined) throw new Error('the example has both')
    const titles = (page: PublicSynthesis) => [...page.done, ...page.planned].map(({ title }) => title)

    const byDefault = titles(publicSynthesisOf(auditModel(example, { context })))
    expect(byDefault).not.toContain(lifting.title)
    expect(byDefault).toContain(other.title)

    const publishedActions = { [lifting.id]: true, [other.id]: false }
    const chosen = titles(publicSynthesisOf(auditModel(example, { context: { ...context, publishedActions } })))
    expect(chosen).toContain(lifting.title)
    expect(chosen).not.toContain(other.title)
  })

  test('takes the description of an action the structure chose, of no other', () => {
    const context = fullContext(example)
    const plan = (context.plan ?? []).map((action) => ({ ...action, description: 'Pour tous.' }))
    const details = (publishedActions: Readonly<Record<string, boolean>>) =>
      publicSynthesisOf(auditModel(example, { context: { ...context, plan, publishedActions } })).planned.flatMap(
        ({ detail }) => detail ?? [],
      )
    expect(details({})).toEqual([])
    expect(details(Object.fromEntries(plan.map(({ id }) => [id, true]))).length).toBeGreaterThan(0)
  })

  test('has a fingerprint of its own content: a comment inside the accompaniment does not change it', () => {
    const context = fullContext(example)
    const [id = ''] = example.score.warnings
    const commented = { ...context, comments: { [id]: 'Un constat confidentiel.' } }
    expect(auditDocument(example, 'lcd-public', { context: commented }).fingerprint).toBe(
      auditDocument(example, 'lcd-public', { context }).fingerprint,
    )
    expect(auditDocument(example, 'lcd-internal', { context: commented }).fingerprint).not.toBe(
      auditDocument(example, 'lcd-internal', { context }).fingerprint,
    )
  })
})
