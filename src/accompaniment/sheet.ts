import type {
  AnswerSheet,
  CriterionAnswer,
  CustomElement,
  IndicatorValue,
  KeyArgument,
  SheetAction,
} from '#src/answers/answer-sheet.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import {
  applicableCriteria,
  applies,
  criterionAnswer,
  customElements,
  framing,
  indicatorEntry,
  keyArguments,
  proofsOf,
  standingActions,
  type Dossier,
} from './dossier.ts'
import type { ActionEntry, ArgumentEntry, ElementEntry, IndicatorEntry } from './entry.ts'

/**
 * The dossier as an answer sheet, so that the score and the synthesis of an accompaniment are made by the very
 * functions that serve the command line. Answers to criteria that the structure's kinds exclude stay out; facts said
 * unavailable are absent. Before the year is chosen, `period` is empty and no figure is taken.
 */
export function answerSheetOf(questionnaire: Questionnaire, dossier: Dossier): AnswerSheet {
  const period = framing(dossier, 'period') ?? ''
  const { name, siret, kinds, department, member } = dossier.structure
  const criteria = applicableCriteria(questionnaire, kinds)
  const indicators = questionnaire.indicators.filter((indicator) => applies(indicator, kinds))

  return {
    format: 'jalon/answer-sheet@1',
    questionnaire: `${questionnaire.id}@${questionnaire.version}`,
    structure: {
      name,
      kinds,
      ...(siret === undefined ? {} : { siret }),
      ...(department === undefined ? {} : { department }),
      ...(member === undefined ? {} : { member }),
    },
    period,
    answers: Object.fromEntries(
      criteria.flatMap(({ id }): [string, CriterionAnswer][] => {
        const answer = criterionAnswer(dossier, id)
        return answer === undefined ? [] : [[id, answer]]
      }),
    ),
    indicators: Object.fromEntries(
      indicators.flatMap(({ id }): [string, IndicatorValue][] => {
        const entry = indicatorEntry(dossier, id, period)
        return entry === undefined || 'unavailable' in entry ? [] : [[id, sheetValue(dossier, id, period, entry)]]
      }),
    ),
    proofs: Object.fromEntries(
      criteria.flatMap(({ id }): [string, readonly string[]][] => {
        const names = proofsOf(dossier, `criterion/${id}`).map((proof) => proof.name)
        return names.length === 0 ? [] : [[id, names]]
      }),
    ),
    keyArguments: keyArguments(dossier).map((argument) => sheetArgument(dossier, argument)),
    customElements: customElements(dossier).map((element) => sheetElement(element, period)),
    plan: standingActions(dossier).map(sheetAction),
    audience: framing(dossier, 'audience') ?? 'full',
  }
}

type MeasuredEntry = Exclude<IndicatorEntry, { readonly unavailable: true }>

function sheetValue(dossier: Dossier, id: string, period: string, entry: MeasuredEntry): IndicatorValue {
  const proofs = proofsOf(dossier, `indicator/${id}/${period}`).map((proof) => proof.name)
  const { source, comment } = entry
  return {
    ...('value' in entry ? { value: entry.value } : { numerator: entry.numerator, denominator: entry.denominator }),
    ...(source === undefined ? {} : { source }),
    ...(comment === undefined ? {} : { comment }),
    ...(proofs.length === 0 ? {} : { proofs }),
  }
}

/** A quotation is printed only where its author consented in writing: the first such testimony on the criterion. */
function sheetArgument(dossier: Dossier, argument: ArgumentEntry): KeyArgument {
  const quoted = proofsOf(dossier, `criterion/${argument.criterion}`)
    .map((proof) => proof.testimony)
    .find((testimony) => testimony?.consent === true)
  return {
    criterion: argument.criterion,
    claim: argument.claim,
    ...(argument.indicators.length === 0 ? {} : { indicators: argument.indicators }),
    ...(quoted === undefined ? {} : { quote: { text: quoted.text, role: quoted.author, consent: true } }),
  }
}

function sheetElement(element: ElementEntry, period: string): CustomElement {
  const { title, description, indicator } = element
  const measured = indicator?.values.find(({ year }) => year === period)
  return {
    title,
    ...(description === undefined ? {} : { description }),
    ...(indicator === undefined || measured === undefined
      ? {}
      : {
          indicator: {
            label: indicator.label,
            unit: indicator.unit,
            value: measured.value,
            period,
            ...(indicator.source === undefined ? {} : { source: indicator.source }),
          },
        }),
  }
}

function sheetAction(action: ActionEntry): SheetAction {
  const { title, criterion, owner, dueOn, status, deliverable } = action
  return {
    action: title,
    ...(criterion === undefined ? {} : { criterion }),
    ...(owner === undefined ? {} : { owner }),
    ...(dueOn === undefined ? {} : { due: dueOn }),
    status,
    ...(deliverable === undefined ? {} : { successIndicator: deliverable }),
  }
}
