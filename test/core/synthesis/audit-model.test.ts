import { beforeAll, describe, expect, test } from 'vitest'
import { quizResults } from '#src/anonymity/quiz-results.ts'
import type { PerceptionItemResult } from '#src/anonymity/results.ts'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { meetingLabels } from '#src/synthesis/meeting-labels-fr.ts'
import { outlines } from '#src/accompaniment/journeys/outline.ts'
import { audienceDocuments, audienceFor } from '#src/synthesis/audiences.ts'
import { perceptionPart } from '#src/synthesis/audit/model/perception.ts'
import { allAt, auditModel, criteriaOf, fullContext, readAuditExample } from '#test/support/synthesis/example-audit.ts'
import type { Example } from '#test/support/synthesis/example-synthesis.ts'

let example: Example

beforeAll(async () => {
  example = await readAuditExample()
})

describe('audiences', () => {
  test('each journey has the documents its outline names, and no other', () => {
    for (const outline of Object.values(outlines)) {
      const own = Object.values(audienceDocuments).filter(({ journey }) => journey === outline.id)
      expect(own.map(({ id }) => id)).toEqual(outline.audiences)
    }
    expect(audienceFor({ journey: 'practices-audit' }, 'full')).toBeUndefined()
    expect(audienceFor({}, 'lcd-public')).toBeUndefined()
    expect(audienceFor({}, 'full')?.id).toBe('full')
  })

  test('every meeting of every journey has a name', () => {
    const named = Object.values(outlines).flatMap(({ meetings }) => meetings.map((id) => meetingLabels[id]))
    expect(named).not.toContain(undefined)
  })
})

describe('the read model of an audit', () => {
  test('counts legal criteria as in place from level 3', () => {
    const { tally, stages } = auditModel(example, { sheet: allAt(example, 3) })
    expect(tally.legalInPlace).toBe(tally.legal)
    expect(tally.warnings).toBe(0)
    expect(stages.every(({ legal }) => legal.inPlace === legal.applicable)).toBe(true)
  })

  test('numbers each warning once, on its tile, its card and its action', () => {
    const { warnings, stages, plan } = auditModel(example)
    const tiles = stages.flatMap(({ criteria }) => criteria.flatMap(({ warning }) => warning ?? []))
    expect(tiles.toSorted((a, b) => a - b)).toEqual(warnings.map(({ number }) => number))
    expect(warnings.length).toBe(example.score.warnings.length)
    for (const { number, action } of warnings) {
      expect(plan.find((row) => row.number === action?.number)?.warning).toBe(number)
    }
  })

  test('puts legal actions first and keeps their order', () => {
    const { plan } = auditModel(example, { context: fullContext(example) })
    const firstPractice = plan.findIndex(({ legal }) => !legal)
    expect(plan.slice(firstPractice < 0 ? plan.length : firstPractice).some(({ legal }) => legal)).toBe(false)
    expect(plan.map(({ number }) => number)).toEqual(plan.map((_, index) => index + 1))
  })

  test('proposes one action by criterion while no plan is written', () => {
    const { suggestions, plan } = auditModel(example, { sheet: { plan: [] } })
    expect(plan).toEqual([])
    expect(new Set(suggestions.map(({ criterion }) => criterion)).size).toBe(suggestions.length)
    expect(suggestions.length).toBeGreaterThan(0)
  })

  test('leaves an action that was given up out', () => {
    const [first, ...others] = example.sheet.plan ?? []
    if (first === undefined) throw new Error('the example has a plan')
    const { plan } = auditModel(example, { sheet: { plan: [{ ...first, status: 'dropped' }, ...others] } })
    expect(plan.map(({ title }) => title)).not.toContain(first.action)
    expect(plan).toHaveLength(others.length)
  })

  test('takes no figure of a few people for a support', () => {
    const shown = auditModel(example).supports.flatMap(({ figure }) => figure?.parts ?? [])
    for (const parts of shown) {
      const [numerator = 0, denominator = 0] = parts.split('/').map((part) => Number(part.replaceAll(/\D/g, '')))
      expect([0, denominator].includes(numerator) || Math.min(numerator, denominator - numerator) >= 5).toBe(true)
    }
  })
})

describe('the quiz', () => {
  test('a share is that of all who took the quiz: two who knew among eight are a quarter, the others answered or not', () => {
    const [first] = awarenessSections(example.questionnaire).quiz
    const id = first?.id ?? ''
    const sends = Array.from({ length: 8 }, (_, index) => ({ answers: index < 2 ? { [id]: first?.answer ?? '' } : {} }))
    const quiz = quizResults(awarenessSections(example.questionnaire).quiz, {
      before: { status: 'closed', sends },
      after: { status: 'none', sends: [] },
    })
    const shown = auditModel(example, { context: { quiz } }).quiz
    expect(shown.kind === 'shown' && shown.rows.find((row) => row.id === id)?.before).toBe(0.25)
  })

  test('is none where no round may be shown', () => {
    const round = { shown: false, answers: 6, reason: 'too-few' } as const
    expect(auditModel(example, { context: { quiz: { rounds: { before: round, after: round } } } }).quiz).toEqual({
      kind: 'none',
    })
  })
})

describe('perception beside the audit', () => {
  const criteria = (level: 1 | 2 | 3 | 4) => [{ id: 'own', level, legal: true }]
  const item = {
    id: 'q',
    kind: 'statement',
    text: 'Une phrase.',
    choices: [
      { id: 'yes', text: 'Oui', favourable: true },
      { id: 'no', text: 'Non', favourable: false },
    ],
    criteria: ['own'],
  } as const
  const readingOf = (yes: number, level: 1 | 2 | 3 | 4, row?: PerceptionItemResult['row']) => {
    const classes = [
      { choices: ['yes'], text: 'Oui', count: yes },
      { choices: ['no'], text: 'Non', count: 100 - yes },
    ]
    const part = perceptionPart(
      { title: '', information: [], items: [item] },
      { shown: true, answers: 100, items: [{ id: 'q', kind: 'statement', text: '', row: row ?? classes }] },
      criteria(level),
      undefined,
    )
    return part.kind === 'shown' ? part.rows[0]?.reading : undefined
  }

  test.each([
    [59, 3, 'lower'],
    [60, 3, 'same'],
    [61, 3, 'same'],
    [59, 2, 'same'],
    [60, 2, 'higher'],
  ] as const)('%i who agree in a hundred at level %i reads as %s', (yes, level, reading) => {
    expect(readingOf(yes, level)).toBe(reading)
  })

  test('is not read where merged neighbours could tip it', () => {
    const row = [
      { choices: ['yes'], text: 'Oui', count: 55 },
      { choices: ['yes', 'no'], text: 'Oui ou non', count: 10 },
      { choices: ['no'], text: 'Non', count: 35 },
    ]
    expect(readingOf(0, 3, row)).toBe('alone')
    expect(readingOf(0, 3, 'masked')).toBe('masked')
  })
})

test('every criterion of the questionnaire is on the map', () => {
  const shown = auditModel(example).stages.flatMap((stage) => stage.criteria.map(({ id }) => id))
  expect(shown).toEqual(criteriaOf(example).map(({ id }) => id))
})
