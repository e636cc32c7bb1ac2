import type { MissingStepCode } from '#src/accompaniment/missing-step.ts'
import { fr } from '#client/app/fr.ts'

/** The words of a condition already settled. */
export function settledSentence(code: MissingStepCode): string {
  return fr(settled[code])
}

const settled: Readonly<Record<MissingStepCode, string>> = {
  'structure-number-missing': 'SIRET noté',
  'structure-kind-missing': 'Type de la structure choisi',
  'membership-unchecked': 'Adhésion vérifiée',
  'scope-missing': 'Périmètre choisi',
  'period-missing': 'Exercice choisi',
  'referent-missing': 'Référente ou référent dans le dossier',
  'audience-missing': 'Public de la synthèse choisi',
  'pricing-not-accepted': 'Conditions acceptées',
  'meeting-dates-missing': 'Réunions datées',
  'invitation-not-sent': 'Invitation envoyée',
  'identity-incomplete': "Fiche d'identité complète",
  'core-facts-missing': 'Assez de faits et chiffres',
  'criteria-unanswered': 'Tous les critères ont une réponse',
  'too-many-unknown': 'Peu de « ne sait pas »',
  'too-many-not-applicable': 'Peu de « non concerné »',
  'examples-missing': 'Un exemple pour chaque niveau 3 ou 4',
  'too-few-arguments': "Assez d'arguments forts",
  'too-many-arguments': "Pas trop d'arguments forts",
  'argument-claim-missing': 'Arguments écrits',
  'argument-unsupported': 'Arguments appuyés',
  'argument-value-missing': 'Valeurs saisies',
  'value-out-of-bounds-unexplained': 'Valeurs dans leurs bornes, ou expliquées',
  'weak-dimension-without-action': 'Une action là où la marge est grande',
  'too-few-actions': "Assez d'actions",
  'too-many-actions': "Pas trop d'actions",
  'action-owner-missing': 'Chaque action est portée',
  'action-due-missing': 'Chaque action est datée',
  'action-first-step-missing': 'Chaque action a son premier pas',
  'action-success-missing': 'Chaque action a sa mesure',
  'action-target-out-of-reach': 'Des cibles à portée',
  'warning-without-action': 'Les obligations ont leur action',
  'message-missing': 'Mot de la direction écrit',
  'consent-unanswered': 'Autorisations données ou refusées',
  'synthesis-not-printed': 'Synthèse imprimée',
  'follow-up-date-missing': 'Premier point de suivi daté',
  'follow-up-not-held': 'Points tenus',
  'confidentiality-not-accepted': 'Charte de confidentialité acceptée',
  'lead-person-missing': 'Personne chargée du sujet désignée',
  'survey-not-opened': 'Enquête ouverte',
  'survey-still-open': 'Aucune enquête en cours',
  'legal-comments-missing': 'Chaque obligation légale est commentée',
  'management-not-present': 'La direction était à la restitution',
}
