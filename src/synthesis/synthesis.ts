import type { AnswerSheet } from '#src/answers/answer-sheet.ts'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import { argumentsOf, type SynthesisArgument } from './model/arguments.ts'
import { headOf, type Head } from './model/head.ts'
import {
  indicatorGroups,
  measuredIndicators,
  notMeasured,
  type IndicatorGroup,
  type IndicatorRow,
} from './model/indicators.ts'
import { planRows, type PlanRow } from './model/plan.ts'
import { profileOf, type Profile } from './model/profile.ts'
import type { SynthesisSource } from './synthesis-source.ts'

/**
 * All that the document shows, as data: the one read model of the screen, the print and the tests. Every figure is the
 * score object's own; nothing is computed again. It is kept as it is with each print, so a document can always be
 * printed again from what it said that day.
 */
export type Synthesis = Head & {
  readonly format: 'jalon/synthesis@1'
  readonly audience: 'full'
  readonly identity: readonly { readonly id: string; readonly label: string; readonly value: string }[]
  readonly message?: string
  /** Six to eight core figures where there are so many, in the questionnaire's order. */
  readonly keyFigures: readonly IndicatorRow[]
  /** Shares that describe who is welcomed. */
  readonly publics: readonly IndicatorRow[]
  readonly profile: Profile
  readonly arguments: readonly SynthesisArgument[]
  readonly indicators: readonly IndicatorGroup[]
  /** Labels of the core indicators that have neither a value nor a reason for having none. */
  readonly notMeasured: readonly string[]
  readonly elements: readonly SynthesisElement[]
  readonly plan: readonly PlanRow[]
  readonly milestones: readonly { readonly id: string; readonly month: number; readonly on: string }[]
}

export type SynthesisElement = {
  readonly title: string
  readonly description?: string
  readonly level?: Level
  readonly indicator?: NonNullable<NonNullable<AnswerSheet['customElements']>[number]['indicator']>
}

const mostKeyFigures = 8

/** The read model of the full version. `sheet` has been parsed against `questionnaire`, and `score` is its result. */
export function synthesisOf(source: SynthesisSource): Synthesis {
  const { questionnaire, sheet, context } = source
  const indicators = measuredIndicators(source)
  const shown = indicators.filter((row) => row.result.kind === 'value')
  const publics = shown.filter(({ id, unit }) => id.startsWith('pub-') && unit === '%')
  const { message } = context

  return {
    format: 'jalon/synthesis@1',
    audience: 'full',
    ...headOf(source),
    identity: context.identity ?? [],
    ...(message === undefined ? {} : { message }),
    keyFigures: keyFiguresOf(shown.filter((row) => !publics.includes(row))),
    publics,
    profile: profileOf(source),
    arguments: argumentsOf(source, indicators),
    indicators: indicatorGroups(questionnaire, indicators),
    notMeasured: notMeasured(source, indicators),
    elements: (sheet.customElements ?? []).map(({ title, description, indicator }, index) => {
      const level = context.elementLevels?.[index]
      return {
        title,
        ...(description === undefined ? {} : { description }),
        ...(level === undefined ? {} : { level }),
        ...(indicator === undefined ? {} : { indicator }),
      }
    }),
    plan: planRows(source),
    milestones: context.milestones ?? [],
  }
}

/** Core figures first; others make up the number where there are too few. */
function keyFiguresOf(rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  const core = rows.filter((row) => row.core)
  const chosen = new Set([...core, ...rows.filter((row) => !row.core)].slice(0, mostKeyFigures))
  return rows.filter((row) => chosen.has(row))
}
