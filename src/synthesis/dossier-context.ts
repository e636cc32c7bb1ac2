import { outlineOf } from '#src/accompaniment/journeys/outline.ts'
import type { PerceptionResults, QuizResults } from '#src/anonymity/results.ts'
import {
  customElements,
  framing,
  indicatorEntry,
  keyArguments,
  meeting,
  standingActions,
  type Dossier,
} from '#src/accompaniment/dossier.ts'
import type { IndicatorEntry } from '#src/accompaniment/entry.ts'
import type { IndicatorValue } from '#src/answers/answer-sheet.ts'
import { indicatorSeries } from '#src/indicators/series.ts'
import { milestones } from '#src/plan/milestones.ts'
import { progressPlan } from '#src/plan/progress-plan.ts'
import type { IdentityField, Indicator, Questionnaire } from '#src/questionnaire/questionnaire.ts'
import type { Score } from '#src/scoring/score.ts'
import { dayFr, numberFr } from './french.ts'
import { meetingLabels } from './meeting-labels-fr.ts'
import type { SynthesisContext } from './synthesis-context.ts'

type DossierSource = {
  readonly questionnaire: Questionnaire
  readonly dossier: Dossier
  readonly score: Score
  readonly networkName: string
  readonly isExample: boolean
  /** 0 for a draft: it has no delivery date yet. */
  readonly revision: number
  /** The day of the print, `YYYY-MM-DD`; the plan's months start from it. */
  readonly day: string
  /** What may be shown of the group's answers, where the method asks for any. */
  readonly quiz?: QuizResults | undefined
  readonly perception?: PerceptionResults | undefined
  readonly perceptionSkipped?: string | undefined
}

/** What an accompaniment knows beyond its answer sheet, for its synthesis. Masked values of past years stay out too. */
export function synthesisContextOf(source: DossierSource): SynthesisContext {
  const { questionnaire, dossier, score, networkName, isExample, revision, day } = source
  const { quiz, perception, perceptionSkipped } = source
  const plan = progressPlan(questionnaire, score, standingActions(dossier))
  const message = dossier.entries.get('message')
  const publishedActions = valuesOf(dossier, 'published-action/', isBoolean)
  const comments = valuesOf(dossier, 'comment/', isText)
  const leadPerson = framing(dossier, 'lead-person')
  const quotes = dossier.entries.get('consent/quotes')

  return {
    networkName,
    isExample,
    revision,
    ...(revision === 0 ? {} : { deliveredOn: day }),
    meetings: meetingsOf(questionnaire, dossier),
    identity: identityOf(questionnaire, dossier),
    ...(typeof message === 'string' ? { message } : {}),
    series: seriesOf(questionnaire, dossier),
    unavailable: unavailableOf(questionnaire, dossier),
    plan,
    milestones: milestones(day, plan),
    elementLevels: customElements(dossier).map(({ level }) => level),
    argumentExamples: Object.fromEntries(
      keyArguments(dossier).flatMap(({ criterion, example }) => (example === undefined ? [] : [[criterion, example]])),
    ),
    ...(typeof quotes === 'boolean' ? { quotesAllowed: quotes } : {}),
    ...(quiz === undefined ? {} : { quiz }),
    ...(perception === undefined ? {} : { perception }),
    ...(perceptionSkipped === undefined ? {} : { perceptionSkipped }),
    // Only what a journey asks for: the fingerprint of a document that knows none of it stays as it was.
    ...(Object.keys(publishedActions).length === 0 ? {} : { publishedActions }),
    ...(Object.keys(comments).length === 0 ? {} : { comments }),
    ...(leadPerson === undefined ? {} : { leadPerson }),
  }
}

const isBoolean = (value: unknown) => typeof value === 'boolean'
const isText = (value: unknown) => typeof value === 'string'

function valuesOf<T>(
  dossier: Dossier,
  prefix: string,
  holds: (value: unknown) => value is T,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    [...dossier.entries].flatMap(([key, value]) =>
      key.startsWith(prefix) && holds(value) ? [[key.slice(prefix.length), value] as const] : [],
    ),
  )
}

function meetingsOf(questionnaire: Questionnaire, dossier: Dossier): NonNullable<SynthesisContext['meetings']> {
  return outlineOf(questionnaire).meetings.flatMap((id) => {
    const held = meeting(dossier, id)
    return held === undefined ? [] : [{ label: meetingLabels[id] ?? id, on: held.startsAt.slice(0, 10) }]
  })
}

function identityOf(questionnaire: Questionnaire, dossier: Dossier): NonNullable<SynthesisContext['identity']> {
  return (questionnaire.identity ?? []).flatMap((field) => {
    const value = dossier.entries.get(`identity/${field.id}`)
    const printed = value === undefined ? '' : identityText(field, value)
    return printed === '' ? [] : [{ id: field.id, label: field.label, value: printed }]
  })
}

function identityText(field: IdentityField, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  if (typeof value === 'number') return `${numberFr(value, 2)}${field.unit === undefined ? '' : ` ${field.unit}`}`
  if (typeof value !== 'string') return ''
  if (field.type === 'choice') return field.choices?.find(({ id }) => id === value)?.label ?? ''
  return field.type === 'date' ? dayFr(value) : value.trim()
}

function seriesOf(questionnaire: Questionnaire, dossier: Dossier): NonNullable<SynthesisContext['series']> {
  return Object.fromEntries(
    questionnaire.indicators.flatMap((indicator) => {
      const points = indicatorSeries(indicator, valuesByYear(dossier, indicator)).flatMap(({ year, result }) =>
        result.computable && !result.flags.includes('masked') ? [{ year, value: result.value }] : [],
      )
      return points.length < 2 ? [] : [[indicator.id, points] as const]
    }),
  )
}

/** Up to the year evaluated: a later figure is none of this document's business. */
function valuesByYear(dossier: Dossier, { id }: Indicator): Readonly<Record<string, IndicatorValue>> {
  const prefix = `indicator/${id}/`
  const last = framing(dossier, 'period') ?? '9999'
  return Object.fromEntries(
    [...dossier.entries]
      .filter(([key]) => key.startsWith(prefix) && key.slice(prefix.length) <= last)
      .map(([key, value]) => [key.slice(prefix.length), value as IndicatorEntry] as const)
      .flatMap(([year, entry]) => ('unavailable' in entry ? [] : [[year, entry] as const])),
  )
}

function unavailableOf(questionnaire: Questionnaire, dossier: Dossier): NonNullable<SynthesisContext['unavailable']> {
  const period = framing(dossier, 'period') ?? ''
  return Object.fromEntries(
    questionnaire.indicators.flatMap(({ id }) => {
      const entry = indicatorEntry(dossier, id, period)
      return entry !== undefined && 'unavailable' in entry ? [[id, entry.reason]] : []
    }),
  )
}
