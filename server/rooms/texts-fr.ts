/** Titles of meetings as a phone shows them, by the id a journey gives them. */
const titles: Readonly<Record<string, string>> = {
  '1': 'Première réunion',
  '2': 'Deuxième réunion',
  '3': 'Troisième réunion',
  framing: 'Réunion de cadrage',
  awareness: 'Réunion de sensibilisation',
  'audit-1': 'Audit des pratiques, première réunion',
  'audit-2': 'Audit des pratiques, deuxième réunion',
  restitution: 'Restitution',
  plan: 'Plan de progrès',
  m3: 'Point à 3 mois',
  m6: 'Point à 6 mois',
  m12: 'Point à 12 mois',
}

export function meetingTitle(meeting: string): string {
  return Object.hasOwn(titles, meeting) ? (titles[meeting] ?? '') : 'Réunion'
}
