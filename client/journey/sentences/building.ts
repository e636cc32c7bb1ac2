import { capitalised, countInWords, plural } from '#client/app/fr.ts'
import { some, type Details, type StepSentence } from './details.ts'

const named = (label: string) => (label === '' ? 'un argument' : `« ${label} »`)

/** What is asked from the positions to the end of the follow-up. */
export const buildingSentences = {
  'criteria-unanswered': (d) => ({
    title: `Se positionner sur ${some(d.count('missing'), 'critère', 'critères')}`,
    why: `${answered(d.count('of') - d.count('missing'))} sur ${d.count('of')}. Le prochain : « ${d.text('label')} ».`,
    link: 'Répondre',
  }),
  'too-many-unknown': (d) => ({
    title: `Préciser des réponses « ne sait pas »`,
    why: `Il y en a ${d.count('unknown')}, ${d.count('most')} au plus pour que le résultat tienne.`,
    link: `Revoir « ${d.text('label')} »`,
  }),
  'too-many-not-applicable': (d) => ({
    title: `Revoir les « non concerné » de « ${d.text('dimension')} »`,
    why: `${capitalised(some(d.count('criteria'), 'critère pèse', 'critères pèsent'))} plus de 20 % de cette dimension : elle ne dirait plus grand-chose.`,
    link: `Revoir « ${d.text('label')} »`,
  }),
  'examples-missing': (d) => ({
    title: `Donner ${some(d.count('missing'), 'exemple concret', 'exemples concrets')}`,
    why: `Un niveau 3 ou 4 s'appuie sur un fait récent. À commencer par « ${d.text('label')} ».`,
    link: "Écrire l'exemple",
  }),
  'too-few-arguments': (d) => ({
    title: `Choisir au moins ${countInWords(d.count('fewest'))} arguments forts`,
    why: `${capitalised(some(d.count('chosen'), 'choisi', 'choisis'))} pour l'instant.`,
    link: 'Choisir',
  }),
  'too-many-arguments': (d) => ({
    title: `Garder ${countInWords(d.count('most'))} arguments forts au plus`,
    why: `${capitalised(some(d.count('chosen'), 'choisi', 'choisis'))} : au-delà, la synthèse perd son lecteur.`,
    link: 'En mettre de côté',
  }),
  'argument-claim-missing': (d) => ({
    title: `Écrire l'argument sur « ${d.text('label')} »`,
    why: "Une phrase, dans les mots de l'équipe.",
    link: "Écrire l'argument",
  }),
  'argument-unsupported': (d) => ({
    title: `Appuyer ${named(d.text('label'))}`,
    why: "Cet argument fort n'a encore ni indicateur ni pièce.",
    link: 'Ajouter une preuve',
  }),
  'argument-value-missing': (d) => ({
    title: `Appuyer ${named(d.text('label'))}`,
    why: `L'indicateur est choisi, il manque la valeur de « ${d.text('indicator')} ».`,
    link: 'Saisir la valeur',
  }),
  'value-out-of-bounds-unexplained': (d) => ({
    title: `Expliquer « ${d.text('label')} » : ${d.text('value')} ${d.text('unit')}`,
    why: 'La valeur sort des bornes attendues. La corriger, ou écrire pourquoi.',
    link: 'Voir la valeur',
  }),
  'weak-dimension-without-action': (d) => ({
    title: `Prévoir une action pour « ${d.text('dimension')} »`,
    why: "C'est là que la marge est la plus grande. Une raison écrite de ne pas agir convient aussi.",
    link: 'Choisir une action',
  }),
  'too-few-actions': (d) => ({
    title: `Retenir au moins ${countInWords(d.count('fewest'))} actions`,
    why: `${capitalised(some(d.count('actions'), 'action retenue', 'actions retenues', 'feminine'))} pour l'instant.`,
    link: 'Choisir une action',
  }),
  'too-many-actions': (d) => ({
    title: `Garder ${countInWords(d.count('most'))} actions au plus`,
    why: `${capitalised(some(d.count('actions'), 'action retenue', 'actions retenues', 'feminine'))} : un plan se tient s'il reste court.`,
    link: 'En retirer',
  }),
  'action-owner-missing': (d) => ({
    title: `Choisir qui porte « ${d.text('label')} »`,
    why: 'Une fonction suffit, sans nommer personne en parcours.',
    link: 'Choisir qui porte',
  }),
  'action-due-missing': (d) => ({
    title: `Dater « ${d.text('label')} »`,
    why: 'Une échéance, même approximative.',
    link: 'Fixer la date',
  }),
  'action-first-step-missing': (d) => ({
    title: `Écrire le premier pas de « ${d.text('label')} »`,
    why: 'Ce qui sera fait dans les 30 jours.',
    link: 'Écrire le premier pas',
  }),
  'action-success-missing': (d) => ({
    title: `Dire comment on saura que « ${d.text('label')} » a réussi`,
    why: 'Un indicateur, ou une chose qui existera.',
    link: 'Choisir',
  }),
  'action-target-out-of-reach': (d) => ({
    title: `Revoir la cible de « ${d.text('label')} »`,
    why: `De ${d.count('level')} à ${d.count('target')} : en un cycle, on vise un ou deux niveaux de plus.`,
    link: 'Revoir la cible',
  }),
  'warning-without-action': (d) => ({
    title: `Prévoir une action pour « ${d.text('label')} », dans les trois mois`,
    why: "C'est une obligation légale au niveau « à initier ».",
    link: 'Choisir une action',
  }),
  'message-missing': () => ({
    title: 'Écrire le mot de la direction',
    why: '80 mots au plus, en tête de la synthèse.',
    link: 'Écrire le mot',
  }),
  'consent-unanswered': (d) => ({
    title: consentTitles[d.text('subject')] ?? 'Répondre à une autorisation',
    why: 'Oui ou non : les deux conviennent, il faut une réponse.',
    link: 'Répondre',
  }),
  'synthesis-not-printed': () => ({
    title: 'Imprimer la synthèse',
    why: "La direction relit le document lui-même, pas l'écran.",
    link: 'Imprimer',
  }),
  'follow-up-date-missing': () => ({
    title: 'Fixer le premier point de suivi',
    why: 'Un rendez-vous daté a toutes les chances de se tenir.',
    link: 'Fixer la date',
  }),
  'follow-up-not-held': (d) => ({
    title: `Tenir le point à ${d.count('month')} mois`,
    why: 'Ou écrire pourquoi il ne se tiendra pas.',
    link: 'Noter le point',
  }),
  'legal-comments-missing': (d) => ({
    title: `Commenter ${some(d.count('missing'), 'obligation légale', 'obligations légales', 'feminine')}`,
    why: `Une phrase dit où l’on en est, sans nommer personne. La prochaine : « ${d.text('label')} ».`,
    link: 'Commenter',
  }),
  'management-not-present': () => ({
    title: 'Noter la présence de la direction à la restitution',
    why: 'Sans elle, le plan de progrès n’engage personne.',
    link: 'Noter qui était là',
  }),
} satisfies Readonly<Record<string, (details: Details) => StepSentence>>

const consentTitles: Readonly<Record<string, string>> = {
  logo: 'Dire si le logo peut paraître',
  quotes: 'Dire si les témoignages peuvent être cités',
  practices: 'Dire si vos pratiques peuvent être partagées',
}

function answered(count: number): string {
  return `${count} ${plural(count, 'critère a une réponse', 'critères ont une réponse')}`
}
