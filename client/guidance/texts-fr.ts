import { typeset } from '#client/app/fr.ts'

export const guidanceTexts = typeset({
  link: 'Que faire face à une situation ?',
  short: 'Que faire ?',
  print: 'Imprimer',
  quit: 'Quitter vite',
  call: (label: string, phone: string) => `${label}, appeler le ${phone}`,
  readOn: (day: string) => `Textes relus le ${day}.`,
})
