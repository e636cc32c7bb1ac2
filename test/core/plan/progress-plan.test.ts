import { describe, expect, test } from 'vitest'
import type { ActionEntry } from '#src/accompaniment/entry.ts'
import { standingActions } from '#src/accompaniment/dossier.ts'
import { answerSheetOf } from '#src/accompaniment/sheet.ts'
import { milestones } from '#src/plan/milestones.ts'
import { progressPlan } from '#src/plan/progress-plan.ts'
import { scoreAnswerSheet } from '#src/scoring/score-answer-sheet.ts'
import { aDossier, answered, aSmallQuestionnaire, uuid } from '#test/support/a-dossier.ts'

const questionnaire = aSmallQuestionnaire(10)

/** A plan over ten criteria of weight 2, all at level 2 (gap 2) unless `levels` says otherwise. */
function plan(actions: readonly Partial<ActionEntry>[], levels: Readonly<Record<string, 1 | 2 | 3 | 4>> = {}) {
  const entries = {
    ...answered(10, { level: 2 }),
    ...Object.fromEntries(Object.entries(levels).map(([id, level]) => [`criterion/${id}`, { level, example: 'x' }])),
    ...Object.fromEntries(
      actions.map((own, index) => [
        `action/${uuid(index + 1)}`,
        {
          title: `Action ${index + 1}`,
          origin: 'team',
          impact: 2,
          effort: 2,
          status: 'todo',
          ...own,
        } satisfies ActionEntry,
      ]),
    ),
  }
  const dossier = aDossier({ entries })
  const score = scoreAnswerSheet(questionnaire, '', answerSheetOf(questionnaire, dossier))
  return progressPlan(questionnaire, score, standingActions(dossier))
}

const brief = (planned: ReturnType<typeof plan>) => planned.map(({ title, priority }) => `${title} ${priority}`)

describe('the progress plan', () => {
  test('an index of 9 or more is P1, of 4 or more P2, else P3', () => {
    const planned = plan([
      { criterion: 'critere-2', impact: 3, effort: 1 },
      { criterion: 'critere-3', impact: 2, effort: 2 },
      { criterion: 'critere-4', impact: 1, effort: 3 },
    ])
    expect(brief(planned)).toEqual(['Action 1 P1', 'Action 2 P2', 'Action 3 P3'])
    expect(planned[0]?.priorityFrom).toEqual({
      kind: 'computed',
      index: 12,
      parts: { weight: 2, gap: 2, impact: 3, effort: 1 },
      warning: false,
      capped: false,
    })
  })

  test('no more than three free P1: the fourth is P2 and says it is capped', () => {
    const planned = plan([2, 3, 4, 5].map((n) => ({ criterion: `critere-${n}`, impact: 3, effort: 1 })))
    expect(brief(planned)).toEqual(['Action 1 P1', 'Action 2 P1', 'Action 3 P1', 'Action 4 P2'])
    expect(planned[3]?.priorityFrom).toMatchObject({ capped: true, index: 12 })
  })

  test('a warning is P1 whatever its index and takes no one’s place', () => {
    const planned = plan(
      [
        { criterion: 'critere-1', impact: 1, effort: 3 },
        ...[2, 3, 4].map((n) => ({ criterion: `critere-${n}`, impact: 3 as const, effort: 1 as const })),
      ],
      { 'critere-1': 1 },
    )
    expect(planned.filter(({ priority }) => priority === 'P1')).toHaveLength(4)
  })

  test('a P1 chosen by the team takes one of the three places', () => {
    const planned = plan([
      ...[2, 3, 4].map((n) => ({ criterion: `critere-${n}`, impact: 3 as const, effort: 1 as const })),
      {
        criterion: 'critere-5',
        impact: 1,
        effort: 3,
        priorityOverride: { priority: 'P1', reason: 'voté à l’unanimité' },
      },
    ])
    expect(planned.filter(({ priority }) => priority === 'P1')).toHaveLength(3)
    expect(planned.find(({ title }) => title === 'Action 4')?.priorityFrom).toEqual({
      kind: 'chosen',
      reason: 'voté à l’unanimité',
      computed: 'P3',
    })
  })

  test('an action on no levelled criterion has no index and is P3', () => {
    expect(plan([{}])[0]).toMatchObject({ priority: 'P3', priorityFrom: { kind: 'free' } })
  })

  test('dropped actions leave the plan', () => {
    expect(plan([{ status: 'dropped', statusReason: 'trop tôt' }])).toEqual([])
  })

  test('ranks follow the order shown', () => {
    expect(plan([{ effort: 3 }, { effort: 1 }]).map(({ rank, title }) => [rank, title])).toEqual([
      [1, 'Action 2'],
      [2, 'Action 1'],
    ])
  })
})

test('milestones fall at 1, 6 and 12 months, and at 3 where an action is legal', () => {
  expect(milestones('2026-01-31', [{ legal: false }]).map(({ on }) => on)).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-07-31',
    '2027-01-31',
  ])
  expect(milestones('2026-01-31', [{ legal: true }]).map(({ id }) => id)).toEqual(['m0', 'm1', 'm3', 'm6', 'm12'])
})
