/** What each meeting is called where it is dated, by the id its journey gives it. */
export const meetingLabels: Readonly<Record<string, string>> = {
  1: 'Réunion 1 : arguments forts',
  2: 'Réunion 2 : objectivation',
  3: 'Réunion 3 : plan de progrès',
  framing: 'Cadrage avec la direction',
  awareness: 'Sensibilisation de l’équipe',
  'audit-1': 'Audit des pratiques, première séance',
  'audit-2': 'Audit des pratiques, deuxième séance',
  restitution: 'Restitution à la direction',
  plan: 'Plan de progrès',
}
