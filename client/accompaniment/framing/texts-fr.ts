import type { RequestMotive } from '#src/accompaniment/entry.ts'
import { countInWords, plural, typeset } from '#client/app/fr.ts'

export const framingTexts = typeset({
  title: 'Cadrer l’accompagnement',
  lead: (missing: number) =>
    missing === 0
      ? 'Tout est cadré.'
      : `Il reste ${countInWords(missing)} ${plural(missing, 'point', 'points')} à noter sur cette page.`,
  readOnly: 'Le cadrage se lit ici ; la personne qui accompagne le complète.',
  structure: 'La structure',
  change: 'Modifier la structure',
  noSiret: 'SIRET à noter',
  noKind: 'type à choisir',
  request: 'La demande',
  motive: 'Pourquoi cette demande',
  motives: {
    recognition: 'Faire reconnaître son utilité sociale',
    esus: "Demander ou renouveler l'agrément ESUS",
    procurement: 'Répondre à un marché public',
    'internal-project': 'Nourrir son projet',
    other: 'Autre raison',
  } satisfies Record<RequestMotive, string>,
  details: 'En quelques mots',
  neededBy: 'Résultat attendu avant le',
  membership: 'Adhérente au réseau',
  checkedOn: (day: string) => `Vérifié le ${day}.`,
  yes: 'Oui',
  no: 'Non',
  frame: 'Le cadre',
  scope: 'Périmètre évalué',
  scopes: { entity: 'La structure seule', group: 'Tout le groupe' },
  period: 'Exercice évalué',
  periodHint: "L'année sur laquelle porteront tous les chiffres.",
  audience: 'Public de la synthèse',
  audienceFull: 'La structure elle-même',
  audienceFullWhy: 'Version complète, avec les points de vigilance. La direction décide de ce qui en sort.',
  pricing: 'Conditions de l’accompagnement',
  pricingHint: 'Durée, coût, ce qui est fait des données.',
  pricingYes: 'La structure les a lues et acceptées',
  pricingNo: 'Pas encore',
  meetings: 'Les réunions',
  meetingsLead: 'Deux heures chacune le plus souvent, avec la même équipe.',
  meetingNames: {
    '1': 'Réunion 1, positionnement et arguments forts',
    '2': 'Réunion 2, objectivation',
    '3': 'Réunion 3, plan de progrès',
    framing: 'Entretien de cadrage, avec la direction',
    awareness: 'Sensibilisation de l’équipe',
    'audit-1': 'Audit des pratiques, première réunion',
    'audit-2': 'Audit des pratiques, seconde réunion',
    restitution: 'Restitution, avec la direction',
    plan: 'Plan de progrès',
  },
  day: 'Jour',
  hour: 'Heure',
  length: 'Durée',
  lengthOf: (minutes: number) =>
    minutes < 60
      ? `${minutes} min`
      : minutes % 60 === 0
        ? `${minutes / 60} h`
        : `${Math.floor(minutes / 60)} h ${minutes % 60}`,
  place: 'Lieu',
  placeHint: 'Salle, ville, ou visio.',
  held: 'La réunion a eu lieu',
})
