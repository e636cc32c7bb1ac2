import { listed, typeset } from '#client/app/fr.ts'

export const fieldTexts = typeset({
  toChoose: 'À choisir',
  optional: 'Si vous l’avez',
  notANumber: 'Écrivez un nombre, comme 168 ou 61,4.',
  comment: {
    label: 'Ce qui se passe aujourd’hui',
    hint: 'Une ou deux phrases : des faits, aucun nom, aucune situation où l’on reconnaîtrait quelqu’un.',
    notSaved: 'Pas encore enregistré.',
    found: (excerpts: readonly string[]) =>
      `Ce texte semble désigner quelqu’un : ${listed(excerpts.map((excerpt) => `« ${excerpt} »`))}.`,
    why: 'Ce commentaire sera lu par d’autres. Écrivez une fonction ou « une personne » : le fait reste, et personne n’est exposé.',
    keep: 'Cela ne désigne personne : enregistrer tel quel',
  },
  signs: (written: number, most: number) => `${written} signes sur ${most}`,
})
