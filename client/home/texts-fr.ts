import { capitalised, countInWords, plural, typeset } from '#client/app/fr.ts'

export const homeTexts = typeset({
  documentTitle: 'Mes accompagnements',
  greeting: (name: string | undefined, waiting: number) =>
    waiting === 0
      ? `${hello(name)}, rien ne vous attend pour l'instant`
      : `${hello(name)}, ${countInWords(waiting)} ${plural(waiting, 'accompagnement vous attend', 'accompagnements vous attendent')}`,
  today: (day: string) => `${capitalised(day)}.`,
  nextMeeting: (when: string, structure: string) => `La prochaine réunion est ${when}, avec ${structure}.`,
  newAccompaniment: 'Nouvel accompagnement',
  search: 'Chercher une structure',
  searchPlaceholder: 'Chercher',
  groups: {
    advisor: "À vous d'agir",
    structure: 'En attente de la structure',
    later: 'Plus tard',
    done: 'Terminés',
  },
  otherPoints: (count: number) => `Et ${countInWords(count)} ${plural(count, 'autre point', 'autres points')}.`,
  nothingMissing: (event: string) => `Tout est prêt : ${event}.`,
  paused: 'En pause.',
  stopped: 'Arrêté.',
  delivered: 'Synthèse remise.',
  since: (days: number) => `Depuis ${days} ${plural(days, 'jour', 'jours')}.`,
  noMatch: (search: string) => `Aucun accompagnement ne correspond à « ${search} ».`,
  clearSearch: 'Tout revoir',
  more: 'Voir la suite',
  meetings: 'Prochains rendez-vous',
  noMeetings: 'Aucune date fixée.',
  welcome: (name: string | undefined) =>
    name === undefined ? 'Bienvenue, tout commence ici' : `Bienvenue ${name}, tout commence ici`,
  welcomeLead: "Aucun accompagnement pour l'instant. Voici par où commencer, dans cet ordre ou non.",
  firstWays: {
    accompaniment: 'Ouvrir un premier accompagnement',
    accompanimentWhy: 'Le nom de la structure suffit. Le reste viendra avec elle.',
    structures: 'Ajouter vos structures',
    structuresWhy: 'Leur nom et leur SIRET, pour les retrouver le jour venu.',
    structuresButton: 'Ajouter une structure',
    outbox: 'Transmettre les liens',
    outboxWhy: "Aucun envoi de messages n'est réglé : les liens restent ici, et vous les transmettez.",
    outboxButton: 'Voir les messages',
  },
  willCome: 'Ici viendront vos accompagnements',
  willComeWhy: "Chacun sur sa ligne, avec l'étape où il en est, et ce qu'il attend.",
  memberEmpty: 'Aucun accompagnement ne vous est ouvert',
  memberEmptyWhy: "Demandez à la personne qui vous accompagne de vous inviter à l'adresse avec laquelle vous êtes ici.",
  memberTitle: (name: string) => `Bonjour ${name}, quel accompagnement ouvrir ?`,
  removeTitle: "Enlever le réseau d'exemple ?",
  removeLead: 'Tout ce qui est inventé disparaît. Ce que vous avez ajouté reste.',
  removeGoes: 'Disparaissent : ',
  removeGoesWhat:
    "les structures d'exemple, leurs accompagnements, leurs synthèses, leurs comptes et leurs fichiers, avec ce que vous y avez écrit.",
  removeStays: 'Restent : ',
  removeStaysWhat: 'votre compte, vos collègues, et tout ce que vous avez créé vous-même.',
  removeNoReturn: "L'exemple ne reviendra pas de lui-même.",
  keepExample: "Garder l'exemple",
  remove: "Enlever le réseau d'exemple",
})

function hello(name: string | undefined): string {
  return name === undefined ? 'Bonjour' : `Bonjour ${name}`
}
