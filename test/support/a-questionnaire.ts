import { parseQuestionnaire } from '#src/questionnaire/parse.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'

/** A small questionnaire without a fault, as plain JSON in the canonical order: two dimensions, one criterion legal. */
export function aQuestionnaireJson(): Record<string, unknown> {
  return {
    format: 'jalon/questionnaire@1',
    id: 'essai',
    version: '1.1.0',
    locale: 'fr',
    title: 'Un essai',
    overall: false,
    dimensions: [
      {
        id: 'accueil',
        title: 'Accueillir',
        weight: 3,
        criteria: [
          aCriterionJson('accueil-ecoute', { legal: true, indicators: ['part-ecoutes'] }),
          aCriterionJson('accueil-droits', {
            excludedFor: ['OTHER'],
            variants: { EITI: 'Et les personnes accompagnées ?' },
            indicators: ['nombre-droits'],
          }),
        ],
      },
      { id: 'territoire', title: 'Servir le territoire', weight: 2, criteria: [aCriterionJson('territoire-achats')] },
    ],
    indicators: [
      anIndicatorJson('part-ecoutes', {}),
      anIndicatorJson('nombre-droits', { unit: 'n', calculation: 'number', factor: 1, bounds: { min: 0 } }),
    ],
  }
}

/** The same, read: what the code works on. */
export function aQuestionnaire(): Questionnaire {
  const parsed = parseQuestionnaire(aQuestionnaireJson())

  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))

  return parsed.value
}

/** A copy with one value replaced at a JSON Pointer, or taken away where the value is undefined. */
export function changed(json: unknown, path: string, value: unknown): unknown {
  const [step, ...rest] = path.split('/').slice(1)

  if (step === undefined) return value

  const inner = rest.map((each) => `/${each}`).join('')

  if (Array.isArray(json)) {
    return json.map((entry: unknown, index) => (index === Number(step) ? changed(entry, inner, value) : entry))
  }

  const record = json as Record<string, unknown>
  const next = { ...record, [step]: changed(record[step], inner, value) }

  return Object.fromEntries(Object.entries(next).filter(([, each]) => each !== undefined))
}

function aCriterionJson(id: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id,
    title: `Titre de ${id}`,
    shortTitle: 'Titre court',
    question: 'Que faisons-nous ?',
    weight: 2,
    legal: false,
    levels: ['Rien encore.', 'Parfois.', 'Toujours.', 'Toujours, et nous le partageons.'],
    excludedFor: [],
    variants: {},
    indicators: [],
    proofs: ['Un compte rendu'],
    references: [{ scheme: 'esus', id: 'us-1' }],
    actions: [{ id: `${id}-1`, title: 'Commencer par écouter', forLevels: [1, 2], impact: 2, effort: 1 }],
    ...more,
  }
}

function anIndicatorJson(id: string, more: Record<string, unknown>): Record<string, unknown> {
  return {
    id,
    label: `Libellé de ${id}`,
    kind: 'outcome',
    unit: '%',
    calculation: 'ratio',
    factor: 100,
    direction: 'up',
    bounds: { min: 0, max: 100 },
    countsPeople: false,
    source: 'Suivi interne',
    method: 'Comptage',
    limits: 'Déclaratif',
    ...more,
  }
}
