import type { Indicator } from '#src/questionnaire/questionnaire.ts'
import type { IndicatorValue } from './answer-sheet.ts'
import {
  addFault,
  type Faults,
  largestNumber,
  present,
  readDistinctTexts,
  readFilledText,
  readKey,
  readNumber,
  readObject,
  readText,
  textRules,
} from './reading.ts'

/** Names of proofs on one criterion or one value. */
const mostProofs = 50

const commonKeys = ['source', 'comment', 'proofs'] as const

/**
 * The value of an indicator, entered the way its calculation asks: numerator and denominator, or one number.
 *
 * Numerators and denominators are counts, never negative, save the numerator of a ratio whose own bounds go under 0; a
 * plain count (unit `n`) is not negative either. A value outside the bounds is no fault: it is kept, and the score
 * flags it. A denominator of 0 is kept too. A ratio that overflows is refused at its denominator.
 */
export function readIndicatorValue(
  indicator: Pick<Indicator, 'calculation' | 'unit' | 'bounds' | 'factor'>,
  value: unknown,
  path: string,
  faults: Faults,
): IndicatorValue | undefined {
  const required = indicator.calculation === 'ratio' ? ['numerator', 'denominator'] : ['value']
  const holder = readObject(value, path, { required, optional: commonKeys }, faults)

  if (holder === undefined) return undefined

  const number = (key: string, min: number) =>
    required.includes(key) ? readKey(holder, key, path, (entry, at) => readNumber(entry, at, min, faults)) : undefined
  const lowest = indicator.bounds.min !== undefined && indicator.bounds.min < 0 ? -largestNumber : 0
  const figures = {
    numerator: number('numerator', lowest),
    denominator: number('denominator', 0),
    value: number('value', indicator.unit === 'n' ? lowest : -largestNumber),
  }
  const details = present({
    source: readKey(holder, 'source', path, (text, at) => readText(text, at, textRules.text, faults)),
    comment: readKey(holder, 'comment', path, (text, at) => readText(text, at, textRules.text, faults)),
    proofs: readKey(holder, 'proofs', path, (list, at) => readProofs(list, at, faults)),
  })

  if (figures.value !== undefined) return { value: figures.value, ...details }

  const { numerator, denominator } = figures

  if (numerator === undefined || denominator === undefined) return undefined
  if (denominator !== 0 && !Number.isFinite((numerator / denominator) * indicator.factor)) {
    return addFault(faults, 'number-out-of-range', `${path}/denominator`)
  }

  return { numerator, denominator, ...details }
}

/** Names of files, links or testimonies, each once and none blank: a blank one would count as evidence. */
export function readProofs(value: unknown, path: string, faults: Faults): readonly string[] | undefined {
  return readDistinctTexts(value, path, mostProofs, faults, (name, at) =>
    readFilledText(name, at, textRules.line, faults),
  )
}
