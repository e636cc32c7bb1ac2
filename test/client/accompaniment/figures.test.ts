import { describe, expect, test } from 'vitest'
import type { PerceptionView, QuizView } from '#src/contract/awareness.ts'
import { quizFigure, restitutionFigure, surveyFigure } from '#client/accompaniment/home/figures.ts'

type Round = QuizView['rounds'][number]

const none = { shown: false, answers: 0, reason: 'not-open' } as const
const shown = (answers: number) => ({ shown: true, answers, cases: [] }) as const
const round = (which: Round['round'], status: Round['status'], answers = 0): Round => ({
  round: which,
  status,
  answers,
})

describe('of the quiz, the home tells', () => {
  test('nothing but that it is not open yet', () => {
    const rounds = [round('before', 'none'), round('after', 'none')]
    expect(quizFigure({ rounds, results: { rounds: { before: none, after: none } } })).toBe('pas encore ouverte')
  })

  test('how many answered each round that may be shown', () => {
    const rounds = [round('before', 'closed', 12), round('after', 'closed', 9)]
    const results = { rounds: { before: shown(12), after: shown(9) } }
    expect(quizFigure({ rounds, results })).toBe('12 réponses avant, 9 après')
  })

  test('no count of a round under way, nor of one with too few', () => {
    const open = { shown: false, answers: 8, reason: 'still-open' } as const
    const few = { shown: false, answers: 6, reason: 'too-few' } as const
    const second = [round('before', 'closed', 12), round('after', 'open', 8)]
    expect(quizFigure({ rounds: second, results: { rounds: { before: shown(12), after: open } } })).toBe(
      '12 réponses avant, second passage ouvert',
    )
    const fewRounds = [round('before', 'closed', 6), round('after', 'none')]
    expect(quizFigure({ rounds: fewRounds, results: { rounds: { before: few, after: none } } })).not.toMatch(/6/)
  })
})

describe('of the survey, the home tells', () => {
  const open: PerceptionView = { status: 'open', invited: 60, answered: 41, until: '2026-03-12' }

  test('while people answer, how many were invited and until when, never how many answered', () => {
    expect(surveyFigure(open, [])).toMatch(/^60 invitations, jusqu’au 12 mars$/)
  })

  test('after the close, how many answered where the results may be shown, and no figure where not', () => {
    const closed: PerceptionView = { ...open, status: 'closed', answered: 34, closedOn: '2026-03-12' }
    expect(surveyFigure({ ...closed, results: { shown: true, answers: 34, items: [] } }, [])).toBe('34 réponses sur 60')
    const few = { ...closed, answered: 6, results: { shown: false, answers: 6, reason: 'too-few' } } as const
    expect(surveyFigure(few, [])).not.toMatch(/\d/)
  })

  test('that there was none, where it was passed over', () => {
    const unopened: PerceptionView = { status: 'none', invited: 0, answered: 0 }
    expect(surveyFigure(unopened, [])).toBe('pas encore ouverte')
    const skip = { event: 'skip-perception', from: 'awareness', to: 'audit', at: '2026-03-12', by: 'Claire' } as const
    expect(surveyFigure(unopened, [skip])).toBe('sans enquête')
  })
})

describe('of the restitution, the home tells', () => {
  const criterion = { id: 'a', level: 1 } as const

  test.each([
    { warnings: [], planned: [], says: 'aucune vigilance' },
    { warnings: ['a'], planned: [], says: 'une vigilance, sans action encore' },
    { warnings: ['a'], planned: ['a', 'b'], says: 'une vigilance, avec son action' },
    { warnings: ['a', 'b', 'c'], planned: ['a'], says: 'trois vigilances, une a son action' },
    { warnings: ['a', 'b', 'c'], planned: ['a', 'b', 'a'], says: 'trois vigilances, deux ont leur action' },
    { warnings: ['a', 'b'], planned: ['b', 'a'], says: 'deux vigilances, chacune avec son action' },
  ])('$says', ({ warnings, planned, says }) => {
    expect(restitutionFigure(view(warnings, planned))).toBe(says)
  })

  test('no figure while no criterion has a level', () => {
    const { score, plan } = view([], [])
    const unlevelled = { ...score, dimensions: [] }
    expect(restitutionFigure({ score: unlevelled, plan })).toBe('après l’audit')
  })

  function view(warnings: readonly string[], planned: readonly string[]) {
    const dimensions = [{ criteria: [criterion] }]
    return { score: { warnings, dimensions }, plan: planned.map((each) => ({ criterion: each })) }
  }
})
