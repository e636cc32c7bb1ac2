import { ownValue } from '#src/shared/own-value.ts'
import type { Criterion, Level } from '#src/questionnaire/questionnaire.ts'
import type { Grade } from '#src/scoring/score.ts'
import type { SynthesisSource } from '#src/synthesis/synthesis-source.ts'
import type { IndicatorRow } from './indicators.ts'

export type SynthesisArgument = {
  readonly number: number
  readonly claim: string
  readonly criterion: string
  readonly level?: Level
  /** What that level says, in the questionnaire's words. */
  readonly fact?: string
  readonly grade: Grade
  /** The argument's own figures, the first one printed large; masked ones left out. */
  readonly figures: readonly IndicatorRow[]
  readonly example?: string
  readonly proofs: readonly string[]
  readonly quote?: { readonly text: string; readonly role: string }
}

/** Key arguments in the team's order, each as fact, figure, example and proof. A quotation needs its author's consent. */
export function argumentsOf(
  { questionnaire, sheet, score, context }: SynthesisSource,
  indicators: readonly IndicatorRow[],
): readonly SynthesisArgument[] {
  const criteria = new Map(questionnaire.dimensions.flatMap(({ criteria: own }) => own.map((one) => [one.id, one])))
  const results = new Map(score.dimensions.flatMap(({ criteria: own }) => own.map((one) => [one.id, one])))

  return (sheet.keyArguments ?? []).map((argument, index) => {
    const result = results.get(argument.criterion)
    const figures = (argument.indicators ?? []).flatMap((id) =>
      indicators.filter((row) => row.id === id && row.result.kind === 'value'),
    )
    const example =
      ownValue(context.argumentExamples, argument.criterion) ?? ownValue(sheet.answers, argument.criterion)?.example
    const { quote } = argument
    return {
      number: index + 1,
      claim: argument.claim.trim() === '' ? (criteria.get(argument.criterion)?.title ?? '') : argument.claim,
      criterion: criteria.get(argument.criterion)?.title ?? argument.criterion,
      ...(result?.level === undefined
        ? {}
        : { level: result.level, ...factOf(criteria.get(argument.criterion), result.level) }),
      grade: result?.grade ?? 'C',
      figures,
      ...(example === undefined || example.trim() === '' ? {} : { example }),
      proofs: [
        ...new Set([...(ownValue(sheet.proofs, argument.criterion) ?? []), ...figures.flatMap(({ proofs }) => proofs)]),
      ],
      ...(quote?.consent === true && context.quotesAllowed !== false
        ? { quote: { text: quote.text, role: quote.role } }
        : {}),
    }
  })
}

function factOf(criterion: Criterion | undefined, level: Level): { readonly fact?: string } {
  const fact = criterion?.levels[level - 1]
  return fact === undefined ? {} : { fact }
}
