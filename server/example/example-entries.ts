import { randomUUID } from 'node:crypto'
import type { FramingValues, RequestMotive } from '#src/accompaniment/entry.ts'
import type { JourneyState } from '#src/accompaniment/states.ts'
import { localDay } from '#server/dossiers/today.ts'
import type { ExampleStructure } from './example-file.ts'

/** The instant that many days from today. */
export type Calendar = (days: number) => Date

export type ExampleEntries = { readonly by: 'advisor' | 'referent'; readonly values: ReadonlyMap<string, unknown> }

export function requestOf({ request }: ExampleStructure, calendar: Calendar): FramingValues['request'] {
  const { neededBy, ...rest } = request
  const { motive, details } = rest as { readonly motive: RequestMotive; readonly details?: string }
  return {
    motive,
    ...(details === undefined ? {} : { details }),
    ...(neededBy === undefined ? {} : { neededBy: nextDay(neededBy.nextMonthDay, calendar) }),
  }
}

/** What is written while an accompaniment stands in a state, by whom. */
export function exampleEntries(
  example: ExampleStructure,
  state: JourneyState,
  calendar: Calendar,
): readonly ExampleEntries[] {
  const { framing } = example
  if (framing === undefined) return []
  const advisor = (values: Readonly<Record<string, unknown>>) => [{ by: 'advisor' as const, values: mapOf(values) }]
  const referent = (values: Readonly<Record<string, unknown>>) => [{ by: 'referent' as const, values: mapOf(values) }]

  switch (state) {
    case 'requested':
      return advisor({
        'framing/membership': {
          member: example.structure['member'] === true,
          checkedOn: localDay(calendar(framing.membershipCheckedDay)),
        },
      })
    case 'qualified':
      return advisor({
        'framing/scope': framing.scope,
        'framing/period': framing.period,
        ...(framing.audience === undefined ? {} : { 'framing/audience': framing.audience }),
        'framing/pricing-accepted': framing.pricingAccepted,
      })
    case 'scheduled':
      return advisor(meetings(example, calendar))
    case 'preparing':
      return referent({ ...prefixed('identity', example.identity), ...figures(example, framing.period) })
    case 'arguments':
      return referent({ ...prefixed('criterion', example.answers), ...keyArguments(example), ...elements(example) })
    case 'framing':
      return advisor(prefixed('framing', example.confidential))
    case 'audit':
      return referent({
        ...prefixed('identity', example.identity),
        ...figures(example, framing.period),
        ...prefixed('criterion', example.answers),
        ...prefixed('comment', example.comments),
      })
    case 'planning':
      return referent({
        ...actions(example, calendar),
        ...(example.message === undefined ? {} : { message: example.message }),
      })
    case 'review':
      return referent(prefixed('consent', example.consents))
    default:
      return []
  }
}

/** The meetings of the journey; a date for the follow-up would start it, and the example shows what comes before. */
function meetings({ meetings: planned }: ExampleStructure, calendar: Calendar) {
  return Object.fromEntries(
    Object.entries(planned)
      .filter(([id]) => !id.startsWith('m'))
      .map(([id, { day, time, ...meeting }]) => [
        `meeting/${id}`,
        { startsAt: `${localDay(calendar(day))}T${time}`, ...meeting },
      ]),
  )
}

/** Every year of every figure; the comment goes with the year evaluated. */
function figures({ indicators }: ExampleStructure, period: string) {
  return Object.fromEntries(
    Object.entries(indicators).flatMap(([id, figure]): [string, unknown][] => {
      if ('unavailable' in figure)
        return [[`indicator/${id}/${period}`, { unavailable: true, reason: figure.unavailable }]]
      const { source, scope, comment, years } = figure
      return Object.entries(years).map(([year, value]) => [
        `indicator/${id}/${year}`,
        {
          ...(typeof value === 'number' ? { value } : { numerator: value[0], denominator: value[1] }),
          ...(source === undefined ? {} : { source }),
          ...(scope === undefined ? {} : { scope }),
          ...(comment === undefined || year !== period ? {} : { comment }),
        },
      ])
    }),
  )
}

function keyArguments({ arguments: chosen }: ExampleStructure) {
  const identified = chosen.map((argument) => [randomUUID(), argument] as const)
  return {
    ...Object.fromEntries(identified.map(([id, argument]) => [`argument/${id}`, argument])),
    ...(identified.length === 0 ? {} : { 'arguments-order': identified.map(([id]) => id) }),
  }
}

function elements({ elements: chosen }: ExampleStructure) {
  return Object.fromEntries(
    chosen.map(({ model: _model, indicator, ...element }) => [
      `element/${randomUUID()}`,
      {
        ...element,
        ...(indicator === undefined
          ? {}
          : {
              indicator: {
                ...indicator,
                values: Object.entries(indicator.values).map(([year, value]) => ({ year, value })),
              },
            }),
      },
    ]),
  )
}

function actions({ actions: agreed, journey }: ExampleStructure, calendar: Calendar) {
  const delivered = journey['delivered'] ?? 0
  return Object.fromEntries(
    agreed.map(({ dueAfterDelivery, ...action }) => [
      `action/${randomUUID()}`,
      {
        status: 'todo',
        ...action,
        ...(dueAfterDelivery === undefined ? {} : { dueOn: localDay(calendar(delivered + dueAfterDelivery)) }),
      },
    ]),
  )
}

function prefixed(family: string, values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [`${family}/${id}`, value]))
}

function mapOf(values: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(values))
}

/** The next time this month and day come, `MM-DD`. */
function nextDay(monthDay: string, calendar: Calendar): string {
  const today = localDay(calendar(0))
  const thisYear = `${today.slice(0, 4)}-${monthDay}`
  return thisYear > today ? thisYear : `${Number(today.slice(0, 4)) + 1}-${monthDay}`
}
