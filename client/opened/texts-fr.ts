import { countInWords, plural, typeset } from '#client/app/fr.ts'

/** Sentences that several pages of an accompaniment share. */
export const openedTexts = typeset({
  characters: (count: number, max: number) => `${count} ${plural(count, 'signe', 'signes')} sur ${max}`,
  notANumber: 'Écrivez un nombre, par exemple 12,5.',
  why: 'Pour quelle raison ?',
  reasonQuestions: {
    'send-back': 'Que faut-il corriger ?',
    hold: 'Pourquoi cette pause ?',
    cancel: 'Pourquoi arrêter ?',
  },
  frozen:
    'Le document a été remis : cette page se lit, elle ne se change plus. Une correction se demande depuis la synthèse.',
  readerOnly: 'Vous consultez ce dossier : l’équipe et la personne qui accompagne l’écrivent.',
  pointsLeft: (count: number, before: string) =>
    `Encore ${countInWords(count)} ${plural(count, 'point', 'points')} avant ${before}.`,
  nextPoint: 'Régler le point suivant',
  add: 'Ajouter',
  remove: 'Retirer',
  undo: 'Annuler le retrait',
  close: 'Fermer',
  chooseOne: 'Choisir…',
})
