import type { Kind } from '#src/questionnaire/questionnaire.ts'
import { countInWords, plural, typeset } from '#client/app/fr.ts'

export const accompanimentTexts = typeset({
  kinds: {
    AI: 'Association intermédiaire (AI)',
    ACI: "Atelier et chantier d'insertion (ACI)",
    EI: "Entreprise d'insertion (EI)",
    ETTI: "Entreprise de travail temporaire d'insertion (ETTI)",
    EITI: "Entreprise d'insertion par le travail indépendant (EITI)",
    OTHER: 'Autre structure',
  } satisfies Record<Kind, string>,
  kindShort: { AI: 'AI', ACI: 'ACI', EI: 'EI', ETTI: 'ETTI', EITI: 'EITI', OTHER: 'autre' } satisfies Record<
    Kind,
    string
  >,
  kindsAt: (kinds: string, city: string) => (kinds === '' ? city : city === '' ? kinds : `${kinds} à ${city}`),
  period: (year: string) => `exercice ${year}`,
  version: (version: string) => `questionnaire ${version}`,
  example: 'exemple',
  otherActions: 'Autres actions',
  framing: 'Cadrage et dates',
  people: 'Qui participe',
  skipTitle: 'Passer à l’audit sans enquête ?',
  skipQuestion: 'Pourquoi cette enquête ne se fait-elle pas ?',
  skipWhy: 'Par exemple : moins de dix personnes à inviter, leurs réponses se devineraient. Le motif reste au dossier.',
  holdTitle: "Mettre l'accompagnement en pause ?",
  holdQuestion: 'Pourquoi cette pause ?',
  holdWhy: 'Rien ne se perd. Il reprendra là où il en est.',
  cancelTitle: "Arrêter l'accompagnement ?",
  cancelQuestion: "Pourquoi l'arrêter ?",
  cancelWhy: 'Tout est gardé, et il pourra reprendre. Les personnes invitées gardent la lecture.',
  sendBackTitle: 'Demander une correction ?',
  sendBackQuestion: 'Que faut-il corriger ?',
  sendBackWhy: 'Ce que vous écrivez guide la correction.',
  pausedTitle: 'En pause',
  cancelledTitle: 'Arrêté',
  stoppedWhy: (who: string, when: string, reason: string) => `${who}, ${when} : « ${reason} »`,
  closedTitle: "L'accompagnement est terminé",
  closedWhy: 'Tout reste à lire : réponses, plan et synthèses.',
  continueAt: {
    framing: 'Continuer le cadrage',
    preparation: 'Continuer la préparation',
    positioning: 'Continuer le positionnement',
    arguments: 'Choisir les arguments forts',
    evidence: "Continuer l'objectivation",
    awareness: 'Continuer la sensibilisation',
    perception: "Ouvrir l'enquête",
    restitution: 'Ouvrir la restitution',
    results: 'Voir les résultats',
    plan: 'Continuer le plan de progrès',
    synthesis: 'Ouvrir la synthèse',
    'follow-up': 'Ouvrir le suivi',
    people: 'Inviter',
    home: 'Continuer',
  },
  parts: 'Dans ce dossier',
  partLabels: {
    framing: 'Cadrage',
    people: 'Qui participe',
    home: '',
    'follow-up': 'Suivi',
    preparation: 'Fiche et faits',
    awareness: 'Sensibilisation',
    perception: 'Perception anonyme',
    restitution: 'Restitution',
    positioning: 'Positionnement',
    arguments: 'Arguments',
    evidence: 'Preuves',
    results: 'Résultats',
    plan: 'Plan de progrès',
    synthesis: 'Synthèse',
  },
  answered: (done: number, of: number) => `${done} ${plural(done, 'critère', 'critères')} sur ${of}`,
  factsSettled: (done: number, of: number) => `${done} ${plural(done, 'fait', 'faits')} sur ${of}`,
  argumentsChosen: (count: number) =>
    count === 0 ? 'aucun choisi' : `${countInWords(count)} ${plural(count, 'choisi', 'choisis')}`,
  proofs: (count: number) =>
    count === 0 ? 'aucune pièce' : `${countInWords(count, 'feminine')} ${plural(count, 'pièce', 'pièces')}`,
  dimensions: (count: number) => `${count} dimensions`,
  actions: (count: number) =>
    count === 0 ? 'aucune action' : `${countInWords(count, 'feminine')} ${plural(count, 'action', 'actions')}`,
  syntheses: (count: number) =>
    count === 0 ? 'pas encore imprimée' : `${count} ${plural(count, 'version', 'versions')}`,
  notOpenYet: 'pas encore ouverte',
  tooFewAnswers: 'trop peu de réponses pour les montrer',
  quizAnswers: (before: number | undefined, after: number | undefined) =>
    [
      ...(before === undefined ? [] : [`${before} réponses avant`]),
      ...(after === undefined ? [] : [before === undefined ? `${after} réponses après` : `${after} après`]),
    ].join(', '),
  quizOpen: { before: 'premier passage ouvert', after: 'second passage ouvert' },
  surveyOpen: (invited: number, until: string) =>
    `${invited} ${plural(invited, 'invitation', 'invitations')}, jusqu'au ${until}`,
  surveyAnswers: (answers: number, invited: number) => `${answers} réponses sur ${invited}`,
  surveySkipped: 'sans enquête',
  afterAudit: "après l'audit",
  warnings: (count: number, withAction: number) =>
    count === 0
      ? 'aucune vigilance'
      : `${countInWords(count, 'feminine')} ${plural(count, 'vigilance', 'vigilances')}, ${haveAnAction(count, withAction)}`,
  nextMeeting: 'Prochain rendez-vous',
  noMeeting: 'Aucune date fixée.',
  setDates: 'Fixer les dates',
  openMeeting: "Ouvrir l'écran de réunion",
  meetingOn: (day: string) => `réunion du ${day}`,
  doneOn: (day: string) => `Fait le ${day}`,
  recent: 'Derniers changements',
  opened: 'dossier ouvert',
  noRecent: "Rien n'a encore changé.",
  wrote: (who: string, what: string) => `${who} : ${what}`,
  addedProof: (who: string) => `${who} a ajouté ou retiré une preuve.`,
  changedPeople: (who: string) => `${who} a changé qui participe.`,
  printed: (who: string) => `${who} a imprimé la synthèse.`,
  moved: (who: string, what: string) => `${who} : ${what}`,
  noPeople: "Personne n'est encore invité.",
  invite: 'Inviter quelqu’un',
  seePeople: 'Voir les accès',
})

function haveAnAction(count: number, withAction: number): string {
  if (withAction === 0) return 'sans action encore'
  if (withAction < count)
    return `${countInWords(withAction, 'feminine')} ${plural(withAction, 'a son action', 'ont leur action')}`
  return plural(count, 'avec son action', 'chacune avec son action')
}
