/** Mails in French: what happened, what is expected, one button. Plain and short; typography is done by `letter.ts`. */
export type MailTemplate = {
  'sign-in': object
  invitation: { readonly inviter: string; readonly structure: string; readonly role: string; readonly expires?: string }
  'colleague-invitation': { readonly inviter: string; readonly network: string }
  'new-address': { readonly email: string }
  'review-ready': { readonly structure: string }
  'sent-back': { readonly structure: string; readonly author: string; readonly reason: string }
  delivered: { readonly structure: string }
  'on-hold-reminder': { readonly structure: string; readonly days: string; readonly reason: string }
  'action-reminder': {
    readonly structure: string
    readonly action: string
    readonly due: string
    readonly owner: string
  }
  'meeting-notes': MeetingNotes
}
/** What a meeting decided; the lists are empty where the accompaniment is confidential, and the link says the rest. */
export type MeetingNotes = {
  readonly structure: string
  /** An id of the journey's meetings. */
  readonly meeting: string
  /** « 15 décembre 2026 »; empty where the meeting had no date. */
  readonly day: string
  readonly sender: string
  readonly decidedCount: number
  /** « Attribution des missions : niveau 1 » and the team's example. */
  readonly decided: readonly string[]
  readonly missingCount: number
  readonly parked: readonly string[]
  readonly tasks: readonly string[]
  readonly tasksCount: number
  readonly confidential: boolean
}
export type TemplateName = keyof MailTemplate

export type Letter = {
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** Words written by someone, set apart from ours. */
  readonly quote?: string
  /** Under the paragraphs; a list without items is left out. */
  readonly lists?: readonly { readonly title: string; readonly items: readonly string[] }[]
  readonly button: string
  readonly closing?: string
}

const longLinkLife =
  'Ce lien sert une seule fois, pendant 14 jours. Ensuite, demandez-en un autre depuis la page de connexion, avec cette adresse.'

export const letters: { readonly [T in TemplateName]: (data: MailTemplate[T]) => Letter } = {
  'sign-in': () => ({
    subject: 'Votre lien pour entrer dans Jalon',
    paragraphs: ['Voici votre lien de connexion. Il sert une seule fois, pendant 15 minutes.'],
    button: 'Entrer dans Jalon',
    closing: "Vous n'avez rien demandé ? Ignorez ce message : personne n'entre sans ce lien.",
  }),
  invitation: ({ inviter, structure, role, expires }) => ({
    subject: `${structure} : votre accès à l'accompagnement`,
    paragraphs: [
      `${inviter} vous invite à prendre part à l'accompagnement « Utilité sociale et territoriale » de « ${structure} », comme ${role}.`,
      "Vous y préparez les réunions, retrouvez les réponses de l'équipe et, à la fin, la synthèse. Rien à installer, pas de mot de passe.",
      ...(expires === undefined ? [] : [`Votre accès est ouvert jusqu'au ${expires}.`]),
    ],
    button: "Découvrir l'accompagnement",
    closing: longLinkLife,
  }),
  'colleague-invitation': ({ inviter, network }) => ({
    subject: `${inviter} vous invite à accompagner avec Jalon`,
    paragraphs: [
      `${inviter} vous invite à rejoindre « ${network} » dans Jalon, comme ${mailTexts.roles.advisor}. Bienvenue dans l'équipe !`,
      'Vous y trouvez les structures du réseau et leurs accompagnements, de la demande à la synthèse. Rien à installer, pas de mot de passe.',
    ],
    button: 'Rejoindre le réseau',
    closing: longLinkLife,
  }),
  'new-address': ({ email }) => ({
    subject: 'Confirmez votre nouvelle adresse',
    paragraphs: [
      `Vous souhaitez recevoir à cette adresse (${email}) vos liens et vos messages de Jalon. Un bouton la confirme ; d'ici là, rien ne change.`,
    ],
    button: 'Confirmer cette adresse',
    closing: "Ce lien sert une seule fois, pendant 24 heures. Vous n'avez rien demandé ? Ignorez ce message.",
  }),
  'review-ready': ({ structure }) => ({
    subject: `${structure} : la synthèse attend votre relecture`,
    paragraphs: [
      `La synthèse de l'accompagnement de « ${structure} » est prête à être relue.`,
      'Lisez-la, répondez aux trois autorisations (logo, paroles citées, bonnes pratiques), puis approuvez-la ou renvoyez-la avec vos remarques.',
    ],
    button: 'Relire la synthèse',
  }),
  'sent-back': ({ structure, author, reason }) => ({
    subject: `${structure} : la synthèse revient en rédaction`,
    paragraphs: [`${author} a relu la synthèse de « ${structure} » et demande des changements :`],
    quote: reason,
    button: "Reprendre l'accompagnement",
  }),
  delivered: ({ structure }) => ({
    subject: `${structure} : votre synthèse est remise`,
    paragraphs: [
      `La synthèse de « ${structure} » est approuvée et remise. Bravo à toute l'équipe !`,
      'Le document et le plan de progrès restent disponibles ici. Les réponses ne changent plus ; le plan, lui, continue de vivre.',
    ],
    button: 'Ouvrir la synthèse',
  }),
  'on-hold-reminder': ({ structure, days, reason }) => ({
    subject: `${structure} : un accompagnement en pause depuis ${days} jours`,
    paragraphs: [`L'accompagnement de « ${structure} » est en pause depuis ${days} jours. La raison notée alors :`],
    quote: reason,
    button: 'Le reprendre ou le clore',
  }),
  'action-reminder': ({ structure, action, due, owner }) => ({
    subject: `Plan de progrès : une échéance le ${due}`,
    paragraphs: [
      `Dans le plan de progrès de « ${structure} », une action arrive à échéance le ${due} :`,
      ...(owner === '' ? [] : [`Responsable : ${owner}.`]),
    ],
    quote: action,
    button: 'Noter où elle en est',
  }),
  'meeting-notes': (notes) => ({
    subject: `${notes.structure} : le relevé de ${meetingNames[notes.meeting] ?? 'la réunion'}`,
    paragraphs: [
      `${notes.sender} vous envoie le relevé de ${meetingNames[notes.meeting] ?? 'la réunion'}${notes.day === '' ? '' : `, le ${notes.day}`}, pour « ${notes.structure} ».`,
      countsSentence(notes),
      ...(notes.confidential
        ? [
            'Cet accompagnement est confidentiel : les décisions se lisent dans Jalon, pas dans ce message. Ne le transférez pas.',
          ]
        : []),
    ],
    lists: [
      { title: "Ce que l'équipe a décidé", items: notes.decided },
      { title: 'Mis de côté, à reprendre', items: notes.parked },
      { title: 'Qui fait quoi', items: notes.tasks },
    ],
    button: 'Lire le relevé dans Jalon',
    closing: "Les avis donnés avant l'accord et les notes de l'accompagnatrice ou de l'accompagnateur n'y sont pas.",
  }),
}

function countsSentence({ decidedCount, missingCount, tasksCount, parked, confidential }: MeetingNotes): string {
  const some = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`
  const parts = [
    decidedCount === 0 ? 'Aucun critère décidé' : some(decidedCount, 'critère décidé', 'critères décidés'),
    ...(tasksCount === 0 ? [] : [some(tasksCount, 'tâche partagée', 'tâches partagées')]),
    ...(parked.length === 0 || confidential ? [] : [some(parked.length, 'point mis de côté', 'points mis de côté')]),
  ]
  const left =
    missingCount === 0
      ? "Rien ne manque pour l'étape suivante."
      : `Il reste ${some(missingCount, 'point', 'points')} à régler avant l'étape suivante ; la liste est à jour dans Jalon.`
  return `${parts.join(', ')}. ${left}`
}

const meetingNames: Readonly<Record<string, string>> = {
  '1': 'la réunion 1',
  '2': 'la réunion 2',
  '3': 'la réunion 3',
  framing: "l'entretien de cadrage",
  awareness: 'la sensibilisation',
  'audit-1': "la première réunion d'audit",
  'audit-2': "la seconde réunion d'audit",
  restitution: 'la restitution',
  plan: 'la réunion du plan de progrès',
}

export const mailTexts = {
  greeting: (name: string) => `Bonjour ${name},`,
  signature: (network: string) => `L'équipe ${network}`,
  linkAlone: 'Ou recopiez cette adresse :',
  roles: {
    advisor: 'accompagnatrice ou accompagnateur',
    referent: 'référente ou référent de la structure',
    team: "membre de l'équipe",
    reader: 'lectrice ou lecteur',
  },
  decided: (title: string, answer: string, example: string | undefined) =>
    example === undefined ? `${title} : ${answer}` : `${title} : ${answer}. « ${example} »`,
  level: (level: number, name: string | undefined) => `niveau ${level}${name === undefined ? '' : `, ${name}`}`,
  unknown: "l'équipe ne sait pas encore",
  notApplicable: 'non concerné',
  task: (text: string, owner: string | undefined, due: string | undefined) =>
    `${owner === undefined ? '' : `${owner} : `}${text}${due === undefined ? '' : ` (avant le ${due})`}`,
} as const
