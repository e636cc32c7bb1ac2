import { useState } from 'react'
import type { ActionEntry, ActionStatus } from '#src/accompaniment/entry.ts'
import type { Identified } from '#src/accompaniment/dossier.ts'
import { thresholds } from '#src/accompaniment/thresholds.ts'
import { progressPlan, type PlannedAction } from '#src/plan/progress-plan.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import type { SuggestedAction } from '#src/scoring/score.ts'
import { newId } from '#client/app/new-id.ts'
import { criterionOf, type Opened } from '#client/opened/opened.ts'

/**
 * The plan while it is being written: the server's own rule over the score it sent and the actions on the screen, so
 * that a factor changed shows its priority at once.
 */
export function usePlan(opened: Opened) {
  const [removed, setRemoved] = useState<Identified<ActionEntry>>()
  const all = opened.idsOf('action').flatMap((id): readonly Identified<ActionEntry>[] => {
    const action = opened.read(`action/${id}`)
    return action === undefined ? [] : [{ ...action, id }]
  })
  const standing = all.filter(({ status }) => status !== 'dropped')
  const plan = progressPlan(opened.questionnaire, opened.progress.score, standing)
  const open = opened.canWrite('action') && !opened.view.frozen

  return {
    plan,
    dropped: all.filter(({ status }) => status === 'dropped'),
    removed,
    /** New actions may be added: the plan is not delivered, and is not full. */
    canAdd: open && standing.length < thresholds.mostActions,
    isFull: standing.length >= thresholds.mostActions,
    isOpen: open,
    add: (action: Omit<ActionEntry, 'status'>) => {
      const id = newId()
      opened.put(`action/${id}`, { ...action, status: 'todo' })
      return id
    },
    remove(action: PlannedAction): void {
      const entry = opened.read(`action/${action.id}`)
      if (entry === undefined) return
      setRemoved({ ...entry, id: action.id })
      opened.put(`action/${action.id}`, null)
    },
    bringBack(): void {
      if (removed === undefined) return
      const { id, ...action } = removed
      opened.put(`action/${id}`, action)
      setRemoved(undefined)
    },
  }
}

export type Plan = ReturnType<typeof usePlan>

/** The action that a suggestion of the questionnaire becomes; undefined where the questionnaire no longer has it. */
export function actionOf(opened: Opened, suggested: SuggestedAction): Omit<ActionEntry, 'status'> | undefined {
  const criterion = criterionOf(opened, suggested.criterion)?.criterion
  const model = criterion?.actions.find(({ id }) => id === suggested.action)
  if (criterion === undefined || model === undefined) return undefined
  const targetLevel = nextLevel((4 - suggested.parts.gap) as Level)
  return {
    title: model.title,
    ...(model.description === undefined ? {} : { description: model.description }),
    origin: criterion.legal ? 'legal' : 'suggestion',
    originId: model.id,
    criterion: criterion.id,
    ...(targetLevel === undefined ? {} : { targetLevel }),
    impact: model.impact,
    effort: model.effort,
  }
}

/** One level more; none above the fourth. */
export function nextLevel(level: Level): Level | undefined {
  return level === 4 ? undefined : ([2, 3, 4] as const)[level - 1]
}

/** A change of one field; an emptied text leaves the entry. */
export function withField<K extends keyof ActionEntry>(
  action: ActionEntry,
  field: K,
  value: ActionEntry[K] | '' | undefined,
): ActionEntry {
  const { [field]: _, ...rest } = action
  // The rest lacks only the optional field that is being set or left out.
  return (value === undefined || value === '' ? rest : { ...rest, [field]: value }) as ActionEntry
}

export const boardColumns: readonly ActionStatus[] = ['todo', 'doing', 'blocked', 'done']
