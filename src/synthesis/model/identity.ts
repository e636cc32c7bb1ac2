import { capitalised, listFr, siretFr } from '#src/synthesis/french.ts'
import type { Synthesis } from '#src/synthesis/synthesis.ts'

export type IdentityRow = readonly [term: string, text: string]

type Said = (id: string) => string

/** As many as stand beside the key figures; the whole sheet stays in the accompaniment. */
const mostRows = 10

/** Printed labels shorter than the question that was asked, and what belongs in the same row. */
const known: Readonly<Record<string, { readonly label: string; readonly text?: (said: Said) => string }>> = {
  'forme-juridique': {
    label: 'Forme juridique',
    text: (said) => joined(said('forme-juridique'), said('annee-creation') && `créée en ${said('annee-creation')}`),
  },
  territoire: { label: 'Territoire' },
  activites: { label: 'Activités' },
  'salaries-parcours': { label: 'Équipe', text: team },
  gouvernance: {
    label: 'Gouvernance',
    text: (said) =>
      joined(said('gouvernance'), said('administratrices') && `dont ${figure(said('administratrices'))} femmes`),
  },
  reseaux: { label: 'Réseaux' },
}

/** Said on the cover, as the page's headline or in the row of another field. */
const elsewhere: ReadonlySet<string> = new Set([
  'nom-usage',
  'accroche',
  'annee-creation',
  'permanents',
  'permanents-etp',
  'effectif-total',
  'administrateurs',
  'administratrices',
  'esus',
  'site-internet',
  'expression-salaries',
  'contact-fonction',
  'contact-courriel',
  'contact-telephone',
])

/**
 * The identity sheet in a few rows: what belongs together is said together. What the answer sheet alone knows stands
 * where the accompaniment says nothing more precise. A field this document has never heard of keeps its own label.
 */
export function identityRows({
  structure,
  identity,
}: Pick<Synthesis, 'structure' | 'identity'>): readonly IdentityRow[] {
  const values = new Map(identity.map(({ id, value }) => [id, value.trim()]))
  const said: Said = (id) => values.get(id) ?? ''
  const { siret, kinds, department, member } = structure

  const rows = identity.flatMap(({ id, label, value }): IdentityRow[] =>
    elsewhere.has(id) || value.trim() === ''
      ? []
      : [[known[id]?.label ?? label, known[id]?.text?.(said) ?? value.trim()]],
  )
  return [
    ...(siret === undefined ? [] : [['SIRET', siretFr(siret)] as const]),
    ...(said('conventionnement') === '' ? [['Conventionnement', kinds.join(', ')] as const] : []),
    ...(department === undefined || said('territoire') !== '' ? [] : [['Département', department] as const]),
    ...rows,
    ...(member === undefined || said('reseaux') !== ''
      ? []
      : [['Réseau', member ? 'Adhérente' : 'Non adhérente'] as const]),
  ].slice(0, mostRows)
}

function team(said: Said): string {
  const permanents = said('permanents')
  return capitalised(
    listFr([
      `${figure(said('salaries-parcours'))} salariés en parcours`,
      ...(permanents === '' ? [] : [`${figure(permanents)} permanents`]),
    ]),
  )
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}

/** A number without the unit it was asked in. */
function figure(text: string): string {
  return /^[\d,\u00a0]*\d/.exec(text)?.[0] ?? text
}
