import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { aSmallQuestionnaire } from '#test/support/a-dossier.ts'

const validity = { readOn: '2026-01-15', reviewBy: '2027-01-15' }

/** Two cases, a group and three items: enough for every rule. */
export function aQuestionnaireToRaiseAwareness(): Questionnaire {
  return {
    ...aSmallQuestionnaire(),
    id: 'pratiques-essai',
    journey: 'practices-audit',
    sections: {
      quiz: ['cas-1', 'cas-2'].map((id) => ({
        id,
        title: `Le ${id}`,
        situation: 'Un client demande quelque chose.',
        options: ['option-a', 'option-b', 'option-c'].map((option) => ({ id: option, text: `La ${option}` })),
        answer: 'option-b',
        explanation: 'La loi le dit ainsi.',
        goodPractice: 'En parler ensemble.',
        presenterNotes: 'Laisser un temps.',
        legalBasis: [{ rule: 'Chacun est traité de même.', reference: 'article 1', validity }],
      })),
      perception: [
        item('statut', 'group', ['permanent', 'parcours']),
        item('respect', 'statement', ['tout-a-fait', 'plutot', 'plutot-pas', 'pas-du-tout']),
        item('metiers', 'statement', ['tout-a-fait', 'plutot', 'plutot-pas', 'pas-du-tout']),
        item('temoin', 'experience', ['non', 'oui']),
      ],
      perceptionPage: { title: 'Comment ça se passe ici ?', information: ['Répondre est facultatif.'] },
    },
  }
}

/** What may be answered to each item, "would rather not say" included. */
export const perceptionChoices: Readonly<Record<string, readonly string[]>> = {
  statut: ['permanent', 'parcours', 'sans-reponse'],
  respect: ['tout-a-fait', 'plutot', 'plutot-pas', 'pas-du-tout', 'sans-reponse'],
  metiers: ['tout-a-fait', 'plutot', 'plutot-pas', 'pas-du-tout', 'sans-reponse'],
  temoin: ['non', 'oui', 'sans-reponse'],
}

function item(id: string, kind: 'group' | 'statement' | 'experience', choices: readonly string[]) {
  return {
    id,
    kind,
    text: `Une phrase sur ${id}`,
    choices: [
      ...choices.map((choice) => ({ id: choice, text: choice })),
      { id: 'sans-reponse', text: 'Ne souhaite pas répondre', declined: true },
    ],
  }
}
