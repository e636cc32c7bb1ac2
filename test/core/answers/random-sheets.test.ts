import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAnswerSheet } from '#src/answers/parse-answer-sheet.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { questionnaire, questionnaires, validSheet } from './hostile/hostile-case.ts'

test('whatever is read, nothing is thrown, and what is refused says where', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withMap: true, withDate: true, withBigInt: true }), (json) => {
      const parsed = parseAnswerSheet(json, questionnaires)

      expect(parsed.ok || parsed.problem.length > 0).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

const parts = Object.keys(validSheet())

test('a valid sheet with anything at all in the place of a part never lets an invalid value through', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...parts),
      fc.anything({ withNullPrototype: true, maxDepth: 4 }),
      fc.constantFrom('accueil', 'exclu', 'taux', 'nombre', '__proto__'),
      fc.boolean(),
      (part, value, id, nested) => {
        const sheet = { ...validSheet(), [part]: nested ? Object.fromEntries([[id, value]]) : value }
        const parsed = parseAnswerSheet(sheet, questionnaires)

        if (!parsed.ok) {
          expect(parsed.problem.length).toBeGreaterThan(0)
          return
        }

        const again = parseAnswerSheet(JSON.parse(JSON.stringify(parsed.value)), questionnaires)

        expect(again).toEqual(parsed)
        expect(JSON.stringify(scoreAnswerSheet(questionnaire, '', parsed.value))).not.toMatch(/null/)
      },
    ),
    { numRuns: 5000 },
  )
})

test('an answer of random keys and values is accepted only where it says exactly one thing', () => {
  const some = fc.oneof(
    fc.constantFrom(1, 2, 3, 4, 0, 5, 2.5, true, false, null, '3', 'sans objet', '  '),
    fc.anything(),
  )
  const random = fc.dictionary(fc.constantFrom('level', 'unknown', 'notApplicable', 'reason', 'example', 'x'), some)

  fc.assert(
    fc.property(random, (answer) => {
      const parsed = parseAnswerSheet({ ...validSheet(), answers: { accueil: answer } }, questionnaires)

      if (!parsed.ok) return

      const kept = parsed.value.answers['accueil'] ?? { level: 0 }
      const said = ['level', 'unknown', 'notApplicable'].filter((key) => key in kept)

      expect(said).toHaveLength(1)
      if ('level' in kept) expect([1, 2, 3, 4]).toContain(kept.level)
      if ('notApplicable' in kept) expect(kept.reason?.trim().length).toBeGreaterThanOrEqual(3)
    }),
    { numRuns: 5000 },
  )
})
