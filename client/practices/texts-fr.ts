import { countInWords, plural, typeset } from '#client/app/fr.ts'

export const practiceTexts = typeset({
  title: (count: number) =>
    `${countInWords(count, 'feminine')} ${plural(count, 'bonne pratique', 'bonnes pratiques')} à partager`,
  titleNone: 'Bonnes pratiques du réseau',
  lead: 'Ce qui a marché dans une structure, raconté pour les autres, avec son accord écrit.',
  none: 'Aucune bonne pratique pour l’instant',
  noneWhy: "Elles viendront des plans de progrès, ou d'ici.",
  add: 'Ajouter une bonne pratique',
  newTitle: 'Quelle pratique partager ?',
  back: 'Bonnes pratiques',
  name: 'Titre',
  nameHint: 'Par exemple « Un covoiturage organisé par l’équipe ».',
  context: 'Le point de départ',
  how: 'Comment la structure s’y est prise',
  results: 'Ce que cela a donné',
  advice: 'Conseils à qui voudrait faire de même',
  kinds: 'Pour quels types de structures',
  structure: 'Structure citée',
  structureHint: 'Laissez vide pour ne pas la nommer.',
  consentOn: 'Accord écrit de la structure, daté du',
  nameNeeded: 'Écrivez un titre, en trois signes au moins.',
  consentNeeded: 'Sans accord écrit de la structure, la pratique ne peut pas se partager.',
  publish: 'Partager la pratique',
  anonymous: 'structure non nommée',
  example: 'exemple',
})
