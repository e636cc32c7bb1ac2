import { standingActions, type Identified } from '#src/accompaniment/dossier.ts'
import type { ActionEntry } from '#src/accompaniment/entry.ts'
import { thresholds } from '#src/accompaniment/thresholds.ts'
import { addMonths } from '#src/shared/days.ts'
import { guard, type Guard } from './guard.ts'

const who = ['advisor', 'referent', 'team'] as const

/** Out of `planning`: 3 to 8 actions, each with someone, a date, a first step and a way to know it is done. */
export const planGuards: readonly Guard[] = [
  guard('too-few-actions', ({ dossier }) => {
    const actions = standingActions(dossier).length
    return actions >= thresholds.fewestActions
      ? []
      : [{ details: { actions, fewest: thresholds.fewestActions }, target: { page: 'plan' }, who }]
  }),
  guard('too-many-actions', ({ dossier }) => {
    const actions = standingActions(dossier).length
    return actions <= thresholds.mostActions
      ? []
      : [{ details: { actions, most: thresholds.mostActions }, target: { page: 'plan' }, who }]
  }),
  guard('weak-dimension-without-action', ({ questionnaire, dossier, score }) => {
    const aimed = new Set(standingActions(dossier).map(({ criterion }) => criterion))
    return score.dimensions
      .filter((dimension) => dimension.score.computable && dimension.score.value < thresholds.weakScore)
      .filter(({ criteria }) => !criteria.some(({ id }) => aimed.has(id)))
      .filter(({ id }) => !dossier.entries.has(`plan-exception/${id}`))
      .map(({ id }) => ({
        details: { dimension: questionnaire.dimensions.find((dimension) => dimension.id === id)?.title ?? id },
        target: { page: 'plan' as const, entry: `plan-exception/${id}` },
        who,
      }))
  }),
  guard('warning-without-action', ({ questionnaire, dossier, score, today }) => {
    const actions = standingActions(dossier)
    const latest = addMonths(today, thresholds.legalActionMonths)
    const titles = new Map(
      questionnaire.dimensions.flatMap(({ criteria }) => criteria).map(({ id, title }) => [id, title]),
    )
    return score.warnings
      .filter(
        (id) =>
          !actions.some(
            (action) =>
              action.criterion === id &&
              (action.dueOn ?? '9999') <= latest &&
              (action.priorityOverride?.priority ?? 'P1') === 'P1',
          ),
      )
      .map((id) => ({ details: { label: titles.get(id) ?? id }, target: { page: 'plan' as const }, who }))
  }),
  eachAction('action-owner-missing', (action) => !isBlank(action.owner)),
  eachAction('action-due-missing', (action) => !isBlank(action.dueOn)),
  eachAction('action-first-step-missing', (action) => !isBlank(action.firstStep)),
  eachAction('action-success-missing', (action) => action.indicator !== undefined || !isBlank(action.deliverable)),
  guard('action-target-out-of-reach', ({ dossier, score }) => {
    const levels = new Map(score.dimensions.flatMap(({ criteria }) => criteria).map(({ id, level }) => [id, level]))
    return standingActions(dossier).flatMap((action) => {
      const level = action.criterion === undefined ? undefined : levels.get(action.criterion)
      const { targetLevel } = action
      return level === undefined || targetLevel === undefined || isWithinReach(level, targetLevel)
        ? []
        : [
            {
              details: { label: action.title, level, target: targetLevel },
              target: { page: 'plan' as const, entry: `action/${action.id}` },
              who,
            },
          ]
    })
  }),
]

/** One cycle raises a criterion, by two levels at most (scoring rules, §5). */
function isWithinReach(level: number, target: number): boolean {
  return target > level && target <= level + thresholds.mostLevelsRaised
}

function eachAction(code: Guard['code'], holds: (action: Identified<ActionEntry>) => boolean): Guard {
  return guard(code, ({ dossier }) =>
    standingActions(dossier)
      .filter((action) => !holds(action))
      .map((action) => ({
        details: { label: action.title },
        target: { page: 'plan' as const, entry: `action/${action.id}` },
        who,
      })),
  )
}

function isBlank(text: string | undefined): boolean {
  return (text ?? '').trim().length === 0
}
