import { isExcluded } from '#src/scoring/criterion.ts'
import type { Indicator, Kind, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { FileProblem } from '#src/shared/problem.ts'
import { ok, refused, type Result } from '#src/shared/result.ts'
import type { CriterionAnswer, IndicatorValue } from './answer-sheet.ts'
import { readCriterionAnswer } from './criterion-answer.ts'
import { readIndicatorValue } from './indicator-entry.ts'
import { addFault, type Faults, readText, type TextRule } from './reading.ts'

/**
 * The strict validator of a questionnaire's answers for a structure of these kinds: the one that screens, server and
 * command line share. Values come back rebuilt: nothing unchecked goes through. Paths of problems start at the value.
 */
export type AnswerRules = {
  /** `unknown-criterion` and `criterion-excluded` come alone: the answer itself is then not looked at. */
  readonly checkCriterionAnswer: (
    criterionId: string,
    value: unknown,
  ) => Result<CriterionAnswer, readonly FileProblem[]>
  readonly checkIndicatorValue: (indicatorId: string, value: unknown) => Result<IndicatorValue, readonly FileProblem[]>
  readonly checkText: (value: unknown, rule: TextRule) => Result<string, readonly FileProblem[]>
  readonly criterionFault: (criterionId: string) => 'unknown-criterion' | 'criterion-excluded' | undefined
  readonly indicator: (indicatorId: string) => Indicator | undefined
}

/** Compiled once; each check then takes microseconds. With no kind, nothing is excluded. */
export function compileAnswerRules(questionnaire: Questionnaire, kinds: readonly Kind[]): AnswerRules {
  const excluded = new Map(
    questionnaire.dimensions.flatMap(({ criteria }) =>
      criteria.map((criterion) => [criterion.id, isExcluded(criterion, kinds)] as const),
    ),
  )
  const indicators = new Map(questionnaire.indicators.map((indicator) => [indicator.id, indicator]))

  function criterionFault(id: string): 'unknown-criterion' | 'criterion-excluded' | undefined {
    if (!excluded.has(id)) return 'unknown-criterion'

    return excluded.get(id) === true ? 'criterion-excluded' : undefined
  }

  return {
    criterionFault,
    indicator: (id) => indicators.get(id),
    checkText,
    checkCriterionAnswer: (id, value) =>
      checked((faults) => {
        const fault = criterionFault(id)

        return fault === undefined ? readCriterionAnswer(value, '', faults) : addFault(faults, fault, '')
      }),
    checkIndicatorValue: (id, value) =>
      checked((faults) => {
        const indicator = indicators.get(id)

        return indicator === undefined
          ? addFault(faults, 'unknown-indicator', '')
          : readIndicatorValue(indicator, value, '', faults)
      }),
  }
}

/** A text of any questionnaire: NFC, no control character, no lone surrogate, not over its limit. */
export function checkText(value: unknown, rule: TextRule): Result<string, readonly FileProblem[]> {
  return checked((faults) => readText(value, '', rule, faults))
}

function checked<T>(read: (faults: Faults) => T | undefined): Result<T, readonly FileProblem[]> {
  const faults: Faults = []
  const value = read(faults)

  return value === undefined || faults.length > 0 ? refused(faults) : ok(value)
}
