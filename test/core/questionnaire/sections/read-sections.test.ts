import { describe, expect, test } from 'vitest'
import { canonicalText } from '#src/questionnaire/canonical.ts'
import { parseQuestionnaire } from '#src/questionnaire/parse.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { aQuestionnaireJson, changed } from '#test/support/a-questionnaire.ts'
import { aQuestionnaireWithSections, someSections } from './some-sections.ts'

function parsed(json: unknown): Questionnaire {
  const read = parseQuestionnaire(json)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))

  return read.value
}

const empty = { quiz: [], legalGrounds: [], landmarks: [], datedFacts: [] }

test('a version without sections has none', () => {
  expect(awarenessSections(parsed(aQuestionnaireJson()))).toEqual(empty)
})

test('sections are read as they were given', () => {
  const { perception, perceptionPage, perceptionTranslations, ...others } = someSections

  expect(awarenessSections(parsed(aQuestionnaireWithSections()))).toEqual({
    ...others,
    perception: { ...perceptionPage, items: perception, translations: perceptionTranslations },
  })
})

test('sections survive the canonical text', () => {
  const version = parsed(aQuestionnaireWithSections())

  expect(awarenessSections(parsed(JSON.parse(canonicalText(version))))).toEqual(awarenessSections(version))
})

describe('a malformed section is an empty one, and hides no other', () => {
  test.each([
    ['a quiz of other entries', '/quiz', ['un cas'], { quiz: [] }],
    ['grounds without a definition', '/legalGrounds', [{ id: 'age', title: 'Âge' }], { legalGrounds: [] }],
    ['a guidance with an unknown key', '/guidance/surprise', 1, { guidance: undefined }],
    ['a survey without its page', '/perceptionPage', undefined, { perception: undefined }],
    ['a survey without an item', '/perception', [], { perception: undefined }],
  ])('%s', (_name, path, value, expected) => {
    const read = awarenessSections(parsed(changed(aQuestionnaireWithSections(), path, value)))

    expect(read).toEqual({ ...awarenessSections(parsed(aQuestionnaireWithSections())), ...expected })
  })
})

describe('the journey of a version', () => {
  test.each(['key-arguments', 'practices-audit'])('%s is kept', (journey) => {
    const version = parsed({ ...aQuestionnaireJson(), journey })

    expect(version.journey).toBe(journey)
    expect(JSON.parse(canonicalText(version))).toMatchObject({ journey })
  })

  test('absent, it stays absent, so that no published hash moves', () => {
    expect(canonicalText(parsed(aQuestionnaireJson()))).not.toContain('journey')
  })

  test('unknown, it is refused', () => {
    const read = parseQuestionnaire({ ...aQuestionnaireJson(), journey: 'other' })

    expect(read.ok ? [] : read.problem).toEqual([{ code: 'unknown-value', path: '/journey' }])
  })
})
