import { plural, typeset } from '#client/app/fr.ts'

/** What every page says; each kind of page has its own `texts-fr.ts`. */
export const phoneTexts = typeset({
  product: 'Jalon',
  pageTitle: (title: string) => `${title} – Jalon`,
  opening: 'Ouverture…',
  guidance: 'Que faire face à une situation ?',
  another: 'Une autre personne répond ici',
  retry: 'Réessayer maintenant',
  meetingOver: 'La réunion est terminée',
  meetingOverText: 'Merci d’avoir pris part. Il ne reste rien de vos réponses sur ce téléphone.',
  started: 'La réunion a commencé',
  startedText:
    'Ce lien servait à répondre avant. Ce que vous avez envoyé compte, et il n’en reste rien sur ce téléphone. Si vous y êtes finalement, entrez avec le code de la salle.',
  unsent: (count: number) =>
    `${count} ${plural(count, 'réponse n’a pas pu partir', 'réponses n’ont pas pu partir')} à temps : le réseau n’est pas revenu avant la fin.`,
  left: 'Vous avez quitté la réunion',
  leftText: 'Ce que vous avez envoyé compte. Il n’en reste rien sur ce téléphone.',
  seatLost: 'Votre place n’est plus ouverte',
  seatLostText:
    'La réunion est terminée, ou ce téléphone l’avait quittée. Il n’en reste rien ici. Si elle continue, entrez de nouveau avec le code.',
  enterAgain: 'Entrer avec un code',
  kept: 'Gardé ici',
  noNetwork: 'Sans réseau',
})
