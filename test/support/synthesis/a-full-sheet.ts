import type { AnswerSheet, CriterionAnswer, IndicatorValue } from '#src/answers/answer-sheet.ts'
import { parseAnswerSheet } from '#src/answers/parse-answer-sheet.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { isExcluded } from '#src/scoring/criterion.ts'

type Filling = { readonly text: string; readonly level?: 1 | 2 | 3 | 4; readonly name?: string }

/**
 * A sheet with as much as the format lets in: every text as long as `text` goes, every proof, argument, element and
 * figure. It has been through the strict reader, so that a document has no excuse for not holding it.
 */
export function aFullSheet(
  questionnaire: Questionnaire,
  { text, level = 3, name = 'Les Ateliers' }: Filling,
): AnswerSheet {
  const upTo = (most: number) => [...text].slice(0, most).join('').trim()
  const all = questionnaire.dimensions.flatMap(({ criteria }) => criteria)
  const open = all.filter((criterion) => !isExcluded(criterion, ['ACI']))
  const proofs = Array.from({ length: 50 }, (_, index) => `${index} ${text}`.slice(0, 200))
  const said = { source: upTo(2000), comment: upTo(2000), proofs }
  const values = questionnaire.indicators.map(({ id, calculation }): [string, IndicatorValue] => [
    id,
    calculation === 'ratio' ? { numerator: 1e12, denominator: 8, ...said } : { value: 1e12, ...said },
  ])
  const sheet: AnswerSheet = {
    format: 'jalon/answer-sheet@1',
    questionnaire: `${questionnaire.id}@${questionnaire.version}`,
    structure: { name, kinds: ['ACI'] },
    period: '1999',
    answers: Object.fromEntries(open.map(({ id }): [string, CriterionAnswer] => [id, { level, example: upTo(2000) }])),
    indicators: Object.fromEntries(values),
    proofs: Object.fromEntries(all.map(({ id }) => [id, proofs])),
    keyArguments: open.slice(0, 10).map(({ id }) => ({
      criterion: id,
      claim: upTo(120),
      indicators: values.slice(0, 3).map(([indicator]) => indicator),
      quote: { text: upTo(2000), role: upTo(2000), consent: true },
    })),
    customElements: Array.from({ length: 5 }, () => ({
      title: upTo(2000),
      description: upTo(2000),
      indicator: { label: upTo(2000), unit: upTo(40), value: 1e12, period: '1999', source: upTo(2000) },
    })),
    plan: open.slice(0, 8).map(({ id }, index) => ({
      action: upTo(90),
      criterion: id,
      owner: upTo(2000),
      due: `2026-0${index + 2}-28`,
      successIndicator: upTo(2000),
    })),
  }
  const parsed = parseAnswerSheet(sheet, new Map([[sheet.questionnaire, { questionnaire }]]))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem.slice(0, 3)))
  return parsed.value
}
