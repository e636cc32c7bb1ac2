import type { FileProblemCode } from '#src/shared/problem.ts'
import { aSketchedQuestionnaire } from '#test/support/a-sheet.ts'

/** Four criteria, one of them excluded for the sheet's kinds, and an indicator of each sort. */
export const questionnaire = aSketchedQuestionnaire({
  dimensions: [
    {
      id: 'd',
      criteria: [
        { id: 'accueil', indicators: ['taux', 'nombre'] },
        { id: 'freins' },
        { id: 'exclu', excludedFor: ['EI', 'ACI'] },
        { id: 'presque', excludedFor: ['EI'] },
      ],
    },
  ],
  indicators: [
    { id: 'taux' },
    { id: 'nombre', unit: 'n', calculation: 'number', factor: 1, bounds: {} },
    { id: 'ecart', unit: '€', calculation: 'number', factor: 1, bounds: { min: -100, max: 100 } },
    { id: 'ecart-fh', bounds: { min: -100, max: 100 } },
  ],
})

export const questionnaires = new Map([['essai@1.0.0', { questionnaire }]])

/** A valid sheet of `essai@1.0.0`, as JSON would give it: each hostile case is one change to a copy of it. */
export function validSheet() {
  return {
    format: 'jalon/answer-sheet@1' as unknown,
    questionnaire: 'essai@1.0.0' as unknown,
    structure: { name: 'Les Ateliers', siret: '73282932000074', kinds: ['ACI', 'EI'], department: '93', member: true },
    period: '2025' as unknown,
    answers: { accueil: { level: 3, example: 'Un livret.' } } as Record<string, unknown>,
    indicators: {
      taux: { numerator: 31, denominator: 52, source: 'extranet ASP', proofs: ['annexe.pdf'] },
      nombre: { value: 41.3 },
    } as Record<string, unknown>,
    proofs: { accueil: ['livret.pdf'] } as Record<string, unknown>,
    keyArguments: [
      {
        criterion: 'accueil',
        claim: 'Nous accueillons bien.',
        indicators: ['taux'],
        quote: { text: 'Merci.', role: 'salariée', consent: true },
      },
    ] as unknown,
    customElements: [
      {
        title: 'Vélos',
        description: 'Réparés.',
        indicator: { label: 'Vélos', unit: 't', value: 12.5, period: '2025' },
      },
    ] as unknown,
    plan: [{ action: 'Écrire le livret', criterion: 'accueil', owner: 'direction', due: '2026-06-30' }] as unknown,
    audience: 'full' as unknown,
  }
}

export type HostileCase = readonly [
  name: string,
  change: (sheet: ReturnType<typeof validSheet>) => unknown,
  ...problems: readonly [FileProblemCode, string][],
]

export const answer =
  (value: unknown): HostileCase[1] =>
  (sheet) => ({ ...sheet, answers: { accueil: value } })
export const ratio =
  (value: unknown): HostileCase[1] =>
  (sheet) => ({ ...sheet, indicators: { taux: value } })
export const number =
  (value: unknown): HostileCase[1] =>
  (sheet) => ({ ...sheet, indicators: { nombre: value } })
export const structure =
  (own: object): HostileCase[1] =>
  (sheet) => ({ ...sheet, structure: { ...sheet.structure, ...own } })
export const top =
  (own: object): HostileCase[1] =>
  (sheet) => ({ ...sheet, ...own })
export const argument =
  (own: object): HostileCase[1] =>
  (sheet) => ({ ...sheet, keyArguments: [{ criterion: 'accueil', claim: 'Bien.', ...own }] })
export const element =
  (own: object): HostileCase[1] =>
  (sheet) => ({ ...sheet, customElements: [{ title: 'Vélos', ...own }] })
export const measured = (own: object) => element({ indicator: { label: 'Vélos', unit: 't', value: 1, ...own } })
export const action =
  (own: object): HostileCase[1] =>
  (sheet) => ({ ...sheet, plan: [{ action: 'Écrire', ...own }] })
export const without =
  (key: string): HostileCase[1] =>
  (sheet) =>
    Object.fromEntries(Object.entries(sheet).filter(([name]) => name !== key))
export const own = (key: string, value: unknown) =>
  JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`) as object
export const distinct = (count: number) => Array.from({ length: count }, (_, at) => `preuve-${at}.pdf`)
