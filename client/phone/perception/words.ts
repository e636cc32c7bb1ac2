import { typeset } from '#client/app/fr.ts'

/**
 * What the perception pages say themselves, in French. A translation gives the same keys in its `words`; one it leaves
 * out is said in French. `{count}`, `{number}`, `{answered}` and `{date}` are replaced.
 */
export const frenchWords = typeset({
  language: 'Langue',
  until: 'Vous pouvez répondre jusqu’au {date}.',
  length: '{count} questions. Pas de texte à écrire.',
  begin: 'Commencer',
  listenPage: 'Écouter cette page',
  listen: 'Écouter',
  stopListening: 'Arrêter l’écoute',
  question: 'Question {number} sur {count}',
  choose: 'Touchez votre réponse. Vous pourrez la changer.',
  answers: 'Réponses',
  next: 'Question suivante',
  pass: 'Passer cette question',
  previous: 'Question précédente',
  nothingSent: 'Rien n’est encore parti. Tout s’envoie en une fois, à la fin.',
  readyTitle: 'C’est la fin. Envoyer vos réponses ?',
  ready: 'Réponses données : {answered} sur {count}.',
  review: 'Revoir mes réponses',
  send: 'Envoyer mes réponses',
  sending: 'Envoi…',
  notSent: 'Le réseau ne répond pas. Rien n’est perdu : gardez cette page ouverte, l’envoi recommence tout seul.',
  retry: 'Réessayer maintenant',
  closedTitle: 'Le questionnaire est fermé',
  closed: 'Vos réponses ne peuvent plus partir. Il n’en reste rien sur cet appareil.',
  thanksTitle: 'Merci, c’est parti',
  nothingLeft: 'Il n’en reste rien sur cet appareil.',
  endBack: 'Revenir en arrière ne montre pas vos réponses.',
  endNobody: 'Personne ne peut les retrouver ni les changer. Vous non plus.',
  endHistory: 'Seule l’adresse de la page peut rester dans l’historique du navigateur.',
  endTotals: 'On ne montrera que des totaux, après le {date}, à partir de 7 réponses.',
  helpTitle: 'Quelque chose vous est arrivé ?',
  helpText: 'Ce questionnaire n’alerte personne.',
  helpLink: 'Que faire face à une situation ?',
  another: 'Une autre personne répond ici',
})

/** Keys that a translation of the perception survey gives in `words`. */
export type PerceptionWords = Readonly<Record<keyof typeof frenchWords, string>>

/** French, with what a translation says in its place. */
export function wordsIn(translated: Readonly<Record<string, string>> | undefined): PerceptionWords {
  return { ...frenchWords, ...translated }
}

/** A word with its `{names}` replaced. */
export function filled(word: string, values: Readonly<Record<string, string | number>>): string {
  return word.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
