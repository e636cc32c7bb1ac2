import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import { indicatorResult } from '#src/indicators/indicator-value.ts'
import type { Criterion, Indicator } from '#src/questionnaire/questionnaire.ts'
import { ownValue } from '#src/shared/own-value.ts'
import type { Grade } from './score.ts'

/**
 * How solid the evidence of a criterion is, levelled or not (scoring rules, §4):
 * - `A`: one of its indicators has a computable value, and that value or the criterion has a proof attached. A masked
 *   or out-of-bounds value is computable all the same.
 * - `B`: a proof on the criterion or on one of its indicators' values, a value that cannot be computed included.
 * - `C`: declared only.
 *
 * A testimony counts when it is among the proofs. The quotation of a key argument does not: it has no date.
 */
export function evidenceGrade(
  criterion: Criterion,
  sheet: AnswerSheet,
  indicators: ReadonlyMap<string, Indicator>,
): Grade {
  const proven = hasProof(ownValue(sheet.proofs, criterion.id))
  const values = criterion.indicators.flatMap((id) => {
    const indicator = indicators.get(id)
    const value = ownValue(sheet.indicators, id)

    return indicator === undefined || value === undefined
      ? []
      : [{ computable: indicatorResult(indicator, value).computable, proven: hasProof(value.proofs) }]
  })

  if (values.some((value) => value.computable && (value.proven || proven))) return 'A'

  return proven || values.some((value) => value.proven) ? 'B' : 'C'
}

function hasProof(proofs: readonly string[] | undefined): boolean {
  return proofs !== undefined && proofs.length > 0
}
