import { plural, typeset } from '#client/app/fr.ts'

export const lawTexts = typeset({
  title: (count: number) => `Les ${count} motifs que la loi protège`,
  documentTitle: 'Ce que la loi protège',
  lead: 'Traiter quelqu’un moins bien pour l’un de ces motifs est une discrimination. Chacun est expliqué, puis nommé.',
  search: 'Chercher un motif',
  found: (count: number) => `${count} ${plural(count, 'motif', 'motifs')}`,
  none: (search: string) => `Aucun motif ne parle de « ${search} ».`,
  example: 'Par exemple',
  readOn: (day: string) => `lu le ${day}`,
})
