import { countInWords, plural, typeset } from '#client/app/fr.ts'

export const savingTexts = typeset({
  saving: 'Enregistrement…',
  saved: (at: string) => `Enregistré à ${at}`,
  waiting: (count: number) => `${count} ${plural(count, 'réponse attend', 'réponses attendent')} le réseau`,
  signedOut: (count: number) =>
    `${count} ${plural(count, 'réponse est gardée', 'réponses sont gardées')} ici, en attendant votre retour`,
  conflict: (count: number) => (count === 1 ? 'Une réponse à choisir' : `${count} réponses à choisir`),
  refused: (sentence: string) => `Non enregistré : ${sentence}`,
  whichToKeep: 'Quelle réponse garder ?',
  whoMeanwhile: (who: string) => `${who} a répondu pendant que vous répondiez. Rien n'est perdu.`,
  mine: (at: string) => `vous, à ${at}`,
  theirs: (who: string, at: string) => `${who}, ${at}`,
  keep: 'Garder',
  others: (count: number) =>
    `Encore ${countInWords(count, 'feminine')} ${plural(count, 'réponse', 'réponses')} ensuite.`,
})
