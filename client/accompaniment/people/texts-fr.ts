import type { Role } from '#src/accompaniment/states.ts'
import { countInWords, plural, typeset } from '#client/app/fr.ts'

export const peopleTexts = typeset({
  title: (count: number) =>
    count === 0
      ? "Personne n'est encore invité"
      : `${countInWords(count, 'feminine')} ${plural(count, 'personne a', 'personnes ont')} accès à ce dossier`,
  lead: 'Chacun reçoit un lien par message, sans mot de passe, et ne voit que ce dossier.',
  invite: 'Inviter quelqu’un',
  inviteTitle: 'Qui inviter ?',
  name: 'Prénom et nom',
  nameNeeded: 'Écrivez le prénom et le nom.',
  email: 'Adresse électronique',
  emailNeeded: 'Écrivez une adresse complète, comme prenom.nom@structure.fr.',
  jobTitle: 'Fonction',
  jobTitleHint: 'Par exemple « directrice » ou « encadrant technique ». Elle peut attendre.',
  role: 'Ce que cette personne fera',
  roleWhy: {
    advisor: 'Accompagne, cadre et imprime.',
    referent: 'Répond pour la structure, relit et approuve la synthèse.',
    team: 'Se positionne, commente, ajoute des preuves.',
    reader: "Lit, sans rien changer, jusqu'à une date.",
  } satisfies Record<Role, string>,
  expiresOn: "Lecture jusqu'au",
  expiresNeeded: 'Choisissez une date : une lecture sans fin s’oublie.',
  send: "Envoyer l'invitation",
  seen: (when: string) => `venue ou venu le ${when}`,
  notSeen: (when: string) => `invitation du ${when}, pas encore ouverte`,
  until: (day: string) => `jusqu'au ${day}`,
  remove: "Retirer l'accès",
  removeTitle: (name: string) => `Retirer l'accès de ${name} ?`,
  removeWhy: 'Ce que cette personne a écrit reste, à son nom. Elle pourra être invitée de nouveau.',
  keep: "Garder l'accès",
})
