import fc from 'fast-check'
import type { AnswerSheet, CriterionAnswer, IndicatorValue } from '#src/answers/answer-sheet.ts'
import { type Kind, kinds, type Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { aSketchedQuestionnaire, aSheet } from './a-sheet.ts'

const oneToThree = fc.constantFrom(1 as const, 2 as const, 3 as const)
const level = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const)
const someKinds = fc.subarray([...kinds], { minLength: 1 })

/** What a random sheet is drawn with: the sheet is always one that the questionnaire accepts. */
export type Drawn = { readonly questionnaire: Questionnaire; readonly sheet: AnswerSheet }

const anyAction = fc.record({ forLevels: fc.subarray([1, 2, 3, 4] as const), impact: oneToThree, effort: oneToThree })

const anyIndicator = fc.record({
  ratio: fc.boolean(),
  factor: fc.constantFrom(1, 100, 1_000_000),
  bounds: fc.constantFrom({}, { min: 0 }, { min: 0, max: 100 }, { min: 10, max: 20 }),
  countsPeople: fc.boolean(),
})

const anyCriterion = fc.record({
  weight: oneToThree,
  legal: fc.boolean(),
  excludedFor: fc.oneof({ weight: 3, arbitrary: fc.constant<Kind[]>([]) }, fc.subarray([...kinds], { maxLength: 5 })),
  indicators: fc.subarray(['i0', 'i1', 'i2', 'i3']),
  actions: fc.array(anyAction, { maxLength: 3 }),
})

const anyAnswer: fc.Arbitrary<CriterionAnswer | undefined> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ level }) },
  fc.record({ unknown: fc.constant(true as const) }),
  fc.record({ notApplicable: fc.constant(true as const), reason: fc.constant('sans objet') }),
  fc.constant(undefined),
)

const anyProofs = fc.constantFrom([], ['bilan.pdf'], ['bilan.pdf', 'registre.ods'])
const anyFigure = fc.oneof(fc.nat(120), fc.constantFrom(0.5, 4.9, 5, 1e12))

/** A questionnaire of up to five dimensions and a sheet for it: any kinds, exclusions, answers, values and proofs. */
export const anyDrawn: fc.Arbitrary<Drawn> = fc
  .record({
    overall: fc.boolean(),
    structureKinds: someKinds,
    indicators: fc.tuple(anyIndicator, anyIndicator, anyIndicator, anyIndicator),
    dimensions: fc.array(
      fc.record({
        weight: oneToThree,
        criteria: fc.array(fc.record({ criterion: anyCriterion, answer: anyAnswer, proofs: anyProofs }), {
          maxLength: 6,
        }),
      }),
      { maxLength: 5 },
    ),
    values: fc.array(fc.record({ figure: anyFigure, other: anyFigure, proofs: anyProofs, comment: fc.boolean() }), {
      maxLength: 4,
    }),
  })
  .map(({ overall, structureKinds, indicators, dimensions, values }) => {
    const questionnaire = aSketchedQuestionnaire({
      overall,
      indicators: indicators.map(({ ratio, factor, bounds, countsPeople }, at) => ({
        id: `i${at}`,
        unit: ratio ? '%' : 'h',
        calculation: ratio ? 'ratio' : 'number',
        factor,
        bounds,
        countsPeople,
      })),
      dimensions: dimensions.map(({ weight, criteria }, d) => ({
        id: `d${d}`,
        weight,
        criteria: criteria.map(({ criterion }, c) => ({
          ...criterion,
          id: `d${d}-c${c}`,
          actions: criterion.actions.map((action, a) => ({ ...action, id: `d${d}-c${c}-${a}`, title: 'Commencer' })),
        })),
      })),
    })
    const answered = dimensions.flatMap(({ criteria }, d) =>
      criteria.map((entry, c) => ({ ...entry, id: `d${d}-c${c}` })),
    )
    const sheet = aSheet({
      structure: { name: 'S', kinds: structureKinds },
      answers: Object.fromEntries(
        answered.flatMap(({ id, criterion, answer }): [string, CriterionAnswer][] =>
          answer === undefined || structureKinds.every((kind) => criterion.excludedFor.includes(kind))
            ? []
            : [[id, answer]],
        ),
      ),
      proofs: Object.fromEntries(answered.map(({ id, proofs }) => [id, proofs])),
      indicators: Object.fromEntries(
        values.map(({ figure, other, proofs, comment }, at): [string, IndicatorValue] => [
          `i${at}`,
          {
            ...(indicators[at]?.ratio ? { numerator: figure, denominator: other } : { value: figure }),
            proofs,
            ...(comment ? { comment: 'expliqué' } : {}),
          },
        ]),
      ),
    })

    return { questionnaire, sheet }
  })
