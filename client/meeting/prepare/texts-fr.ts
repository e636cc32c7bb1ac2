import { plural, typeset } from '#client/app/fr.ts'

export const prepareTexts = typeset({
  title: (meeting: string) => `Préparer : ${meeting.charAt(0).toLocaleLowerCase('fr')}${meeting.slice(1)}`,
  back: 'Revenir à la réunion',
  lead: 'Tout peut encore changer pendant la réunion.',
  which: 'Quelle réunion ?',
  notDated: 'sans date',
  order: "L'ordre et le temps",
  orderHint: 'Faites glisser une partie, ou Alt et les flèches. Décochez ce qui attendra une autre réunion.',
  total: (minutes: string, meeting: string) => `${minutes} en tout, la réunion dure ${meeting}`,
  totalAlone: (minutes: string) => `${minutes} en tout`,
  tooLong: (over: string) => `${over} de trop : resserrez une partie, ou gardez-la pour une autre réunion.`,
  criteria: (count: number, of: number) =>
    count === of
      ? `${count} ${plural(count, 'critère', 'critères')}`
      : `${count} ${plural(count, 'critère', 'critères')} sur ${of}`,
  minutesOf: (part: string) => `Minutes pour ${part}`,
  min: 'min',
  include: (title: string) => `Dans cette réunion : ${title}`,
  backToDefault: "Reprendre l'ordre du questionnaire",
  drag: {
    move: (title: string) => `Déplacer ${title}`,
    instructions: 'Espace pour prendre, flèches pour déplacer, Espace pour poser. Ou Alt et les flèches, directement.',
    moved: (title: string, rank: number, of: number) => `${title} : place ${rank} sur ${of}.`,
    start: (title: string) => `${title} : pris.`,
    over: (rank: number) => `Place ${rank}.`,
    end: (rank: number) => `Posé à la place ${rank}.`,
    cancel: 'Remis à sa place.',
  },
  phones: 'Avec les téléphones',
  phonesWhy:
    'Chaque personne se positionne seule, sur son téléphone ; la salle voit ensuite combien, jamais qui. Rien à installer, pas de compte.',
  names: "L'équipe répond",
  anonymous: 'sans nom',
  anonymousWhy: 'Personne, même vous, ne sait qui a répondu quoi.',
  named: 'avec son nom',
  namedWhy: "Seulement si l'équipe le choisit : vous voyez qui a répondu quoi, la salle voit combien.",
  alwaysAnonymous: 'Sans nom, toujours : dans cette démarche, personne ne sait qui a répondu quoi.',
  prepareRoom: 'Préparer la salle',
  ready: 'La salle est prête',
  openNow: 'La réunion est ouverte',
  readyWhy: 'Elle ouvre quand vous le décidez, depuis le panneau.',
  goToMeeting: 'Aller à la réunion',
  early: 'Pour les collègues qui ne pourront pas venir',
  earlyWhy: "Ce lien permet de se positionner avant. Il se ferme quand la réunion s'ouvre.",
  earlyLink: 'Lien à envoyer',
  copy: 'Copier le lien',
  copied: 'Lien copié',
  notCopied: 'Le lien est sélectionné : copiez-le avec Ctrl + C.',
  print: 'Imprimer une affichette',
  printTitle: (structure: string) => `${structure} : donnez votre avis avant la réunion`,
  printText: (address: string, code: string) =>
    `Visez le code avec votre téléphone, ou ouvrez ${address} et tapez ${code}.`,
  printAnonymous: 'Vous répondez sans nom.',
  qr: 'Code à photographier pour se positionner avant la réunion',
  without: 'Sans téléphones',
  withoutWhy: "Vous notez vous-même ce que l'équipe décide. L'écran de la salle suit.",
  withoutGo: 'Mener la réunion sans téléphones',
})

/** « 45 min », « 2 h », « 2 h 05 ». */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest}\u00a0min`
  return rest === 0 ? `${hours}\u202fh` : `${hours}\u202fh\u202f${String(rest).padStart(2, '0')}`
}
