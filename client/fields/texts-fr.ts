import { typeset } from '#client/app/fr.ts'

export const fieldTexts = typeset({
  toChoose: 'À choisir',
  optional: 'Si vous l’avez',
  notANumber: 'Écrivez un nombre, comme 168 ou 61,4.',
  signs: (written: number, most: number) => `${written} signes sur ${most}`,
})
