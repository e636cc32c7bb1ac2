import { typeset } from './fr.ts'

/** Sentences of the application's frame. Each activity has its own `texts-fr.ts` beside its pages. */
export const appTexts = typeset({
  product: 'Jalon',
  skipToContent: 'Aller au contenu',
  mainNavigation: 'Principal',
  accompaniments: 'Accompagnements',
  ourAccompaniment: 'Notre accompagnement',
  structures: 'Structures',
  practices: 'Bonnes pratiques',
  outbox: 'Messages gardés ici',
  exampleLong: "Réseau d'exemple",
  exampleRest: ', noms et chiffres inventés',
  example: 'Exemple',
  removeExample: "Enlever l'exemple",
  account: 'Mon compte, ',
  myAccount: 'Mon compte',
  menu: 'Menu',
  signOut: 'Se déconnecter',
  close: 'Fermer',
  cancel: 'Annuler',
  loading: 'Chargement…',
  retry: 'Réessayer',
  myAccompaniments: 'Mes accompagnements',
  unreachable:
    "Jalon ne répond pas. Ce que vous avez écrit est gardé sur cet appareil ; vérifiez votre connexion, l'envoi reprendra seul.",
  unexpected:
    "Quelque chose s'est mal passé de notre côté. Ce qui était enregistré l'est toujours ; rechargez la page.",
  refusedWithoutReason: (status: number) =>
    `Jalon n'a pas pu répondre (code ${status}). Ce qui était enregistré l'est toujours ; réessayez dans un instant.`,
  requestId: (id: string) => `Référence à donner si vous demandez de l'aide : ${id}`,
  loadFailed: "Cette page n'a pas pu s'ouvrir",
  notFoundTitle: "Cette page n'existe pas, ou n'est pas pour vous",
  notFoundWhy:
    "L'adresse a peut-être changé, ou l'accès à cet accompagnement ne vous a pas été donné. Rien n'est perdu.",
  backHome: 'Revenir au début',
  pageTitle: (title: string) => `${title} – Jalon`,
})
