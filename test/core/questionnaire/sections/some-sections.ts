import { aQuestionnaireJson } from '#test/support/a-questionnaire.ts'

const validity = { readOn: '2026-01-15', reviewBy: '2027-01-15' }
const legalBasis = [{ rule: 'Nul ne peut trier les gens.', reference: 'article 1 du code', validity }]

/** A small questionnaire with every awareness section, sound. */
export function aQuestionnaireWithSections(): Readonly<Record<string, unknown>> {
  return { ...aQuestionnaireJson(), ...someSections }
}

export const someSections = {
  quiz: [
    {
      id: 'cas-1',
      title: 'Un client trie',
      situation: 'Un client refuse une personne.',
      options: [
        { id: 'a', text: 'Accepter.' },
        { id: 'b', text: 'Refuser.' },
        { id: 'c', text: 'Attendre.' },
      ],
      answer: 'b',
      explanation: 'La loi l’interdit.',
      goodPractice: 'En parler tout de suite.',
      legalBasis,
    },
  ],
  perception: [
    {
      id: 'perc-statut',
      kind: 'group',
      text: 'Je suis :',
      choices: [
        { id: 'permanent', text: 'permanent' },
        { id: 'parcours', text: 'en parcours' },
        { id: 'declined', text: 'Je ne souhaite pas répondre', declined: true },
      ],
    },
    {
      id: 'perc-respect',
      kind: 'statement',
      text: 'Ici, chacun est traité avec respect.',
      choices: [
        { id: 'oui', text: 'oui', favourable: true },
        { id: 'non', text: 'non', favourable: false },
      ],
      criteria: ['accueil-ecoute'],
    },
  ],
  perceptionPage: { title: 'La vie ici', information: ['C’est facultatif.', 'C’est anonyme.'] },
  perceptionTranslations: {
    en: {
      language: 'English',
      title: 'Life here',
      information: ['It is optional.', 'It is anonymous.'],
      words: { begin: 'Begin' },
      items: {
        'perc-statut': {
          text: 'I am:',
          choices: { permanent: 'staff', parcours: 'in a pathway', declined: 'No answer' },
        },
        'perc-respect': { text: 'Everyone is treated with respect.', choices: { oui: 'yes', non: 'no' } },
      },
    },
  },
  legalGrounds: [{ id: 'age', title: 'L’âge', definition: 'Être jugé trop jeune ou trop vieux.', legalBasis }],
  guidance: {
    title: 'Que faire ?',
    introduction: 'Cette page n’enregistre rien.',
    steps: [
      {
        id: 'danger',
        title: 'En danger',
        text: 'Appelez.',
        contacts: [{ label: 'Police', phone: '17', url: 'https://exemple.fr' }],
      },
    ],
    validity,
  },
  landmarks: [{ id: 'temoins', text: 'Un actif sur trois a vu cela.', source: 'Enquête', validity }],
  datedFacts: [{ id: 'seuil-50', text: 'À partir de 50 personnes…', usedBy: ['accueil-ecoute', 'cas-1'], validity }],
} as const
