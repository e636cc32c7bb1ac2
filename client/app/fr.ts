import { wordOf, type Gender } from '#src/synthesis/french.ts'

const noBreak = '\u00a0'
const narrowNoBreak = '\u202f'

/**
 * French typography of a sentence written with plain spaces and straight apostrophes: curly apostrophes, a non-breaking
 * space before `:` and inside « », a narrow one before `;`, `?`, `!`, `%`, `€`, and around the h of an hour.
 *
 * Idempotent. Characters that already are typographic, identifiers and URLs stay as they are.
 */
export function fr(text: string): string {
  return text
    .replace(/(\p{L})'(?=[\p{L}«])/gu, '$1’')
    .replace(/ :(?=\s|$)/g, `${noBreak}:`)
    .replace(/« /g, `«${noBreak}`)
    .replace(/ »/g, `${noBreak}»`)
    .replace(/ ([;?!%€])/g, `${narrowNoBreak}$1`)
    .replace(/(\d) h\b(?: (\d\d)\b)?/g, (_, hour: string, minutes?: string) =>
      minutes === undefined ? `${hour}${narrowNoBreak}h` : `${hour}${narrowNoBreak}h${narrowNoBreak}${minutes}`,
    )
    .replace(/n° (?=\d)/g, `n°${noBreak}`)
}

type Texts = { readonly [key: string]: TextNode }
type TextNode = string | readonly string[] | Texts | ((...args: never[]) => string)

/** A table of sentences with `fr` applied to each, and to what its functions return; done once, when the module loads. */
export function typeset<T extends Texts>(texts: T): T {
  // One shape in, the same shape out: only the characters of the strings change.
  return typesetNode(texts) as T
}

function typesetNode(node: unknown): unknown {
  if (typeof node === 'string') return fr(node)
  if (typeof node === 'function') return (...args: unknown[]) => fr(String(Reflect.apply(node, undefined, args)))
  if (Array.isArray(node)) return node.map(typesetNode)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, typesetNode(value)]))
}

/** The French of a whole content tree received from the server, such as a questionnaire. */
export function typesetContent<T>(content: T): T {
  return typesetNode(content) as T
}

/** A count as it is written in a sentence: in words up to twenty, in figures beyond. */
export function countInWords(count: number, gender: Gender = 'masculine'): string {
  return wordOf(count, gender) ?? formatNumber(count)
}

/** In French zero and one are singular; 1,5 too. */
export function plural(count: number, one: string, many: string): string {
  return Math.abs(count) < 2 ? one : many
}

export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
}

/** « 1 234,5 »: comma, narrow non-breaking thousands; at most `decimals` digits after the comma. */
export function formatNumber(value: number, decimals = 2): string {
  return new Intl.NumberFormat('fr-FR', { maximumFractionDigits: decimals }).format(value)
}

/** « 73,3 % » from 73.3. */
export function formatPercent(percent: number, decimals = 1): string {
  return `${formatNumber(percent, decimals)}${narrowNoBreak}%`
}

/** A number as typed in France: comma or point, spaces anywhere. Undefined when it is not one. */
export function parseNumber(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return undefined
  const value = Number(plain)
  return Number.isFinite(value) ? value : undefined
}

/** « 3 critères », « un critère » : items of a sentence joined by commas and « et ». */
export function listed(items: readonly string[]): string {
  return new Intl.ListFormat('fr-FR', { type: 'conjunction' }).format(items)
}
