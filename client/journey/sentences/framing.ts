import { countInWords, plural } from '#client/app/fr.ts'
import { some, type Details, type StepSentence } from './details.ts'

/** What is asked before the team takes position. */
export const framingSentences = {
  'structure-number-missing': () => ({
    title: 'Noter le SIRET de la structure',
    why: 'Il dit sans ambiguïté de quel établissement on parle.',
    link: 'Noter le SIRET',
  }),
  'structure-kind-missing': () => ({
    title: 'Choisir le type de la structure',
    why: 'ACI, EI, ETTI… : le type choisit les critères qui la concernent.',
    link: 'Choisir le type',
  }),
  'membership-unchecked': () => ({
    title: "Vérifier l'adhésion au réseau",
    why: "Adhérente ou non : la réponse est notée avec sa date, et n'arrête rien.",
    link: "Noter l'adhésion",
  }),
  'scope-missing': () => ({
    title: 'Choisir le périmètre évalué',
    why: 'La structure seule, ou tout le groupe.',
    link: 'Choisir le périmètre',
  }),
  'period-missing': () => ({
    title: "Choisir l'exercice évalué",
    why: 'Tous les chiffres porteront sur cette année.',
    link: "Choisir l'exercice",
  }),
  'referent-missing': () => ({
    title: 'Inviter la référente ou le référent',
    why: "C'est la personne de la structure qui répond, relit et approuve.",
    link: 'Inviter',
  }),
  'audience-missing': () => ({
    title: 'Dire à qui la synthèse est destinée',
    why: 'La version complète est pour la structure elle-même.',
    link: 'Choisir le public',
  }),
  'pricing-not-accepted': () => ({
    title: "Noter l'accord sur les conditions",
    why: 'La structure a lu et accepté les conditions de l’accompagnement.',
    link: "Noter l'accord",
  }),
  'meeting-dates-missing': (d) => ({
    title: `Fixer ${some(d.count('missing'), 'date de réunion', 'dates de réunion', 'feminine')}`,
    why: 'Les réunions se tiennent avec la même équipe : mieux vaut les poser ensemble.',
    link: 'Fixer les dates',
  }),
  'invitation-not-sent': () => ({
    title: "Envoyer l'invitation à la structure",
    why: 'La référente ou le référent reçoit un lien, sans mot de passe.',
    link: 'Inviter',
  }),
  'identity-incomplete': (d) => ({
    title: "Compléter la fiche d'identité",
    why: `Il manque ${some(d.count('missing'), 'réponse', 'réponses', 'feminine')}, à commencer par « ${d.text('label')} ».`,
    link: 'Compléter la fiche',
  }),
  'core-facts-missing': (d) => ({
    title: 'Saisir les faits et chiffres',
    why: `${d.count('settled')} ${plural(d.count('settled'), 'fait réglé', 'faits réglés')} sur ${d.count('of')}, il en faut ${d.count('needed')}. « Indisponible » compte aussi.`,
    link: 'Saisir un chiffre',
  }),
  'confidentiality-not-accepted': () => ({
    title: 'Faire accepter la charte de confidentialité',
    why: 'Aucune situation nominative dans l’outil : la direction et l’équipe le savent avant de commencer.',
    link: 'Lire la charte',
  }),
  'lead-person-missing': () => ({
    title: 'Désigner la personne chargée du sujet',
    why: 'Quelqu’un, dans la structure, porte la suite : sa fonction suffit.',
    link: 'Désigner',
  }),
  'survey-not-opened': (d) => ({
    title: 'Ouvrir l’enquête de perception, ou passer cette étape',
    why: `À partir de ${countInWords(d.count('fewest'))} personnes invitées, l’information affichée. En dessous, les réponses se devineraient : l’étape se passe, avec son motif.`,
    link: 'Préparer l’enquête',
  }),
  'survey-still-open': () => ({
    title: 'Attendre la fin de l’enquête',
    why: 'Les résultats ne se lisent qu’une fois la fenêtre fermée.',
    link: 'Voir l’enquête',
  }),
} satisfies Readonly<Record<string, (details: Details) => StepSentence>>
