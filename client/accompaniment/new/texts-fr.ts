import { typeset } from '#client/app/fr.ts'

export const newTexts = typeset({
  title: 'Qui demande un accompagnement ?',
  lead: "La structure et sa demande. Tout le reste se complète ensuite, à deux ou avec l'équipe.",
  method: 'La méthode',
  whichMethod: 'Quel accompagnement ?',
  methodNeeded: 'Choisissez l’accompagnement demandé.',
  journeys: {
    'key-arguments': 'Trouver ses arguments forts, les prouver, choisir ses progrès.',
    'practices-audit':
      'Sensibiliser l’équipe, regarder ses pratiques au regard du droit, bâtir un plan de progrès. Confidentiel.',
  },
  structure: 'La structure',
  which: 'Elle est',
  known: 'Déjà dans Jalon',
  fresh: 'Nouvelle',
  find: 'Chercher une structure',
  findHint: 'Par son nom.',
  choose: 'Choisissez la structure dans la liste, ou ajoutez-la comme nouvelle.',
  chosen: (name: string) => `Choisie : ${name}`,
  none: 'Aucune structure de ce nom.',
  request: 'Sa demande',
  motiveNeeded: 'Choisissez pourquoi elle demande cet accompagnement.',
  referent: 'Sa référente ou son référent',
  referentHint: 'La personne qui répondra pour la structure. Elle peut attendre.',
  referentName: 'Prénom et nom',
  referentEmail: 'Adresse électronique',
  referentBoth: 'Écrivez le nom et une adresse complète, ou laissez les deux vides.',
  referentJob: 'Fonction',
  open: "Ouvrir l'accompagnement",
})
