import { describe, expect, test } from 'vitest'
import { checkQuestionnaire } from '#src/questionnaire/check.ts'
import { validityWarnings } from '#src/questionnaire/check/validity.ts'
import { changed } from '#test/support/a-questionnaire.ts'
import { aQuestionnaireWithSections } from './some-sections.ts'

const whole = aQuestionnaireWithSections()
const english = '/perceptionTranslations/en'

function faultsAfter(path: string, value: unknown): readonly string[] {
  return checkQuestionnaire(changed(whole, path, value), []).map((problem) => `${problem.code} ${problem.path}`)
}

test('sound sections are without a fault', () => {
  expect(checkQuestionnaire(whole, [])).toEqual([])
})

describe('a fault of a section is told where it is', () => {
  test.each<readonly [fault: string, path: string, value: unknown]>([
    ['missing-key /quiz/0/title', '/quiz/0/title', undefined],
    ['unknown-key /quiz/0/surprise', '/quiz/0/surprise', 1],
    ['wrong-type /quiz', '/quiz', {}],
    ['empty-text /quiz/0/explanation', '/quiz/0/explanation', ' '],
    ['text-too-long /quiz/0/options/1/text', '/quiz/0/options/1/text', 'x'.repeat(301)],
    ['too-few /quiz/0/options', '/quiz/0/options', [{ id: 'b', text: 'Refuser.' }]],
    ['unknown-answer /quiz/0/answer', '/quiz/0/answer', 'd'],
    ['duplicate-id /quiz/0/options/1/id', '/quiz/0/options/1/id', 'a'],
    ['invalid-date /quiz/0/legalBasis/0/validity/readOn', '/quiz/0/legalBasis/0/validity/readOn', '2026-02-30'],
    ['review-before-reading /guidance/validity/reviewBy', '/guidance/validity/reviewBy', '2026-01-15'],
    ['duplicate-id /perception/1/id', '/perception/1/id', 'perc-statut'],
    ['unknown-value /perception/0/kind', '/perception/0/kind', 'free-text'],
    ['too-many /perception/1/kind', '/perception/1/kind', 'group'],
    ['too-many /perception/0/choices/2/declined', '/perception/0/choices/1/declined', true],
    ['unknown-criterion /perception/1/criteria/0', '/perception/1/criteria/0', 'accueil-oubli'],
    ['missing-key /perceptionPage', '/perceptionPage', undefined],
    ['empty-list /perceptionPage/information', '/perceptionPage/information', []],
    ['missing-key /perception', '/perception', undefined],
    [`translation-missing ${english}/information`, `${english}/information`, ['It is optional.']],
    [`translation-missing ${english}/items`, `${english}/items/perc-respect`, undefined],
    [
      `translation-missing ${english}/items/perc-respect/choices`,
      `${english}/items/perc-respect/choices/non`,
      undefined,
    ],
    [
      `translation-unknown ${english}/items/perc-respect/choices/peut-etre`,
      `${english}/items/perc-respect/choices/peut-etre`,
      'x',
    ],
    ['unsafe-url /guidance/steps/0/contacts/0/url', '/guidance/steps/0/contacts/0/url', 'http://exemple.fr'],
    ['unknown-value /guidance/steps/0/contacts/0/phone', '/guidance/steps/0/contacts/0/phone', 'le 17'],
    ['raw-html /legalGrounds/0/definition', '/legalGrounds/0/definition', 'Trop <b>vieux</b>.'],
    ['unknown-reference /datedFacts/0/usedBy/1', '/datedFacts/0/usedBy/1', 'cas-9'],
    ['missing-key /landmarks/0/source', '/landmarks/0/source', undefined],
  ])('%s', (fault, path, value) => {
    expect(faultsAfter(path, value)).toContain(fault)
  })
})

describe('a text warns', () => {
  test.each([
    ['not the day before its review', '2027-01-14', 0],
    ['from the day of its review', '2027-01-15', 5],
    ['after it', '2031-01-01', 5],
  ])('%s', (_name, today, warnings) => {
    expect(validityWarnings(whole, today)).toHaveLength(warnings)
  })

  test('with its date and its place', () => {
    expect(validityWarnings(whole, '2028-01-01')).toContainEqual({
      code: 'validity-passed',
      path: '/guidance/validity/reviewBy',
      details: { value: '2027-01-15' },
    })
  })
})
