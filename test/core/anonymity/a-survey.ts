import type { Perception, PerceptionItem } from '#src/questionnaire/sections/awareness.ts'
import type { PerceptionAnswers } from '#src/anonymity/perception-results.ts'

const declined = { id: 'declined', text: 'Je ne souhaite pas répondre', declined: true }

export const grouping: PerceptionItem = {
  id: 'statut',
  kind: 'group',
  text: 'Ici, je suis',
  choices: [{ id: 'permanent', text: 'permanent' }, { id: 'parcours', text: 'en parcours' }, declined],
}

export const statement = (id: string, criteria: readonly string[] = []): PerceptionItem => ({
  id,
  kind: 'statement',
  text: `Affirmation ${id}`,
  criteria,
  choices: [
    { id: 'tout-a-fait', text: 'tout à fait', favourable: true },
    { id: 'plutot', text: 'plutôt', favourable: true },
    { id: 'plutot-pas', text: 'plutôt pas', favourable: false },
    { id: 'pas-du-tout', text: 'pas du tout', favourable: false },
    declined,
  ],
})

export const experience = (id: string): PerceptionItem => ({
  id,
  kind: 'experience',
  text: `Vécu ${id}`,
  choices: [{ id: 'non', text: 'non', favourable: true }, { id: 'oui', text: 'oui', favourable: false }, declined],
})

export const survey = (...items: readonly PerceptionItem[]): Perception => ({
  title: 'La vie au travail',
  information: ['Facultatif.'],
  items: [grouping, ...items],
})

/** So many people of a group giving that choice to one item. */
export function people(count: number, group: string, item: string, choice: string): readonly PerceptionAnswers[] {
  return Array.from({ length: count }, () => ({ statut: group, [item]: choice }))
}
