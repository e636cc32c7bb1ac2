import type { Indicator, Level, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { PlannedAction } from '#src/plan/progress-plan.ts'
import type { Priority } from '#src/scoring/score.ts'
import { figureFr, numberFr } from '#src/synthesis/french.ts'
import type { SynthesisSource } from '#src/synthesis/synthesis-source.ts'

export type PlanRow = {
  readonly title: string
  readonly criterion?: string
  /** The criterion in the few words a drawing leaves. */
  readonly shortTitle?: string
  readonly owner?: string
  readonly firstStep?: string
  readonly dueOn?: string
  /** How it will be known that it is done. */
  readonly success?: string
  readonly currentLevel?: Level
  readonly targetLevel?: Level
  readonly priority?: Priority
  readonly index?: number
  readonly legal: boolean
}

/** The plan of the accompaniment; from a bare answer sheet, its actions with what the score says of them. */
export function planRows(source: SynthesisSource): readonly PlanRow[] {
  const { plan } = source.context
  return plan === undefined ? fromSheet(source) : plan.map((action) => fromPlan(source.questionnaire, action))
}

function fromPlan(questionnaire: Questionnaire, action: PlannedAction): PlanRow {
  const { title, criterionTitle, owner, firstStep, dueOn, currentLevel, targetLevel, priority, priorityFrom } = action
  const criterion = questionnaire.dimensions
    .flatMap(({ criteria }) => criteria)
    .find(({ id }) => id === action.criterion)
  const indicator = questionnaire.indicators.find(({ id }) => id === action.indicator)
  const success = action.deliverable ?? (indicator === undefined ? undefined : aimed(indicator, action))
  return {
    title,
    ...(criterionTitle === undefined ? {} : { criterion: criterionTitle }),
    ...(criterion === undefined ? {} : { shortTitle: criterion.shortTitle }),
    ...(owner === undefined ? {} : { owner }),
    ...(firstStep === undefined ? {} : { firstStep }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(success === undefined ? {} : { success }),
    ...(currentLevel === undefined ? {} : { currentLevel }),
    ...(targetLevel === undefined ? {} : { targetLevel }),
    priority,
    ...(priorityFrom.kind === 'computed' ? { index: priorityFrom.index } : {}),
    legal: action.legal,
  }
}

/** From where to where, in the indicator's unit: `Actions citoyennes : de 0 à 4`. */
function aimed({ label, unit, decimals = 1 }: Indicator, { baseline, target }: PlannedAction): string {
  if (target === undefined) return label
  const aim = figureFr(target, unit, decimals)
  return baseline === undefined ? `${label} : ${aim}` : `${label} : de ${numberFr(baseline, decimals)} à ${aim}`
}

function fromSheet({ questionnaire, sheet, score }: SynthesisSource): readonly PlanRow[] {
  const criteria = new Map(questionnaire.dimensions.flatMap(({ criteria: own }) => own.map((one) => [one.id, one])))
  const levels = new Map(score.dimensions.flatMap(({ criteria: own }) => own.map(({ id, level }) => [id, level])))
  return (sheet.plan ?? []).map(({ action, criterion: criterionId, owner, due, successIndicator }) => {
    const criterion = criterionId === undefined ? undefined : criteria.get(criterionId)
    const level = criterionId === undefined ? undefined : levels.get(criterionId)
    const model = criterion?.actions.find(({ id, title }) => id === action || title === action)
    const suggested = score.suggestedActions.find(({ action: id }) => id === model?.id)
    return {
      title: model?.title ?? action,
      ...(criterion === undefined ? {} : { criterion: criterion.title, shortTitle: criterion.shortTitle }),
      ...(owner === undefined ? {} : { owner }),
      ...(due === undefined ? {} : { dueOn: due }),
      ...(successIndicator === undefined ? {} : { success: successIndicator }),
      ...(level === undefined ? {} : { currentLevel: level }),
      ...(suggested === undefined ? {} : { priority: suggested.priority, index: suggested.index }),
      legal: criterion?.legal ?? false,
    }
  })
}
