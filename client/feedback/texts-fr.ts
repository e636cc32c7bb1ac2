import { typeset } from '#client/app/fr.ts'

export const feedbackTexts = typeset({
  reasonNeeded: 'Écrivez au moins une phrase : elle restera dans le dossier, pour les autres et pour plus tard.',
})
