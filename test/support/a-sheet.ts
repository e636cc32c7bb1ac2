import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import type {
  Criterion,
  Dimension,
  Indicator,
  Questionnaire,
  SuggestedActionModel,
} from '#src/questionnaire/questionnaire.ts'

type CriterionSketch = Partial<Criterion> & { readonly id: string }
type DimensionSketch = Partial<Omit<Dimension, 'criteria'>> & {
  readonly id: string
  readonly criteria: readonly CriterionSketch[]
}
type QuestionnaireSketch = Partial<Omit<Questionnaire, 'dimensions' | 'indicators'>> & {
  readonly dimensions: readonly DimensionSketch[]
  readonly indicators?: readonly (Partial<Indicator> & { readonly id: string })[]
}

/** A questionnaire `essai@1.0.0` that says only what matters; the rest is plausible. */
export function aSketchedQuestionnaire(sketch: QuestionnaireSketch): Questionnaire {
  return {
    format: 'jalon/questionnaire@1',
    id: 'essai',
    version: '1.0.0',
    locale: 'fr',
    title: 'Essai',
    overall: false,
    ...sketch,
    dimensions: sketch.dimensions.map((dimension) => ({
      title: dimension.id,
      weight: 1,
      ...dimension,
      criteria: dimension.criteria.map(aCriterion),
    })),
    indicators: (sketch.indicators ?? []).map(anIndicator),
  }
}

function aCriterion(sketch: CriterionSketch): Criterion {
  return {
    title: sketch.id,
    shortTitle: sketch.id.slice(0, 28),
    question: 'Que faisons-nous ?',
    weight: 1,
    legal: false,
    levels: ['Rien encore.', 'Un peu.', 'Bien.', 'Très bien.'],
    excludedFor: [],
    variants: {},
    indicators: [],
    proofs: [],
    references: [],
    actions: [],
    ...sketch,
  }
}

/** A percentage of people between 0 and 100, unless told otherwise. */
export function anIndicator(sketch: Partial<Indicator> & { readonly id: string }): Indicator {
  return {
    label: sketch.id,
    kind: 'outcome',
    unit: '%',
    calculation: 'ratio',
    factor: 100,
    direction: 'up',
    bounds: { min: 0, max: 100 },
    countsPeople: true,
    source: 'suivi interne',
    method: 'comptage',
    limits: 'aucune',
    ...sketch,
  }
}

export function anAction(sketch: Partial<SuggestedActionModel> & { readonly id: string }): SuggestedActionModel {
  return { title: 'Commencer', forLevels: [1, 2, 3], impact: 2, effort: 2, ...sketch }
}

/** A sheet that answers `essai@1.0.0` for an ACI in 2025, blank unless told otherwise. */
export function aSheet(sketch: Partial<AnswerSheet> = {}): AnswerSheet {
  return {
    format: 'jalon/answer-sheet@1',
    questionnaire: 'essai@1.0.0',
    structure: { name: 'Les Ateliers', kinds: ['ACI'] },
    period: '2025',
    answers: {},
    ...sketch,
  }
}
