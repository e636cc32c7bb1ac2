import type { SheetAction } from '#src/answers/answer-sheet.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { ownValue } from '#src/shared/own-value.ts'
import { planRows } from '#src/synthesis/model/plan.ts'
import type { SynthesisSource } from '#src/synthesis/synthesis-source.ts'
import type { AuditAction, SuggestionRow } from './audit-synthesis.ts'

type Known = {
  readonly criterion?: string
  readonly description?: string
  readonly done: boolean
  /** Decided, and not only proposed. */
  readonly agreed: boolean
  /** Decided by the structure; absent where it said nothing. */
  readonly published?: boolean
}

/**
 * The plan, its legal actions first; inside each part the computed order stays. Without a word from the structure an
 * action is shown to everyone unless it lifts a warning: published, it would tell which duty is not met.
 */
export function auditActions(source: SynthesisSource): readonly AuditAction[] {
  const { warnings } = source.score
  const known = knownOf(source)
  const rows = planRows(dropped(source)).map((row, index) => {
    const { criterion, description, done, agreed, published } = known[index] ?? unknown
    const warning = criterion === undefined ? -1 : warnings.indexOf(criterion)
    return {
      ...row,
      ...(description === undefined ? {} : { description }),
      ...(warning < 0 ? {} : { warning: warning + 1, priority: row.priority ?? ('P1' as const) }),
      done,
      published: publication(published, !agreed || warning >= 0),
    }
  })
  return [...rows.filter(({ legal }) => legal), ...rows.filter(({ legal }) => !legal)].map((row, index) => ({
    ...row,
    number: index + 1,
  }))
}

const unknown: Known = { done: false, agreed: false }
const agreedStatuses: ReadonlySet<string> = new Set(['agreed', 'todo', 'doing', 'blocked', 'done'])

function publication(chosen: boolean | undefined, isKept: boolean): AuditAction['published'] {
  if (chosen !== undefined) return chosen ? 'chosen' : 'no'
  return isKept ? 'no' : 'by-default'
}

function knownOf(source: SynthesisSource): readonly Known[] {
  const { questionnaire, context } = source
  if (context.plan === undefined) {
    return standing(source).map(({ status, ...action }) => ({
      ...criterionOf(questionnaire, action),
      done: status === 'done',
      agreed: status === undefined || agreedStatuses.has(status),
    }))
  }
  return context.plan.map(({ id, criterion, originId, description, status }) => {
    const published = ownValue(context.publishedActions, id)
    return {
      ...criterionOf(questionnaire, { action: originId ?? '', ...(criterion === undefined ? {} : { criterion }) }),
      ...(description === undefined ? {} : { description }),
      done: status === 'done',
      agreed: true,
      ...(published === undefined ? {} : { published }),
    }
  })
}

function standing({ sheet }: SynthesisSource): readonly SheetAction[] {
  return (sheet.plan ?? []).filter(({ status }) => status !== 'dropped')
}

/** The same without what was given up: a plan in an accompaniment has none of it already. */
function dropped(source: SynthesisSource): SynthesisSource {
  return { ...source, sheet: { ...source.sheet, plan: standing(source) } }
}

/** The criterion it names, else the one whose suggestion it is: an action must not pass for another because it is silent. */
function criterionOf(
  questionnaire: Questionnaire,
  { action, criterion }: Pick<SheetAction, 'action' | 'criterion'>,
): { readonly criterion?: string } {
  if (criterion !== undefined) return { criterion }
  const found = questionnaire.dimensions
    .flatMap(({ criteria }) => criteria)
    .find(({ actions }) => actions.some(({ id, title }) => id === action || title === action))
  return found === undefined ? {} : { criterion: found.id }
}

const mostSuggestions = 8

/** What the questionnaire proposes first, legal criteria before the others. */
export function suggestionsOf({ questionnaire, score }: SynthesisSource): readonly SuggestionRow[] {
  const criteria = new Map(questionnaire.dimensions.flatMap(({ criteria: own }) => own.map((one) => [one.id, one])))
  const seen = new Set<string>()
  const rows = score.suggestedActions.flatMap(({ criterion: id, action, priority }): SuggestionRow[] => {
    const criterion = criteria.get(id)
    const model = criterion?.actions.find((one) => one.id === action)
    // One proposal for each criterion: the plan must not be three ways to do the same thing.
    if (criterion === undefined || model === undefined || seen.has(id)) return []
    seen.add(id)
    return [{ title: model.title, criterion: criterion.title, legal: criterion.legal, priority }]
  })
  return [...rows.filter(({ legal }) => legal), ...rows.filter(({ legal }) => !legal)].slice(0, mostSuggestions)
}
