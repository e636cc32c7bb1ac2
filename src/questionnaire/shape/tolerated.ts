import { isRecord } from '#src/shared/json.ts'
import { limits } from './limits.ts'

/**
 * Fills what a questionnaire from elsewhere may leave out and a score does not need. Only absent keys are filled: what
 * is given, right or wrong, is left for the schema to judge.
 */
export function fillTolerated(json: unknown): unknown {
  if (!isRecord(json)) return json

  return {
    locale: 'fr',
    ...json,
    ...mapped(json, 'dimensions', (dimension) => ({ ...dimension, ...mapped(dimension, 'criteria', criterionFilled) })),
    ...mapped(json, 'indicators', indicatorFilled),
  }
}

/** The factor an indicator has when its author gives none: a percentage is a ratio times 100. */
export function defaultFactor(unit: unknown): number {
  return unit === '%' ? 100 : 1
}

function criterionFilled(criterion: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const title = criterion['title']

  return typeof title === 'string' ? { shortTitle: shortened(title), ...criterion } : criterion
}

function indicatorFilled(indicator: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { factor: defaultFactor(indicator['unit']), source: '', method: '', limits: '', ...indicator }
}

function shortened(title: string): string {
  const characters = [...title]

  return characters.length <= limits.shortTitle ? title : `${characters.slice(0, limits.shortTitle - 1).join('')}…`
}

function mapped(
  holder: Readonly<Record<string, unknown>>,
  key: string,
  change: (entry: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const list = holder[key]

  return Array.isArray(list) ? { [key]: list.map((entry: unknown) => (isRecord(entry) ? change(entry) : entry)) } : {}
}
