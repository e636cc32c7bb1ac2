import { roundForDisplay } from '#src/scoring/display-rounding.ts'

/** Wording that depends on figures, dates and typography. Figures are never computed here, only written. */

const noBreak = '\u00a0'
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const
const letters = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
  'vingt',
] as const

/**
 * French typography on a plain text: apostrophes, and the spaces that no line may break. U+202F is missing from both
 * fonts, so the full no-break space stands everywhere.
 */
export function fr(text: string): string {
  return text
    .replaceAll("'", '’')
    .replace(/ ([:;?!%»])/g, `${noBreak}$1`)
    .replace(/« /g, `«${noBreak}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${noBreak}`)
    .replace(/(\d) (ETP|t|€|h|kg|ans|mois|points?|personnes?)(?![\p{L}\d])/gu, `$1${noBreak}$2`)
}

/** In letters up to vingt, in figures beyond. `feminine` agrees "un" alone: the only one that changes. */
export function inLetters(count: number, gender: Gender = 'masculine'): string {
  return wordOf(count, gender) ?? String(count)
}

export type Gender = 'masculine' | 'feminine'

/** The word of a number up to twenty; none beyond. */
export function wordOf(count: number, gender: Gender): string | undefined {
  return count === 1 && gender === 'feminine' ? 'une' : letters[count]
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The noun in the number of the count: French counts 0 and 1 as singular. */
export function plural(count: number, singular: string, many = `${singular}s`): string {
  return Math.abs(count) < 2 ? singular : many
}

/** `1234.5` as `1 234,5`; at most `decimals` digits after the comma, halves away from zero, no trailing zero. */
export function numberFr(value: number, decimals = 0): string {
  const rounded = roundForDisplay(value, decimals)
  const [whole = '0', fraction] = Math.abs(rounded)
    .toFixed(decimals)
    .replace(/\.?0+$/, (zeros) => (decimals === 0 ? zeros : ''))
    .split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, noBreak)
  const sign = rounded < 0 ? '−' : ''
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped},${fraction}`
}

/** A unit as it is printed after a figure; counts and ratios have none. */
export function unitFr(unit: string): string {
  const printed: Readonly<Record<string, string>> = { n: '', ratio: '', j: 'jours', kgCO2e: 'kg CO2e' }
  return printed[unit] ?? unit
}

export function figureFr(value: number, unit: string, decimals: number): string {
  const printed = unitFr(unit)
  return printed === '' ? numberFr(value, decimals) : `${numberFr(value, decimals)}${noBreak}${printed}`
}

/**
 * A numerator over its denominator; round amounts in thousands (k) or millions (M), never at the cost of a digit.
 */
export function partsFr(numerator: number, denominator: number): string {
  const scales = [
    { by: 1_000_000, grain: 10_000, letter: 'M' },
    { by: 1000, grain: 1000, letter: 'k' },
  ]
  const scale = scales.find(
    ({ by, grain }) =>
      denominator >= 100 * grain && denominator >= by && numerator % grain === 0 && denominator % grain === 0,
  )
  const over = `${noBreak}/ `
  return scale === undefined
    ? `${numberFr(numerator, 2)}${over}${numberFr(denominator, 2)}`
    : `${numberFr(numerator / scale.by, 2)}${over}${numberFr(denominator / scale.by, 2)}${noBreak}${scale.letter}`
}

/** `2026-11-20` as `20 novembre 2026`. */
export function dayFr(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const name = months[Number(month) - 1] ?? month
  return `${date === '01' ? '1er' : Number(date)}${noBreak}${name}${noBreak}${year}`
}

/** `2026-11-20` as `20 nov. 2026`, for tables. */
export function shortDayFr(day: string): string {
  const [year = '', , date = ''] = day.split('-')
  return `${date === '01' ? '1er' : Number(date)}${noBreak}${shortMonthFr(day)}${noBreak}${year}`
}

export function shortMonthFr(day: string): string {
  const short = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juill.', 'août', 'sept.', 'oct.', 'nov.', 'déc.']
  return short[Number(day.slice(5, 7)) - 1] ?? ''
}

/**
 * At most `most` signs, an ellipsis included: cut after a word where one ends near, in the middle of one else. Never
 * inside a sign that takes two units (an emoji): the half of it would print as a box.
 */
export function shortened(text: string, most: number): string {
  const signs = [...text]
  if (signs.length <= most) return text
  const kept = signs.slice(0, most - 1).join('')
  const end = signs[most - 1] === ' ' ? kept.length : kept.lastIndexOf(' ')
  return `${(end > 0.7 * kept.length ? kept.slice(0, end) : kept).trimEnd()}…`
}

/** `a, b et c`. */
export function listFr(items: readonly string[]): string {
  const [last, ...before] = items.toReversed()
  return last === undefined ? '' : before.length === 0 ? last : `${before.toReversed().join(', ')} et ${last}`
}

/** A SIRET in its printed groups. */
export function siretFr(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, `$1${noBreak}$2${noBreak}$3${noBreak}$4`)
}

/** A fingerprint in groups of four, its first `length` signs. */
export function groupedHash(hash: string, length = hash.length): string {
  return hash.slice(0, length).replace(/(.{4})(?=.)/g, '$1 ')
}
