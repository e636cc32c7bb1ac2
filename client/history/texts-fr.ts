import { typeset } from '#client/app/fr.ts'

export const historyTexts = typeset({
  title: 'Historique',
  none: "Rien n'a encore été écrit ici.",
  more: "Voir tout l'historique",
  unreadable: "L'historique n'a pas pu se lire.",
  first: (who: string, when: string) => `${who}, ${when}`,
  erased: 'effacé',
  yes: 'oui',
  no: 'non',
  reordered: 'ordre changé',
  unavailable: (reason: string) => `indisponible : ${reason}`,
  fraction: (numerator: string, denominator: string) => `${numerator} sur ${denominator}`,
  member: 'adhérente',
  notMember: 'non adhérente',
  scopes: { entity: 'la structure seule', group: 'tout le groupe' },
})

/** What entries are called, by family; then framing fields and meetings, by the second part of their key. */
export const familyLabels: Readonly<Record<string, string>> = typeset({
  framing: 'Cadrage',
  identity: "Fiche d'identité",
  criterion: 'Positionnement',
  indicator: 'Indicateur',
  argument: 'Argument fort',
  'arguments-order': 'Ordre des arguments',
  element: 'Élément spécifique',
  action: 'Action du plan',
  'plan-exception': 'Exception du plan',
  message: 'Mot de la direction',
  consent: 'Autorisation',
  meeting: 'Réunion',
  comment: 'Commentaire',
  note: 'Note de réunion',
  spread: 'Positions',
  parked: 'Point mis de côté',
  task: 'À faire',
  'published-action': 'Action rendue publique',
})

export const framingLabels: Readonly<Record<string, string>> = typeset({
  request: 'Demande',
  scope: 'Périmètre',
  period: 'Exercice évalué',
  audience: 'Public de la synthèse',
  'pricing-accepted': 'Conditions',
  membership: 'Adhésion',
  trigger: 'Déclencheur',
  confidentiality: 'Charte de confidentialité',
  'lead-person': 'Personne chargée du sujet',
  'sensitive-topics': 'Sujets sensibles',
})

export const meetingLabels: Readonly<Record<string, string>> = typeset({
  '1': 'Réunion 1',
  '2': 'Réunion 2',
  '3': 'Réunion 3',
  framing: 'Entretien de cadrage',
  awareness: 'Sensibilisation',
  'audit-1': 'Audit, première réunion',
  'audit-2': 'Audit, seconde réunion',
  restitution: 'Restitution',
  plan: 'Plan de progrès',
  m3: 'Point à 3 mois',
  m6: 'Point à 6 mois',
  m12: 'Point à 12 mois',
})
