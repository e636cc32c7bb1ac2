import type { Criterion } from '#src/questionnaire/questionnaire.ts'
import { ownValue } from '#src/shared/own-value.ts'
import { figureFr, partsFr } from '#src/synthesis/french.ts'
import { measuredIndicators, type IndicatorRow } from '#src/synthesis/model/indicators.ts'
import type { SynthesisSource } from '#src/synthesis/synthesis-source.ts'
import type { AuditAction, Support, Warning } from './audit-synthesis.ts'

/** As many as stand over the warnings on one sheet. */
export const mostSupports = 3

/** The strongest practices, each with what proves it. */
export function supportsOf(source: SynthesisSource): readonly Support[] {
  const { sheet, score } = source
  const indicators = measuredIndicators(source)
  const results = new Map(score.dimensions.flatMap(({ criteria: own }) => own.map((one) => [one.id, one])))
  const all = criteriaOf(source)
  const rising = new Set(source.questionnaire.indicators.filter((one) => one.direction === 'up').map(({ id }) => id))
  const shown = new Set<string>()
  return score.strengths.slice(0, mostSupports).flatMap((id, index): Support[] => {
    const [found, result] = [all.get(id), results.get(id)]
    if (found === undefined || result?.level === undefined) return []
    const { criterion, stage } = found
    const row = indicators.find(
      (one) => criterion.indicators.includes(one.id) && !shown.has(one.id) && provesSomething(one, rising),
    )
    if (row !== undefined) shown.add(row.id)
    const example = ownValue(sheet.answers, id)?.example
    return [
      {
        number: index + 1,
        title: criterion.title,
        stage,
        level: result.level,
        legal: criterion.legal,
        grade: result.grade,
        fact: criterion.levels[result.level - 1] ?? '',
        ...(row?.result.kind === 'value'
          ? {
              figure: {
                text: figureFr(row.result.value, row.unit, row.unit === '%' ? 0 : row.decimals),
                label: row.label,
                ...(row.result.parts === undefined
                  ? {}
                  : { parts: partsFr(row.result.parts.numerator, row.result.parts.denominator) }),
              },
            }
          : {}),
        ...(example === undefined || example.trim() === '' ? {} : { example }),
        proofs: ownValue(sheet.proofs, id) ?? [],
      },
    ]
  })
}

/** Duties at level 1, each with what is decided about it. */
export function warningsOf(source: SynthesisSource, plan: readonly AuditAction[]): readonly Warning[] {
  const { sheet, score, context } = source
  const all = criteriaOf(source)
  return score.warnings.flatMap((id, index): Warning[] => {
    const found = all.get(id)
    if (found === undefined) return []
    const { criterion, stage } = found
    const number = index + 1
    const words = ownValue(context.comments, id) ?? ownValue(sheet.answers, id)?.example ?? ''
    const action = plan
      .filter(({ warning }) => warning === number)
      .toSorted((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1))[0]
    return [
      {
        number,
        title: criterion.title,
        stage,
        finding: words.trim() === '' ? (criterion.levels[0] ?? '') : words.trim(),
        expected: criterion.levels[2] ?? '',
        ...(action === undefined
          ? {}
          : {
              action: {
                number: action.number,
                title: action.title,
                ...(action.owner === undefined ? {} : { owner: action.owner }),
                ...(action.dueOn === undefined ? {} : { dueOn: action.dueOn }),
              },
            }),
      },
    ]
  })
}

/**
 * A share whose rise is good: one that only describes people says nothing of the practice. And none of whose sides is
 * a few people, who might be recognised on such a subject.
 */
function provesSomething({ id, unit, result }: IndicatorRow, rising: ReadonlySet<string>): boolean {
  if (result.kind !== 'value' || unit !== '%' || !rising.has(id)) return false
  const { numerator = 0, denominator = 0 } = result.parts ?? {}
  return [numerator, denominator - numerator].every((side) => side === 0 || side >= fewest)
}

/** Under this many people a count stays unsaid (scoring rules, §7). */
const fewest = 5

function criteriaOf({
  questionnaire,
}: SynthesisSource): ReadonlyMap<string, { readonly criterion: Criterion; readonly stage: string }> {
  return new Map(
    questionnaire.dimensions.flatMap(({ title, criteria }) =>
      criteria.map((criterion) => [criterion.id, { criterion, stage: title }] as const),
    ),
  )
}
