import type { Dossier } from '#src/accompaniment/dossier.ts'
import type { EntryValue } from '#src/accompaniment/entry.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'

/** A questionnaire of `criteria` criteria of weight 2 in one dimension, with one ratio and one count. */
export function aSmallQuestionnaire(criteria = 10): Questionnaire {
  return {
    format: 'jalon/questionnaire@1',
    id: 'essai',
    version: '1.0.0',
    locale: 'fr',
    title: 'Essai',
    overall: false,
    dimensions: [
      {
        id: 'dim',
        title: 'Dimension',
        weight: 1,
        criteria: Array.from({ length: criteria }, (_, index) => ({
          id: `critere-${index + 1}`,
          title: `Critère ${index + 1}`,
          shortTitle: `C${index + 1}`,
          question: 'Que faisons-nous ?',
          weight: 2,
          legal: index === 0,
          levels: ['Rien.', 'Un peu.', 'Bien.', 'Très bien.'],
          excludedFor: index === criteria - 1 ? ['OTHER'] : [],
          variants: {},
          indicators: index === 0 ? ['part', 'nombre'] : [],
          proofs: [],
          references: [],
          actions: [{ id: `critere-${index + 1}-1`, title: 'Commencer', forLevels: [1, 2, 3], impact: 2, effort: 2 }],
        })),
      },
    ],
    indicators: [
      indicator({ id: 'part', calculation: 'ratio', unit: '%', factor: 100, bounds: { min: 0, max: 100 } }),
      indicator({ id: 'nombre', calculation: 'number', unit: 'n', factor: 1, bounds: { min: 0 } }),
    ],
    identity: [
      { id: 'forme', label: 'Forme juridique', type: 'text', required: true, maxLength: 40 },
      { id: 'site', label: 'Sites', type: 'number', required: false },
      {
        id: 'choix',
        label: 'Choix',
        type: 'choice',
        required: false,
        choices: [
          { id: 'a', label: 'A' },
          { id: 'b', label: 'B' },
        ],
      },
    ],
  }
}

function indicator(own: {
  id: string
  calculation: 'ratio' | 'number'
  unit: string
  factor: number
  bounds: { min?: number; max?: number }
}): Questionnaire['indicators'][number] {
  return {
    label: own.id,
    kind: 'outcome',
    direction: 'up',
    countsPeople: true,
    source: 'interne',
    method: 'compter',
    limits: 'aucune',
    core: true,
    ...own,
  }
}

export function aDossier(
  own: Partial<Omit<Dossier, 'entries'>> & { readonly entries?: Readonly<Record<string, EntryValue>> } = {},
): Dossier {
  return {
    state: 'requested',
    structure: { name: 'La Structure', siret: '00000000000000', kinds: ['ACI'] },
    proofs: [],
    people: [{ role: 'advisor' }],
    invitationSent: false,
    synthesisPrinted: false,
    ...own,
    entries: new Map(Object.entries(own.entries ?? {})),
  }
}

/** Entries answering every criterion: the first `unknown` are unknown, the next `notApplicable` are not applicable, the rest at `level`. */
export function answered(
  of: number,
  {
    unknown = 0,
    notApplicable = 0,
    level = 2,
    example = 'Un exemple.',
  }: Readonly<{ unknown?: number; notApplicable?: number; level?: 1 | 2 | 3 | 4; example?: string }> = {},
): Readonly<Record<string, EntryValue>> {
  return Object.fromEntries(
    Array.from({ length: of }, (_, index): [string, EntryValue] => [
      `criterion/critere-${index + 1}`,
      index < unknown
        ? { unknown: true }
        : index < unknown + notApplicable
          ? { notApplicable: true, reason: 'sans objet' }
          : { level, example },
    ]),
  )
}

export function uuid(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
}
