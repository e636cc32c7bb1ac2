import { capitalised, countInWords, plural, typeset } from '#client/app/fr.ts'

export const restitutionTexts = typeset({
  title: ({ warnings, supports, unread }: Counts) => `${headline(warnings, unread)}, ${supportsPart(supports)}`,
  titleBefore: 'La carte se remplira avec l’audit',
  titleSecond: 'Sur quoi s’appuyer, et ce que disent les personnes',
  toSecond: 'Tout ce que disent les personnes',
  toMap: 'Revenir à la carte',
  documentTitle: 'Restitution',
  lead: 'La carte des étapes, ce qu’il faut protéger d’abord et ce sur quoi s’appuyer. Personne n’y est classé.',
  confidential: 'Confidentiel, reste dans la salle',
  project: 'Afficher pour la salle',
  leave: 'Quitter l’affichage',
  above: 'au-dessus du sol : ce que nous faisons',
  below: 'au-dessous : ce qui manque pour tenir la loi',
  first: 'À protéger d’abord',
  noWarning: (unread: number) =>
    unread === 0
      ? 'Aucune obligation légale n’est au niveau 1.'
      : `Aucune obligation déjà regardée n’est au niveau 1 ; ${duties(unread)} à regarder.`,
  noLevelYet: 'Aucun critère n’a encore de niveau.',
  supports: 'Points d’appui',
  noSupport: 'Aucune pratique n’est encore à la fois au niveau 3 et prouvée par une pièce.',
  toDemonstrate: (count: number) =>
    `${countInWords(count, 'feminine')} ${plural(count, 'pratique est', 'pratiques sont')} au niveau 3 ou 4, sans pièce pour ${plural(count, 'la', 'les')} montrer.`,
  perception: (answers: number) => `Oui, parmi ${answers} personnes`,
  perceptionNone: 'Ce que disent les personnes',
  perceptionLead: 'Des nombres de personnes, jamais un avis sur les réponses. À la salle de comparer.',
  noPerception:
    'Pas d’enquête à lire : elle n’a pas eu lieu, elle est en cours, ou moins de sept personnes ont répondu.',
  seePerception: 'Voir l’enquête entière',
  audit: (levels: string) => `l’audit : ${levels}`,
  level: (level: number) => `niveau\u00a0${level}`,
  noLevel: 'sans niveau',
  inStage: (stage: string, level: number) => `${stage}, niveau ${level}`,
  stageLabel: (title: string, criteria: number, warnings: number) =>
    `${title} : ${criteria} ${plural(criteria, 'critère', 'critères')}${
      warnings === 0 ? '' : `, ${countInWords(warnings)} à protéger d’abord`
    }. Le tableau donne chaque niveau.`,
  table: 'La carte en tableau',
  columns: {
    stage: 'Étape',
    criterion: 'Critère',
    law: 'Obligation',
    level: 'Niveau',
    gap: 'Manque pour tenir la loi',
  },
  legal: 'légale',
  answers: { unknown: 'ne sait pas', notApplicable: 'non concerné', unanswered: 'sans réponse', level: '' },
  gap: (levels: number) => `${countInWords(levels)} ${plural(levels, 'niveau', 'niveaux')}`,
  question: 'Qu’est-ce qui protégerait quelqu’un dès lundi ?',
  presence: 'Qui était à la restitution',
  attendees: 'Étaient là',
  presenceHint: 'Des fonctions, pas des noms.',
  management: 'La direction était présente',
  managementWhy: 'Sa présence ouvre le plan de progrès : sans elle, il n’engagerait personne.',
  noDate: 'Fixez d’abord la date de cette réunion, dans le cadrage.',
  setDate: 'Fixer la date',
})

type Counts = { readonly warnings: number; readonly supports: number; readonly unread: number }

function headline(warnings: number, unread: number): string {
  if (warnings === 0)
    return unread === 0 ? 'Aucun point à protéger d’abord' : `${capitalised(duties(unread))} à regarder`
  return `${capitalised(countInWords(warnings))} ${plural(warnings, 'point', 'points')} à protéger d’abord`
}

function duties(unread: number): string {
  return `${countInWords(unread, 'feminine')} ${plural(unread, 'obligation légale reste', 'obligations légales restent')}`
}

function supportsPart(supports: number): string {
  return supports === 0 ? 'des appuis à montrer' : `${countInWords(supports)} ${plural(supports, 'appui', 'appuis')}`
}
