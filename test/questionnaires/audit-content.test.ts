import { describe, expect, test } from 'vitest'
import { loadVerifiedQuestionnaires } from '#server/questionnaires/verified.ts'
import { projectQuestionnaires } from '#server/questionnaires/project-questionnaires.ts'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'

const loaded = (await loadVerifiedQuestionnaires(projectQuestionnaires)).get('lutte-discriminations@1.0.0')
if (loaded === undefined) throw new Error('lutte-discriminations@1.0.0 is missing')

const { questionnaire } = loaded
const sections = awarenessSections(questionnaire)
const criteria = questionnaire.dimensions.flatMap((dimension) => dimension.criteria)
const items = sections.perception?.items ?? []

function words(text: string): number {
  return text.split(/[\s’'-]+/).filter((word) => /[\p{L}\d]/u.test(word)).length
}

/** Texts without which a phone could not be used in the other language alone. */
const buttons = [
  'language',
  'begin',
  'choose',
  'next',
  'previous',
  'pass',
  'declined',
  'send',
  'sending',
  'retry',
  'listen',
]

/** Longest sentence of a text, in words. */
function longestSentence(text: string): number {
  return Math.max(...text.split(/[.!?…:;](?:\s|$)/).map(words))
}

describe('the audit', () => {
  test('follows its own journey', () => {
    expect(questionnaire.journey).toBe('practices-audit')
  })

  test('has 8 stages, with their weights', () => {
    expect(questionnaire.dimensions.map(({ id, weight, criteria: { length } }) => [id, weight, length])).toEqual([
      ['lcd-engagement', 2, 4],
      ['lcd-accueil', 3, 5],
      ['lcd-recrutement', 3, 5],
      ['lcd-accompagnement', 2, 4],
      ['lcd-mise-disposition', 3, 5],
      ['lcd-travail', 3, 6],
      ['lcd-formation-communication', 2, 4],
      ['lcd-signalement', 3, 4],
    ])
  })

  test('has 37 criteria, 21 of them legal', () => {
    expect(criteria).toHaveLength(37)
    expect(criteria.filter(({ legal }) => legal)).toHaveLength(21)
  })

  test('asks every question in plain words too, in 25 words at most', () => {
    const hard = criteria.filter(({ plainQuestion }) => plainQuestion === undefined || words(plainQuestion) > 25)

    expect(hard.map(({ id }) => id)).toEqual([])
  })

  test('helps to choose, with proofs, indicators and a source', () => {
    const poor = criteria.filter(
      ({ hint, proofs, indicators, facts, source }) =>
        hint === undefined || proofs.length === 0 || indicators.length === 0 || !facts?.length || source === undefined,
    )

    expect(poor.map(({ id }) => id)).toEqual([])
  })

  test('gives an indicator at least one criterion', () => {
    const used = new Set(criteria.flatMap(({ indicators }) => indicators))

    expect(questionnaire.indicators.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([])
  })

  test('tells of each threshold of headcount, in a hint and in a dated fact', () => {
    const hints = criteria.map(({ hint }) => hint).join(' ')

    for (const threshold of ['11', '50', '250', '300']) {
      expect(hints).toContain(threshold)
      expect(sections.datedFacts.map(({ id }) => id)).toContain(`effectif-${threshold}`)
    }
  })

  test('asks at-home questions only of those who work at home', () => {
    expect(criteria.find(({ id }) => id === 'lcd-client-particuliers')?.excludedFor).toEqual(['ACI', 'EI', 'ETTI'])
  })
})

describe('the quiz', () => {
  test('has 15 cases of three options, each with its right one, its law and what a good team does', () => {
    expect(sections.quiz).toHaveLength(15)

    for (const { options, answer, explanation, goodPractice, presenterNotes, legalBasis } of sections.quiz) {
      expect(options.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
      expect(['a', 'b', 'c']).toContain(answer)
      expect(legalBasis.length).toBeGreaterThan(0)
      for (const text of [explanation, goodPractice, presenterNotes]) expect(text?.length).toBeGreaterThan(40)
    }
  })

  test('keeps its explanations to sentences of 40 words', () => {
    expect(sections.quiz.filter(({ explanation }) => longestSentence(explanation) > 40).map(({ id }) => id)).toEqual([])
  })
})

test('27 grounds are defined, with an example and their law', () => {
  expect(sections.legalGrounds).toHaveLength(27)
  expect(new Set(sections.legalGrounds.map(({ id }) => id)).size).toBe(27)

  for (const { example, legalBasis } of sections.legalGrounds) {
    expect(example).toBeDefined()
    expect(legalBasis.length).toBeGreaterThan(0)
  }
})

describe('the perception survey', () => {
  test('has 14 items, the status being the only split', () => {
    expect(items).toHaveLength(14)
    expect(items.filter(({ kind }) => kind === 'group').map(({ id }) => id)).toEqual(['perc-statut'])
  })

  test('lets a person decline every item, in one way', () => {
    const forced = items.filter(({ choices }) => choices.filter(({ declined }) => declined).length !== 1)

    expect(forced.map(({ id }) => id)).toEqual([])
  })

  test('says of every answer but the status whether it speaks well of the practice', () => {
    const mute = items.filter(
      ({ kind, choices }) => kind !== 'group' && !choices.some(({ favourable }) => favourable === true),
    )

    expect(mute.map(({ id }) => id)).toEqual([])
  })

  test('asks nothing of a person’s origin, religion, health or orientation', () => {
    const asked = items.map(({ text }) => text).join(' ')

    expect(asked).not.toMatch(/origine|religion|santé|maladie|handicap|orientation|nationalité/i)
  })

  test('is written to be read aloud: 25 words at most', () => {
    expect(items.filter(({ text }) => words(text) > 25).map(({ id }) => id)).toEqual([])
  })

  test('is complete in English, buttons included', () => {
    const english = sections.perception?.translations?.['en']

    expect(english?.language).toBe('English')
    expect(buttons.filter((key) => english?.words[key] === undefined)).toEqual([])
    expect(Object.keys(english?.items ?? {})).toEqual(items.map(({ id }) => id))
  })
})

describe('the guidance', () => {
  test('goes from danger to the duties of the employer', () => {
    expect(sections.guidance?.steps.map(({ id }) => id)).toEqual([
      'danger',
      'proteger',
      'noter',
      'en-parler-ici',
      'ecouter',
      'en-parler-dehors',
      'justice',
      'employeur',
    ])
  })

  test('gives the numbers to dial', () => {
    const phones = sections.guidance?.steps.flatMap(({ contacts = [] }) => contacts.map(({ phone }) => phone))

    expect(phones).toEqual(expect.arrayContaining(['17', '112', '39 28']))
  })
})

test('no French text uses a straight apostrophe', () => {
  const { perceptionTranslations: _english, ...french } = questionnaire.sections ?? {}

  expect(JSON.stringify({ ...questionnaire, sections: french }).match(/\p{L}'\p{L}/gu)).toBeNull()
})
