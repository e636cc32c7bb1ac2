import { countInWords, plural, typeset } from '#client/app/fr.ts'

export const outboxTexts = typeset({
  title: (count: number) => `${countInWords(count)} ${plural(count, 'message gardé', 'messages gardés')} ici`,
  lead: "Aucun envoi n'est réglé sur cette machine : les messages restent ici, et vous transmettez les liens vous-même.",
  none: 'Aucun message',
  noneWhy: 'Les invitations et les liens de connexion viendront ici.',
  to: (address: string) => `Pour ${address}`,
  copy: 'Copier le lien',
  copied: 'Lien copié.',
  read: 'Lire le message',
})
