import { plural, typeset } from '#client/app/fr.ts'

/** Words that a whole room reads from the back: few, and never a name. */
export const roomTexts = typeset({
  title: (structure: string, meeting: string) => `${structure}, ${meeting.toLocaleLowerCase('fr')}`,
  criterionOf: (index: number, of: number) => `Critère ${index} sur ${of}`,
  join: 'Rejoignez la réunion',
  aim: "Visez le code avec l'appareil photo, ou ouvrez",
  type: 'Tapez le code',
  anonymous: 'Répondez sans nom : la salle voit combien, jamais qui',
  named: 'Donnez votre nom, puis répondez : la salle voit combien, jamais qui',
  noPhone: 'Pas de téléphone ? Levez la main.',
  soon: 'La réunion va commencer',
  present: (count: number) => `${count} ${plural(count, 'personne reliée', 'personnes reliées')}`,
  presentNone: 'Personne pour le moment',
  qr: (address: string) => `Code à photographier, qui ouvre ${address}`,
  vote: 'Positionnez-vous sur votre téléphone',
  ask: 'Quel niveau nous ressemble aujourd’hui ?',
  answered: (answered: number, present: number) =>
    present < answered
      ? `${answered} ${plural(answered, 'réponse', 'réponses')}`
      : `${answered} ${plural(answered, 'réponse', 'réponses')} sur ${present}`,
  spreadFrom: (least: number, most: number) =>
    least === most
      ? `Tous au niveau ${least} : qui peut donner un exemple ?`
      : `De ${least} à ${most} : qui peut donner un exemple ?`,
  spreadNoLevel: 'Personne n’a choisi de niveau : qu’est-ce qui nous manque ?',
  unknown: (count: number) => `${count} ${plural(count, 'personne ne sait pas', 'personnes ne savent pas')}`,
  notApplicable: (count: number) => `${count} non ${plural(count, 'concernée', 'concernées')}`,
  passed: (count: number) => `${count} ${plural(count, 'personne passe', 'personnes passent')}`,
  countAt: (count: number) => `${count} ${plural(count, 'réponse', 'réponses')}`,
  decision: "Décision de l'équipe",
  decisionUnknown: "L'équipe ne sait pas encore",
  decisionNotApplicable: "L'équipe n'est pas concernée",
  ourExample: 'Notre exemple :',
  toNote: (level: number) => `Touche Entrée pour noter le niveau ${level}`,
  toNoteOther: 'Touche Entrée pour le noter',
  reconnecting: 'Reconnexion…',
  back: 'Revenir au panneau',
})
