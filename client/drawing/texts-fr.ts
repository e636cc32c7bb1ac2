import { typeset } from '#client/app/fr.ts'

export const drawingTexts = typeset({
  /** Used where the questionnaire names no level of its own. */
  levelNames: ['À initier', 'Ponctuel', 'Structuré', 'Exemplaire et partagé'],
  absences: { unknown: 'ne sait pas', 'not-applicable': 'non concerné', unanswered: 'sans réponse' },
  grade: (grade: string) => `Preuve ${grade}`,
  gradeMeanings: {
    A: 'preuve A : indicateur chiffré et pièce',
    B: 'preuve B : indicateur ou pièce',
    C: 'preuve C : déclaré seulement',
  },
})
