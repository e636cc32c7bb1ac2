import { typeset } from '#client/app/fr.ts'

export const joinTexts = typeset({
  title: 'Entrer avec un code',
  where: 'Il est affiché sur l’écran de la salle, ou imprimé sur la feuille que vous avez reçue.',
  code: 'Votre code',
  enter: 'Entrer',
  entering: 'Un instant…',
  anonymous: 'Pas de compte à créer. Sauf si votre équipe en décide autrement, on voit combien, jamais qui.',
  nameTitle: (structure: string) => `Réunion de ${structure}`,
  nameWhy:
    'Votre équipe a choisi de donner les prénoms. La personne qui anime verra qui a répondu quoi, la salle combien. Le vôtre est effacé à la fin de la réunion.',
  name: 'Votre prénom',
  otherCode: 'Entrer avec un autre code',
  codeMissing: 'Écrivez le code : six ou huit lettres et chiffres.',
  codeLength: 'Un code a six ou huit signes. Il en manque peut-être un, ou il y en a un de trop.',
  nameMissing: 'Écrivez votre prénom.',
  codeUnknown:
    'Ce code n’ouvre rien en ce moment. Vérifiez-le, ou demandez à la personne qui vous l’a donné : il cesse de marcher à la fin de la réunion.',
  closed: 'Cette réunion est terminée : son code ne marche plus.',
  tooMany: 'Trop d’essais à la suite. Attendez une minute avant de recommencer.',
  tooManyFor: (minutes: number) => `Trop d’essais à la suite. Attendez ${minutes} minutes avant de recommencer.`,
  unreachable: 'Le réseau ne répond pas. Vérifiez la connexion de ce téléphone, puis réessayez.',
  refused: 'Jalon n’a pas pu vous faire entrer. Réessayez dans un instant.',
})
