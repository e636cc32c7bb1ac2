import { countInWords, plural, typeset } from '#client/app/fr.ts'

export const closingTexts = typeset({
  done: (criteria: number) =>
    `Positionnement terminé : ${countInWords(criteria)} ${plural(criteria, 'critère décidé', 'critères décidés')}`,
  left: (meeting: string, points: number) =>
    `${meeting} : ${countInWords(points)} ${plural(points, 'point', 'points')} à régler avant la suite`,
  backToMeeting: 'Revenir aux critères',
  decided: "Ce que l'équipe a décidé",
  decidedCount: (today: number, done: number, of: number) =>
    `${today} ${plural(today, 'critère', 'critères')} en réunion, ${done} sur ${of} en tout`,
  noneToday: 'Aucun critère décidé pendant cette réunion. Les réponses déjà données sont dans « Positionnement ».',
  others: (count: number) => `Voir ${count === 1 ? "l'autre" : `les ${count} autres`}`,
  parked: 'Mis de côté, à reprendre',
  takeUp: 'Le reprendre',
  settled: "C'est réglé",
  points: (count: number) => `${count} ${plural(count, 'point', 'points')}`,
  missing: 'Ce qui manque',
  missingBefore: (event: string) => `avant ${event}`,
  nothing: "Rien ne manque : l'étape suivante peut s'ouvrir.",
  tasks: 'Qui fait quoi',
  noTask: 'Personne n’est reparti avec une tâche.',
  addTask: 'Ajouter une tâche',
  taskWhat: 'Quoi ?',
  taskWhatHint: 'Un verbe pour commencer : relire, demander, préparer.',
  taskWho: 'Qui ?',
  taskWhoHint: 'Direction, référente, encadrant…',
  taskWhen: 'Avant quand ?',
  taskMissing: 'Écrivez ce qu’il y a à faire.',
  noteTask: 'Noter la tâche',
  before: (day: string) => `avant le ${day}`,
  taskDone: (text: string) => `C'est fait : ${text}`,
  removeTask: (text: string) => `Retirer la tâche : ${text}`,
  there: 'Qui était là',
  attendees: 'Les fonctions présentes',
  attendeesHint: 'Direction, trois permanents, une administratrice. Des fonctions, pas des noms.',
  management: 'La direction était présente',
  notDated: 'Cette réunion n’a pas de date.',
  setDate: 'Noter sa date',
  held: 'La réunion a eu lieu',
  room: 'La salle est encore ouverte',
  roomWhy: (phones: number) =>
    `${phones === 0 ? 'Plus aucun téléphone n’est relié' : `${countInWords(phones)} ${plural(phones, 'téléphone est relié', 'téléphones sont reliés')}`}. Le code cesse de marcher quand vous la fermez.`,
  closeRoom: 'Fermer la salle',
  send: 'Relire et envoyer le relevé',
  sendTitle: 'Le relevé de la réunion',
  sendWhat: 'Décisions, points mis de côté et tâches. Les avis d’avant l’accord et vos notes n’y sont pas.',
  sendConfidential:
    'Cet accompagnement est confidentiel : le message compte les décisions et les tâches, et mène à Jalon. Il ne cite rien.',
  sendTo: 'À qui ?',
  sendNobody: 'Personne d’autre ne participe encore à cet accompagnement. Invitez d’abord la référente ou le référent.',
  sendMissing: 'Choisissez au moins une personne.',
  sendIt: (count: number) => `Envoyer à ${countInWords(count, 'feminine')} ${plural(count, 'personne', 'personnes')}`,
  sendNone: 'Envoyer le relevé',
  sent: (count: number) =>
    count === 0
      ? 'Aucun message n’est parti : dans un exemple, les adresses sont inventées.'
      : `Le relevé part vers ${countInWords(count, 'feminine')} ${plural(count, 'personne', 'personnes')}.`,
  preview: 'Ce que le message dit',
  previewDecided: (count: number) => `${count} ${plural(count, 'critère décidé', 'critères décidés')}`,
  previewParked: (count: number) => `${count} ${plural(count, 'point mis de côté', 'points mis de côté')}`,
  previewTasks: (count: number) => `${count} ${plural(count, 'tâche', 'tâches')}`,
  previewMissing: (count: number) => `${count} ${plural(count, 'point', 'points')} à régler avant la suite`,
})
